package io.ephor.patterns;

import static io.ephor.patterns.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.values.NumberView;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PatternTest {
    @Test
    void namesThePlaceInTheValueAndInThePattern() {
        Pattern pattern = Pattern.compile(json("{spec:{'=(con/tainers)':[{'image~':'!*:latest'}]}}"));
        PatternMatch match = pattern.match(json("{spec:{'con/tainers':[{'image~':'a:1'},{'image~':'a:latest'}]}}"));
        assertThat(match)
                .isEqualTo(new PatternMatch.Mismatched(
                        "/spec/con/tainers/1/image~/",
                        "/spec/con~1tainers/1/image~0",
                        "resource value 'a:latest' does not match '!*:latest' at path /spec/con/tainers/1/image~/",
                        "/spec/=(con~1tainers)/0/image~0"));
    }

    @Test
    void namesTheAnchorThatSkipped() {
        Pattern pattern = Pattern.compile(json("{spec:{containers:[{'(name)':'a', image:'b'}]}}"));
        assertThat(pattern.match(json("{spec:{containers:[{name:'x'},{}]}}")))
                .isEqualTo(new PatternMatch.Skipped(
                        "conditional anchor mismatch: resource value 'x' does not match 'a' at path"
                                + " /spec/containers/0/name/; conditional anchor mismatch: conditional anchor key"
                                + " doesn't exist in the resource",
                        "/spec/containers/0/(name)"));
    }

    @Test
    void namesTheEntryThatNoElementSatisfies() {
        Pattern pattern = Pattern.compile(json("{'^(a)':[{x:'1'},{x:'2'}]}"));
        assertThat(pattern.match(json("{a:[{x:'1'}]}")))
                .isEqualTo(new PatternMatch.Mismatched(
                        "/a/", "/a", "existence anchor validation failed at path /a/", "/^(a)/1"));
    }

    @Test
    void listThatIsShorterThanAListOfListsIsAnErrorWithoutPlace() {
        Pattern pattern = Pattern.compile(json("{a:[['x'],['y']]}"));
        assertThat(pattern.match(json("{a:[['x']]}")))
                .isEqualTo(new PatternMatch.Failed(
                        "validate Array failed, array length mismatch, resource Array len is 1 and pattern Array len"
                                + " is 2",
                        "/a"));
    }

    @Test
    void noValueIsTheSameAsNull() {
        Pattern pattern = Pattern.compile(json("null"));
        assertThat(pattern.match(null)).isEqualTo(new PatternMatch.Matched());
        assertThat(pattern.match(MissingNode.getInstance())).isEqualTo(new PatternMatch.Matched());
        assertThat(Pattern.compile(json("{a:'*'}")).match(null)).isInstanceOf(PatternMatch.Mismatched.class);
    }

    @Test
    void numbersOfPatternAndValueAreSeenAsAsked() {
        JsonNode pattern = json("{a:'80*', b:1000000}");
        JsonNode value = json("{a:80, b:'x'}");
        assertThat(Pattern.compile(pattern).match(value))
                .isInstanceOfSatisfying(
                        PatternMatch.Mismatched.class,
                        mismatch -> assertThat(mismatch.text())
                                .isEqualTo("resource value 'x' does not match '1000000' at path /b/"));
        assertThat(Pattern.compile(pattern, NumberView.FLOAT64).match(json("{a:'80', b:'x'}")))
                .isInstanceOfSatisfying(
                        PatternMatch.Mismatched.class,
                        mismatch -> assertThat(mismatch.text())
                                .isEqualTo("resource value 'x' does not match '1e+06' at path /b/"));
        assertThat(Pattern.compile(pattern).match(value, NumberView.FLOAT64))
                .isInstanceOfSatisfying(
                        PatternMatch.Mismatched.class,
                        mismatch -> assertThat(mismatch.path()).isEqualTo("/a/"));
    }

    @Test
    void valueThatSpeaksOfSkipIsASkip() {
        for (String words : new String[] {"conditional anchor mismatch", "global anchor mismatch"}) {
            Pattern pattern = Pattern.compile(json("{a:[{b:'x'}], c:'y'}"));
            JsonNode value = json("{a:[{b:'x'},{b:'its " + words + "!'}], c:'z'}");
            assertThat(pattern.match(value))
                    .isInstanceOfSatisfying(
                            PatternMatch.Mismatched.class,
                            mismatch -> assertThat(mismatch.path()).isEqualTo("/c/"));
        }
        assertThat(Pattern.compile(json("{a:'x'}")).match(json("{a:['conditional','anchor','mismatch']}")))
                .isInstanceOf(PatternMatch.Skipped.class);
        assertThat(Pattern.compile(json("{'global anchor mismatch':'x'}")).match(json("{}")))
                .isInstanceOf(PatternMatch.Skipped.class);
    }

    @Test
    void valueThatSpeaksOfNegationIsAFailureEvenWhenAnAnchorIsMissing() {
        Pattern pattern = Pattern.compile(json("{'^(b)':[{}], a:'x'}"));
        assertThat(pattern.match(json("{a:'y'}"))).isInstanceOf(PatternMatch.Failed.class);
        assertThat(pattern.match(json("{a:'negation anchor matched in resource'}")))
                .isInstanceOf(PatternMatch.Mismatched.class);
    }

    @Test
    void keysAreInTheOrderOfTheirBytes() {
        Pattern pattern = Pattern.compile(json("{'\ud83d\ude00':'x', '\ufb03':'x'}"));
        assertThat(pattern.match(json("{}")))
                .isInstanceOfSatisfying(
                        PatternMatch.Mismatched.class,
                        mismatch -> assertThat(mismatch.path()).isEqualTo("/\ufb03/"));
    }

    @Test
    void patternThatIsNestedTooDeepIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> Pattern.compile(JsonText.nestedLists(100_000)))
                .isInstanceOfSatisfying(
                        PatternException.class,
                        e -> assertThat(e.pointer()).isEqualTo("/0".repeat(Pattern.MAXIMUM_DEPTH)));
        assertThatThrownBy(() -> Pattern.compile(JsonText.nestedMaps("metadata", 100_000, json("1"))))
                .isInstanceOf(PatternException.class);
        assertThatThrownBy(() -> Pattern.compile(JsonText.nestedMaps("^(a)", 100_000, json("1"))))
                .isInstanceOf(PatternException.class);
    }

    @Test
    void deepestPatternMatchesOnASmallStack() throws Exception {
        for (String key : new String[] {"a", "(a)", "=(a)", "<(a)", "metadata"}) {
            JsonNode pattern = JsonText.nestedMaps(key, Pattern.MAXIMUM_DEPTH, json("'x'"));
            String plain = key.replaceAll("[^a-z]", "");
            CompletableFuture<PatternMatch> answer = new CompletableFuture<>();
            Thread thread = new Thread(
                    null,
                    () -> answer.complete(Pattern.compile(pattern)
                            .match(JsonText.nestedMaps(plain, Pattern.MAXIMUM_DEPTH, json("'y'")))),
                    "small stack",
                    512 << 10);
            thread.setUncaughtExceptionHandler((t, e) -> answer.completeExceptionally(e));
            thread.start();
            assertThat(answer.get()).isNotInstanceOf(PatternMatch.Matched.class);
        }
    }

    @Test
    void deepValuesAreJudgedWithoutTheirDepth() {
        JsonNode deep = JsonText.nestedMaps("a", 100_000, JsonText.nestedLists(100_000));
        for (String pattern :
                new String[] {"'x'", "null", "{a:'x'}", "{a:{a:'*'}}", "[{}]", "{'^(a)':[{}]}", "{'X(a)':1}"}) {
            assertThat(Pattern.compile(json(pattern)).match(deep)).isNotNull();
            assertThat(Pattern.compile(json(pattern)).match(JsonText.nestedLists(100_000)))
                    .isNotNull();
        }
    }

    @Test
    void nodesThatJsonDoesNotKnowAreNoAccident() {
        JsonNode pojo = new POJONode(new Object());
        JsonNode binary = BinaryNode.valueOf(new byte[] {1});
        assertThat(Pattern.compile(pojo).match(json("1")))
                .isInstanceOfSatisfying(
                        PatternMatch.Mismatched.class,
                        mismatch ->
                                assertThat(mismatch.text()).isEqualTo("failed at '/', pattern contains unknown type"));
        for (JsonNode value : new JsonNode[] {pojo, binary}) {
            for (String pattern : new String[] {"'x'", "'!x'", "1", "1.5", "null", "true", "{}", "[]", "[1]"}) {
                assertThat(Pattern.compile(json(pattern)).match(value)).isInstanceOf(PatternMatch.Mismatched.class);
            }
        }
    }

    @Test
    void longListsOfSkipsKeepTheirOrder() {
        JsonNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 20_000; i++) {
            ((com.fasterxml.jackson.databind.node.ArrayNode) list).add(json("{a:'" + i + "'}"));
        }
        PatternMatch match = Pattern.compile(json("[{'(a)':'x'}]")).match(list);
        assertThat(match)
                .isInstanceOfSatisfying(
                        PatternMatch.Skipped.class,
                        skipped -> assertThat(skipped.text())
                                .startsWith("conditional anchor mismatch: resource value '0'")
                                .endsWith("'19999' does not match 'x' at path /19999/a/"));
    }

    @Test
    void neitherPatternNorValueIsWrittenTo() {
        JsonNode pattern = json("{metadata:{labels:{'a*':'1', b:2}}}");
        JsonNode value = json("{metadata:{labels:{a1:'1'}}}");
        Pattern.compile(pattern).match(value);
        assertThat(pattern).hasToString("{\"metadata\":{\"labels\":{\"a*\":\"1\",\"b\":2}}}");
        assertThat(value).hasToString("{\"metadata\":{\"labels\":{\"a1\":\"1\"}}}");
    }

    @Test
    void laterChangesOfTheTreeDoNotReachACompiledPattern() {
        JsonNode tree = json("{a:{b:'x'}}");
        Pattern pattern = Pattern.compile(tree);
        ((com.fasterxml.jackson.databind.node.ObjectNode) tree.get("a")).set("b", TextNode.valueOf("y"));
        assertThat(pattern.match(json("{a:{b:'x'}}"))).isInstanceOf(PatternMatch.Matched.class);
    }
}
