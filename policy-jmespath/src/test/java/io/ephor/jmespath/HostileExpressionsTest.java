package io.ephor.jmespath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made to hurt ends in an error that says so, in no time and little memory. */
@Timeout(60)
class HostileExpressionsTest {
    private static final long MOST_NANOSECONDS = 1_000_000_000L;
    private static final long MOST_BYTES = 128L << 20;
    private static final int TEN_MEGABYTES = 10_000_000;
    private static final SearchContext CONTEXT =
            SearchContext.builder().randomSeed(1).build();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", "a.", "(", "[", "{a:", "!", "&", "'", "`", "\"", "a||", "a[?", "f(", "[*]", " ", "-", "\u00e9"
            })
    void refusesExpressionsOfTenMegabytes(String part) {
        String text = part.repeat(TEN_MEGABYTES / part.length());
        assertRefused(() -> JmesPath.compile(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{a:", "!", "a[?", "f(", "&", "a.", "a|", "a||", "a==", "*", "[]", "@.*."})
    void refusesAHundredThousandLevels(String part) {
        JmesPathCompiler compiler =
                JmesPath.builder().expressionLength(1_000_000).build();
        assertRefused(() -> compiler.compile(part.repeat(100_000)));
    }

    @Test
    void regularExpressionsThatBlowUpElsewhereAreLinear() {
        JsonNode text = TextNode.valueOf("a".repeat(100_000) + "!");
        assertQuick(() -> assertThat(search("regex_match('(a+)+$', @)", text)).hasToString("false"));
        assertQuick(() -> assertThat(search("regex_match('(a|aa)+$', @)", text)).hasToString("false"));
        assertQuick(() ->
                assertThat(search("regex_replace_all('(a+)+$', @, 'b')", text)).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "random('[a-z]{1000000}')",
                "random('([a-z]{1000}){1000}')",
                "random('(((a{1000}){1000}){1000}){1000}')",
                "random('((((((a*)*)*)*)*)*)*')",
                "regex_match('((a{1000}){1000}){1000}', 'a')",
                "regex_match('(', 'a')",
                "regex_replace_all('', @, 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')",
                "replace_all(@, '', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')",
                "join(@, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's',"
                        + " 't', 'u', 'v', 'w', 'x', 'y', 'z', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l',"
                        + " 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z'])",
                "parse_json(@)",
                "parse_yaml('a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]"
                        + "\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]"
                        + "\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f]')",
                "base64_decode(@)",
                "semver_compare('1.0.0', @)",
                "to_boolean(@)",
                "time_add(@, @)",
                "add(@, @)",
            })
    void functionsRefuseWhatWouldGrow(String expression) {
        JsonNode text = TextNode.valueOf("[".repeat(100_001));
        assertRefused(() -> search(expression, text));
    }

    @Test
    void textOfAHugeTreeIsRefused() {
        ArrayNode tree = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 1_000_000; i++) {
            tree.add("a text of some length");
        }
        assertRefused(() -> search("to_string(@)", tree));
        assertRefused(() -> search("base64_encode(to_string(@))", tree));
        assertRefused(() -> search("abs(@)", tree));
    }

    @Test
    void textOfADeepTreeNeedsNoStack() {
        ArrayNode tree = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 1_000_000; i++) {
            ArrayNode around = JsonNodeFactory.instance.arrayNode();
            around.add(tree);
            tree = around;
        }
        JsonNode deep = tree;
        assertAnswers(() -> search("to_string(@)", deep));
        assertAnswers(() -> search("abs(@)", deep));
        assertAnswers(() -> search("@ == [@]", deep));
        assertAnswers(() -> search("[][][]", deep));
        assertAnswers(() -> search("type(@)", deep));
    }

    private static JsonNode search(String expression, JsonNode document) {
        return JmesPath.compile(expression).search(document, CONTEXT);
    }

    private static void assertRefused(Callable<?> action) {
        assertQuick(() -> assertThatThrownBy(action::call)
                .isInstanceOf(JmesPathException.class)
                .message()
                .hasSizeBetween(1, 3_000_000));
    }

    private static void assertAnswers(Callable<?> action) {
        assertQuick(() -> {
            try {
                assertThat(action.call()).isNotNull();
            } catch (JmesPathException error) {
                assertThat(error.getMessage()).isNotEmpty();
            } catch (Exception other) {
                throw new AssertionError(other);
            }
        });
    }

    /** The time is that of the thread, so that a busy machine does not count. */
    private static void assertQuick(Runnable action) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        action.run();
        assertThat(THREADS.getCurrentThreadCpuTime() - start).isLessThan(MOST_NANOSECONDS);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - bytes).isLessThan(MOST_BYTES);
    }
}
