package io.ephor.patterns;

import static io.ephor.patterns.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Wildcards in the keys of labels and annotations. */
class ExpansionTest {
    @Test
    void keyWithWildcardBecomesAKeyOfTheValue() {
        assertThat(match("{metadata:{labels:{'app.*/name':'?*'}}}", "{metadata:{labels:{'app.k8s.io/name':'x'}}}"))
                .isInstanceOf(PatternMatch.Matched.class);
        assertThat(match("{metadata:{annotations:{'X(secret*)':'null'}}}", "{metadata:{annotations:{secret1:'x'}}}"))
                .isEqualTo(new PatternMatch.Mismatched(
                        "/metadata/annotations/secret1/",
                        "/metadata/annotations/secret1",
                        "negation anchor matched in resource: /metadata/annotations/secret1/ is not allowed",
                        "/metadata/annotations/X(secret*)"));
    }

    @Test
    void keyThatNothingMatchesIsLookedUpAsItIs() {
        assertFails("{metadata:{labels:{'foo*':'?*'}}}", "{metadata:{labels:{bar:'x'}}}", "/metadata/labels/foo*/");
    }

    @Test
    void valuesThatAreNoTextsAreNoCandidates() {
        assertFails("{metadata:{labels:{'foo*':'?*'}}}", "{metadata:{labels:{foo1:5}}}", "/metadata/labels/foo*/");
    }

    @Test
    void firstKeyInOrderIsTaken() {
        assertFails("{metadata:{labels:{'a*':'2'}}}", "{metadata:{labels:{a2:'2', a1:'1'}}}", "/metadata/labels/a1/");
    }

    @Test
    void expansionOfTheFirstElementStaysForTheOthers() {
        String pattern = "{items:[{metadata:{labels:{'a*':'1'}}}]}";
        assertFails(
                pattern,
                "{items:[{metadata:{labels:{a1:'1'}}},{metadata:{labels:{a2:'1'}}}]}",
                "/items/1/metadata/labels/a1/");
        assertThat(match(pattern, "{items:[{metadata:{labels:{a1:'1'}}},{metadata:{labels:{a1:'1'}}}]}"))
                .isInstanceOf(PatternMatch.Matched.class);
    }

    @Test
    void expansionDoesNotOutliveAMatch() {
        Pattern pattern = Pattern.compile(json("{metadata:{labels:{'a*':'1'}}}"));
        assertThat(pattern.match(json("{metadata:{labels:{a1:'1'}}}"))).isInstanceOf(PatternMatch.Matched.class);
        assertThat(pattern.match(json("{metadata:{labels:{a2:'1'}}}"))).isInstanceOf(PatternMatch.Matched.class);
    }

    @Test
    void entriesThatAreNoTextsStayAwayOnceALabelHasBeenSeen() {
        String pattern = "{items:[{metadata:{labels:{'X(foo)':null}}}]}";
        assertFails(pattern, "{items:[{metadata:{labels:null}}]}", "/items/0/metadata/labels/");
        assertThat(match(pattern, "{items:[{metadata:{labels:{foo:'x'}}}]}")).isInstanceOf(PatternMatch.Matched.class);
    }

    @Test
    void vanishedAnchorsChangeTheOrderOfKeys() {
        String value = "{metadata:{name:'bad', labels:{x:'y'}}, kind:'bad'}";
        assertFails("{metadata:{name:'ok', labels:{'X(foo)':null}}, kind:'ok'}", value, "/kind/");
        assertFails("{metadata:{name:'ok', labels:{'X(foo)':'null'}}, kind:'ok'}", value, "/metadata/name/");
    }

    @Test
    void keyOfTheValueCanBringAnAnchor() {
        String value = "{metadata:{labels:{'(foo)':'x', foo:'y'}}}";
        assertThat(match("{metadata:{labels:{'(*':'x'}}}", value)).isInstanceOf(PatternMatch.Skipped.class);
    }

    @Test
    void keyOfTheValueCanBringTheWordsOfASkip() {
        String value =
                "[{metadata:{labels:{'global anchor mismatch':'x'}}},{metadata:{labels:{'global anchor mismatch':'y'}}}]";
        assertThat(match("[{metadata:{labels:{'g*':'y'}}}]", value)).isInstanceOf(PatternMatch.Matched.class);
        assertThat(match("[{metadata:{labels:{'g*':'z'}}}]", value)).isInstanceOf(PatternMatch.Skipped.class);
    }

    @Test
    void nothingIsExpandedElsewhere() {
        assertFails("{labels:{'a*':'1'}}", "{labels:{a1:'1'}}", "/labels/a*/");
        assertFails("{metadata:{other:{'a*':'1'}}}", "{metadata:{other:{a1:'1'}}}", "/metadata/other/a*/");
    }

    private static PatternMatch match(String pattern, String value) {
        return Pattern.compile(json(pattern)).match(json(value));
    }

    private static void assertFails(String pattern, String value, String path) {
        assertThat(match(pattern, value))
                .as("%s on %s", pattern, value)
                .isInstanceOfSatisfying(
                        PatternMatch.Mismatched.class,
                        mismatch -> assertThat(mismatch.path()).isEqualTo(path));
    }
}
