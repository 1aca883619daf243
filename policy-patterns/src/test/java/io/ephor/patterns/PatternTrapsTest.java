package io.ephor.patterns;

import static io.ephor.patterns.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Behaviour of Kyverno that surprises, one test each. */
class PatternTrapsTest {
    @Test
    void missingExistenceAnchorTurnsAnotherFailureIntoAnError() {
        String value = "{spec:{replicas:3}}";
        assertThat(match("{spec:{'^(volumes)':[{name:'x'}], replicas:2}}", value))
                .isEqualTo(new PatternMatch.Failed(
                        "resource value '3' does not match '2' at path /spec/replicas/", "/spec/replicas"));
        assertFails("{spec:{'=(volumes)':[{name:'x'}], replicas:2}}", value, "/spec/replicas/");
        assertFails("{spec:{'X(volumes)':'null', replicas:2}}", value, "/spec/replicas/");
    }

    @Test
    void missingFieldSatisfiesMostNumericPatterns() {
        for (String pattern : new String[] {"<=1Gi", "<5", ">=0", "0-5", "!5", "0", "k"}) {
            assertPasses("{spec:{m:'" + pattern + "'}}", "{spec:{}}");
        }
        for (String pattern : new String[] {"0", "'?*'", "''", "'!foo'"}) {
            assertFails("{spec:{m:" + pattern + "}}", "{spec:{}}", "/spec/m/");
        }
    }

    @Test
    void globalAnchorInsideAListDoesNotSkipTheRule() {
        String value = "{spec:{containers:[{name:'a',image:'nginx:latest',imagePullPolicy:'IfNotPresent'},"
                + "{name:'b',image:'nginx:v2',imagePullPolicy:'IfNotPresent'}]}}";
        assertPasses("{spec:{containers:[{name:'*','<(image)':'*:latest',imagePullPolicy:'!Always'}]}}", value);
        assertPasses("{'<(absent)':'x'}", "{}");
        assertSkips("{'(absent)':'x'}", "{}");
    }

    @Test
    void keysWithAnchorsComeInReverseOrderBeforePlainOnes() {
        String value = "{metadata:{name:'other'},spec:{containers:[{image:'bad'}]}}";
        assertFails(
                "{metadata:{'<(name)':'nginx'},spec:{containers:[{'=(image)':'ok'}]}}",
                value,
                "/spec/containers/0/image/");
        assertSkips("{metadata:{'<(name)':'nginx'},spec:{containers:[{image:'ok'}]}}", value);
    }

    @Test
    void skipUnderAnEqualityAnchorSwallowsTheMapUnlessAnotherAnchorApplied() {
        String value = "{spec:{volumes:[{name:'cache'}],hostNetwork:true}}";
        assertSkips("{spec:{'=(volumes)':[{'(name)':'!cache'}],hostNetwork:false}}", value);
        assertFails(
                "{spec:{'=(volumes)':[{'(name)':'!cache'}],'=(foo)':1,hostNetwork:false}}",
                value,
                "/spec/hostNetwork/");
    }

    @Test
    void onlyTheFirstEntryOfAPatternListCounts() {
        assertPasses("{a:['x','y']}", "{a:['x','x']}");
        assertFails("{a:['x','y']}", "{a:['x','y']}", "/a/");
        assertFails("{a:[{n:'x'},{n:'y'}]}", "{a:[{n:'y'}]}", "/a/0/n/");
        assertPasses("{a:['x','y']}", "{a:[]}");
        assertPasses("{a:[{n:'x'},{n:'y'}]}", "{a:[]}");
    }

    @Test
    void labelsThatAreNoTextsVanishFromThePattern() {
        String value = "{metadata:{labels:{foo:'6'}}}";
        assertPasses("{metadata:{labels:{'X(foo)':null}}}", value);
        assertPasses("{metadata:{labels:{foo:5}}}", value);
        assertFails("{metadata:{labels:{'X(foo)':'null'}}}", value, "/metadata/labels/foo/");
        assertFails("{metadata:{labels:{foo:null}}}", "{metadata:{}}", "/metadata/labels/");
    }

    @Test
    void starIsSpecialForPlainKeysOnly() {
        assertPasses("{livenessProbe:'*'}", "{livenessProbe:{}}");
        assertThat(match("{spec:{livenessProbe:'*'}}", "{spec:{livenessProbe:null}}"))
                .isEqualTo(new PatternMatch.Mismatched(
                        "/spec/", "/spec", "/spec//livenessProbe not found", "/spec/livenessProbe"));
        assertSkips("{'(spec)':'*'}", "{spec:{}}");
        assertFails("{'=(spec)':'*'}", "{spec:{}}", "/spec/");
    }

    @Test
    void textsThatLookLikeQuantitiesAreComparedAsQuantities() {
        assertPasses("'1.10'", "'1.1'");
        assertPasses("'1e3'", "'1000'");
        assertPasses("'m'", "'k'");
        assertFails("'!1.10'", "'1.1'", "/");
        assertFails("'v1.10'", "'v1.1'", "/");
    }

    @Test
    void exclamationMarkHidesARange() {
        assertPasses("'!10-20'", "15");
        assertFails("'10!-20'", "15", "/");
        assertFails("'1-2 | foo'", "'1-2'", "/");
        assertPasses("'1-2'", "'1-2'");
    }

    private static PatternMatch match(String pattern, String value) {
        return Pattern.compile(json(pattern)).match(json(value));
    }

    private static void assertPasses(String pattern, String value) {
        assertThat(match(pattern, value)).as("%s on %s", pattern, value).isInstanceOf(PatternMatch.Matched.class);
    }

    private static void assertSkips(String pattern, String value) {
        assertThat(match(pattern, value)).as("%s on %s", pattern, value).isInstanceOf(PatternMatch.Skipped.class);
    }

    private static void assertFails(String pattern, String value, String path) {
        assertThat(match(pattern, value))
                .as("%s on %s", pattern, value)
                .isInstanceOfSatisfying(
                        PatternMatch.Mismatched.class,
                        mismatch -> assertThat(mismatch.path()).isEqualTo(path));
    }
}
