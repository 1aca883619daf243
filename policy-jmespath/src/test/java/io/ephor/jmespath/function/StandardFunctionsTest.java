package io.ephor.jmespath.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.JmesPath;
import io.ephor.jmespath.JmesPathException;
import io.ephor.jmespath.syntax.GoJson;
import org.junit.jupiter.api.Test;

class StandardFunctionsTest {
    @Test
    void everyNameIsRegisteredOnce() {
        assertThat(StandardFunctions.ALL).extracting(NamedFunction::name).doesNotHaveDuplicates();
    }

    @Test
    void numbersAreRoundedToWholeNumbers() {
        assertResult("[abs(`-1.5`), ceil(`1.2`), floor(`-1.2`)]", "[1.5,2,-2]");
        assertResult("to_string(ceil(`-0.5`))", "\"-0\"");
        assertResult("avg(`[1, 2]`)", "1.5");
        assertThat(search("avg(`[]`)").doubleValue()).isNaN();
    }

    @Test
    void textsAreCountedAndTurnedByCodePoints() {
        assertResult("length('a\ud83d\ude00')", "2");
        assertResult("reverse('a\ud83d\ude00')", "\"\ud83d\ude00a\"");
        assertResult("join(', ', ['a', 'b'])", "\"a, b\"");
        assertResult("join(',', `[]`)", "\"\"");
    }

    @Test
    void textsAreOrderedByTheirBytes() {
        assertResult("sort(['\ud83d\ude00', '\uff5e'])", "[\"\uff5e\",\"\ud83d\ude00\"]");
        assertResult("max(['\ud83d\ude00', '\uff5e'])", "\"\ud83d\ude00\"");
        assertResult("[max(`[]`), min(`[3, 1, 2]`)]", "[null,1]");
    }

    @Test
    void containsComparesByValue() {
        assertResult("contains(`[[1], 2]`, `[1.0]`)", "true");
        assertResult("contains('abc', 'bc')", "true");
        assertResult("contains('1', `1`)", "false");
    }

    @Test
    void keysAndValuesAreInByteOrder() {
        assertResult("[keys(@), values(@)] | [0]", "[]");
        assertResult("keys(`{\"b\": 1, \"B\": 2, \"a\": 3}`)", "[\"B\",\"a\",\"b\"]");
        assertResult("values(`{\"b\": 1, \"B\": 2, \"a\": 3}`)", "[2,3,1]");
        assertResult("merge(`{\"a\": 1}`, `{\"a\": 2, \"b\": 3}`)", "{\"a\":2,\"b\":3}");
        assertFails("merge(@, `1`)", "interface conversion: interface {} is float64, not map[string]interface {}");
        assertFails("merge()", "Invalid arity.");
    }

    @Test
    void textOfAValueIsGos() {
        assertResult(
                "to_string(`{\"b\": [1.0, 1e21], \"a\": \"<\\u2028\\u0001\"}`)",
                "\"{\\\"a\\\":\\\"\\\\u003c\\\\u2028\\\\u0001\\\",\\\"b\\\":[1,1e+21]}\"");
        assertResult("to_string('a')", "\"a\"");
        assertFails("to_string(avg(`[]`))", "json: unsupported value: NaN");
    }

    @Test
    void conversionsTellTheTypes() {
        assertResult(
                "[type(`1`), type('a'), type(@), type([`1`]), type(`null`), type(`true`)]",
                "[\"number\",\"string\",\"object\",\"array\",\"null\",\"boolean\"]");
        assertFails("type(&a)", "unknown type");
        assertResult("[to_number('1.'), to_number(' 1'), to_number('0x1p4'), to_number(`true`)]", "[1,null,16,null]");
        assertResult("[to_array(`1`), to_array(`[1]`), not_null(a, b, 'c')]", "[[1],[1],\"c\"]");
    }

    @Test
    void sortsAndPicksByAnExpression() {
        String list = "`[{\"n\": 2}, {\"n\": 1, \"x\": 1}, {\"n\": 1}]`";
        assertResult("sort_by(" + list + ", &n)", "[{\"n\":1,\"x\":1},{\"n\":1},{\"n\":2}]");
        assertResult("[max_by(" + list + ", &n), min_by(" + list + ", &n)]", "[{\"n\":2},{\"n\":1,\"x\":1}]");
        assertResult("map(&x, " + list + ")", "[null,1,null]");
        assertResult("max_by(`[]`, &n)", "null");
        assertFails("sort_by(" + list + ", &x)", "invalid type, must be number of string");
        assertFails("sort_by(`[1, \"a\"]`, &@)", "error in sort_by comparison");
        assertFails("max_by(`[1, \"a\"]`, &@)", "invalid type, must be number");
        assertFails("abs(&a)", "Invalid type for: {{5 a []}}, expected: []jmespath.JpType{\"number\"}");
    }

    private static JsonNode search(String expression) {
        return JmesPath.compile(expression).search(GoJson.parse("{}"));
    }

    private static void assertResult(String expression, String expected) {
        assertThat(search(expression)).as(expression).hasToString(expected);
    }

    private static void assertFails(String expression, String message) {
        assertThatThrownBy(() -> search(expression))
                .as(expression)
                .isInstanceOf(JmesPathException.class)
                .hasMessage(message);
    }
}
