package io.ephor.jmespath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.function.ArgumentType;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.Signature;
import io.ephor.jmespath.syntax.GoJson;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JmesPathTest {
    @Test
    void runsTheExampleOfTheDocumentation() {
        JsonNode pod = GoJson.parse("{\"spec\":{\"containers\":[{\"image\":\"a:latest\"},{\"image\":\"b:1\"}]}}");
        JmesPath images = JmesPath.compile("spec.containers[].image | [?ends_with(@, ':latest')]");
        assertThat(images.search(pod)).hasToString("[\"a:latest\"]");
        assertThat(images.expression()).isEqualTo("spec.containers[].image | [?ends_with(@, ':latest')]");
    }

    @Test
    void missingKeyIsAnErrorAlongAPath() {
        assertError("{}", "a.b", JmesPathException.Code.UNKNOWN_KEY, "Unknown key \"a\" in path", 0);
        assertError("{\"a\":{}}", "a.b", JmesPathException.Code.UNKNOWN_KEY, "Unknown key \"b\" in path", 2);
        assertError("{}", "a.b[*].c", JmesPathException.Code.UNKNOWN_KEY, "Unknown key \"a\" in path", 0);
        assertError("{\"a\":true}", "a && b", JmesPathException.Code.UNKNOWN_KEY, "Unknown key \"b\" in path", 5);
    }

    @Test
    void missingKeyIsNullBehindAPipeAnOrAComparisonAndAProjection() {
        assertSearch("{}", "a | @", "null");
        assertSearch("{}", "a == b", "true");
        assertSearch("{}", "a || b", "null");
        assertSearch("{}", "!a", "true");
        assertSearch("{}", "a.b[].c", "null");
        assertSearch("{}", "[a]", "[null]");
        assertSearch("{\"a\":[{},{\"b\":1}]}", "a[*].b", "[1]");
    }

    @Test
    void keyOfAnythingButAnObjectIsNull() {
        assertSearch("{\"a\":null}", "a.b.c", "null");
        assertSearch("[1]", "a", "null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p.q",
                "p.q.name",
                "p.q.none.name",
                "p.q.name.none",
                "p.q.list[0].a",
                "p.q.list[-1:].a",
                "p.q.list[*].a",
                "p.q.list[].none",
                "p.q.list[?a > `1`].a",
                "p.q.[list, none][]",
                "p.q.{one: name, two: none}",
                "p.q.*",
                "p.q.none || 'other'",
                "p.q.name && p.q.none",
                "!(p.q.none)",
                "p.q.name == 'n'",
                "p.q.list | [0]",
                "[p.q.name, p.q.list]",
                "{one: p.q.name}",
                "length(p.q.list)",
                "length(p.q.none)",
                "sort_by(p.q.list, &a)",
                "to_number(p.q.name)",
                "no_such_function(p.q)",
                "p.q.list[::0]",
                "'nothing'",
            })
    void findsInAPartWhatItFindsInTheWhole(String expression) {
        JsonNode part = GoJson.parse("{\"name\":\"n\",\"list\":[{\"a\":2},{\"a\":1},{\"b\":1}]}");
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putObject("p").set("q", part);
        JmesPath whole = JmesPath.compile(expression);

        JmesPath inner = whole.below(List.of("p", "q"));

        assertThat(inner).isNotNull().hasToString(expression);
        assertThat(outcome(inner, part)).isEqualTo(outcome(whole, document));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"@", "p", "p.r", "q.p", "[0]", "@.p.q", "p.q.name || r", "[p.q, r]", "contains(@, p.q)", "p[0]"})
    void isNotSearchedInAPartWhereItLooksAtMore(String expression) {
        assertThat(JmesPath.compile(expression).below(List.of("p", "q"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "none",
                "none.a | @",
                "list[].a",
                "length(none)",
                "length(none) || 'other'",
                "length(name) == `1`",
                "keys(name)[]",
                "keys(name)[].x",
                "keys(@)[?keys(@)]",
                "name.keys(@)[?@ == 'a']",
                "[keys(name)[], length(none), name]",
                "[keys(name)[], name]",
                "keys(name)[].none || length(none)",
                "to_number(keys(name)[] | to_string(@))",
                "sort_by(list, &length(a))",
                "map(&length(none), list)",
                "no_such_function(name)",
                "list[::0]",
                "parse_json(name)",
                "keys(name)[] || keys(@)[]",
                "*.keys(@)",
                "[length(none), keys(name)[]]",
            })
    void hasNoValueWhereASearchEndsInAnError(String expression) {
        JsonNode document = GoJson.parse("{\"name\":\"n\",\"list\":[{\"a\":2},{\"a\":1},{\"b\":1}]}");
        JmesPath path = JmesPath.compile(expression);

        String outcome = outcome(path, document);

        boolean isError = !outcome.startsWith("{") && outcome.contains(" at ");
        String unknown = JmesPathException.Code.UNKNOWN_KEY + " ";
        assertThat(String.valueOf(path.orNull(document, SearchContext.empty()))).isEqualTo(isError ? "null" : outcome);
        assertThat(path.orNull(document, SearchContext.empty()) == null).isEqualTo(isError);
        if (!isError || outcome.startsWith(unknown)) {
            assertThat(path.find(document, SearchContext.empty()) == null).isEqualTo(isError);
        } else {
            assertThatThrownBy(() -> path.find(document, SearchContext.empty())).isInstanceOf(JmesPathException.class);
        }
    }

    @Test
    void hasNoPartWithoutAPath() {
        JmesPath path = JmesPath.compile("a");

        assertThatThrownBy(() -> path.below(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static String outcome(JmesPath path, JsonNode document) {
        try {
            return path.search(document).toString();
        } catch (JmesPathException exception) {
            return exception.code() + " " + exception.getMessage() + " at " + exception.position();
        }
    }

    @Test
    void notBindsTighterThanADot() {
        assertSearch("{\"a\":{\"b\":true}}", "!a.b", "null");
        assertSearch("{\"a\":{\"b\":true}}", "!(a.b)", "false");
    }

    @Test
    void projectionsDropNulls() {
        assertSearch("{}", "[`null`,`null`][]", "[]");
        assertSearch("{\"a\":[null,1]}", "a[*]", "[1]");
        assertSearch("{\"b\":2,\"a\":1}", "*", "[1,2]");
    }

    @Test
    void takesMissingCommas() {
        assertSearch("{\"a\":\"x\",\"b\":\"x\"}", "starts_with(a b)", "true");
        assertSearch("{\"a\":1,\"b\":2}", "{x: a y: b}", "{\"x\":1,\"y\":2}");
    }

    @Test
    void unknownFunctionShowsOnlyWhereItIsCalled() {
        assertSearch("{}", "'a' || nosuch(@)", "\"a\"");
        assertError("{}", "nosuch(@)", JmesPathException.Code.FUNCTION, "unknown function: nosuch", 0);
    }

    @Test
    void argumentsAreCheckedBeforeTheCall() {
        assertError("{}", "abs(@, @)", JmesPathException.Code.FUNCTION, "incorrect number of args", 0);
        assertError(
                "{\"a\":[1,null]}",
                "  abs(a)",
                JmesPathException.Code.FUNCTION,
                "Invalid type for: [1 <nil>], expected: []jmespath.JpType{\"number\"}",
                2);
    }

    @Test
    void slicesClipAndRefuseAStepOfZero() {
        assertSearch("[0,1,2,3]", "[1:100]", "[1,2,3]");
        assertSearch("[0,1,2,3]", "[::-2]", "[3,1]");
        assertSearch("[0,1,2,3]", "[::9223372036854775807]", "[0]");
        assertSearch("[0,1,2,3]", "[::-9223372036854775808]", "[3]");
        assertError("[0]", "[::0]", JmesPathException.Code.EVALUATION, "Invalid slice, step cannot be 0", 1);
        assertSearch("{}", "@[::0]", "null");
    }

    @Test
    void syntaxErrorsHaveAPlace() {
        assertError(
                "{}", "a.", JmesPathException.Code.SYNTAX, "SyntaxError: Expected identifier, lbracket, or lbrace", 2);
        assertError("{}", "a ^", JmesPathException.Code.SYNTAX, "SyntaxError: Unknown char: '^'", 2);
        assertError(
                "{}",
                "`tru`",
                JmesPathException.Code.SYNTAX,
                "invalid character ' ' in literal true (expecting 'e')",
                0);
    }

    @Test
    void ownFunctionsAreCalled() {
        JmesPathCompiler compiler = JmesPath.builder()
                .function(
                        Signature.of("twice", ArgumentType.STRING),
                        (given, context) ->
                                TextNode.valueOf(given.get(0).textValue().repeat(2)))
                .function(Signature.of("never", ArgumentType.ANY), (given, context) -> {
                    throw new FunctionException("not today");
                })
                .build();
        assertThat(compiler.compile("twice('ab')").search(GoJson.parse("{}"))).hasToString("\"abab\"");
        JmesPath never = compiler.compile("[never(@)]");
        assertThatThrownBy(() -> never.search(GoJson.parse("{}")))
                .isInstanceOfSatisfying(JmesPathException.class, error -> {
                    assertThat(error).hasMessage("not today");
                    assertThat(error.position()).isEqualTo(1);
                    assertThat(error.code()).isEqualTo(JmesPathException.Code.EVALUATION);
                });
    }

    @Test
    void longExpressionIsRefusedAtOnce() {
        assertLimit(() -> JmesPath.compile("a.".repeat(5_000_000)), "longer than 100000 characters");
    }

    @Test
    void deepExpressionIsRefusedAtOnce() {
        assertLimit(() -> JmesPath.compile("(".repeat(100_000)), "nested deeper than 500");
        assertLimit(() -> JmesPath.compile("!".repeat(100_000)), "nested deeper than 500");
        assertLimit(() -> JmesPath.compile("a" + ".a".repeat(40_000)), "nested deeper than 500");
        assertLimit(() -> JmesPath.compile("a" + "[]".repeat(40_000)), "nested deeper than 500");
        assertLimit(() -> JmesPath.compile("[".repeat(100_000)), "nested deeper than 500");
    }

    @Test
    void deepLiteralIsReadWithoutRecursion() {
        String deep = "[".repeat(9_000) + "]".repeat(9_000);
        assertThat(JmesPath.compile("to_string(`" + deep + "`)")
                        .search(GoJson.parse("{}"))
                        .textValue())
                .isEqualTo(deep);
    }

    @Test
    void textOfAHugeTreeIsRefused() {
        String doubling = "[@,@]" + "|[@,@]".repeat(60);
        JsonNode document = GoJson.parse("{}");
        assertLimit(() -> JmesPath.compile(doubling + "|to_string(@)").search(document), "text is longer than");
        assertLimit(
                () -> JmesPath.compile("(" + doubling + ")==(" + doubling + ")").search(document), "comparison");
    }

    @Test
    void errorTextOfAHugeTreeIsShort() {
        String doubling = "[@,@]" + "|[@,@]".repeat(60);
        JmesPath expression = JmesPath.compile(doubling + "|abs(@)");
        assertThatThrownBy(() -> expression.search(GoJson.parse("{}")))
                .isInstanceOf(JmesPathException.class)
                .hasMessageContaining("more than 1048576 characters");
    }

    @Test
    void listThatDoublesIsRefused() {
        String doubling = "[@,@]" + "|[@,@][]".repeat(60);
        assertLimit(() -> JmesPath.compile(doubling).search(GoJson.parse("{}")), "elements");
    }

    private static void assertLimit(Callable<?> action, String message) {
        long start = System.nanoTime();
        assertThatThrownBy(action::call).isInstanceOfSatisfying(JmesPathException.class, error -> {
            assertThat(error.code()).isEqualTo(JmesPathException.Code.LIMIT);
            assertThat(error).hasMessageContaining(message);
        });
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    private static void assertSearch(String document, String expression, String expected) {
        assertThat(JmesPath.compile(expression).search(GoJson.parse(document)))
                .as(expression)
                .hasToString(expected);
    }

    private static void assertError(
            String document, String expression, JmesPathException.Code code, String message, int position) {
        assertThatThrownBy(() -> JmesPath.compile(expression).search(GoJson.parse(document)))
                .as(expression)
                .isInstanceOfSatisfying(JmesPathException.class, error -> {
                    assertThat(error).hasMessage(message);
                    assertThat(error.code()).isEqualTo(code);
                    assertThat(error.position()).isEqualTo(position);
                });
    }
}
