package io.ephor.jmespath.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class GoJsonTest {
    @Test
    void readsValues() {
        assertThat(GoJson.parse(" {\"a\":[1,2.5,-0,true,null,\"x\"],\"b\":{}} "))
                .hasToString("{\"a\":[1,2.5,-0.0,true,null,\"x\"],\"b\":{}}");
    }

    @Test
    void lastOfEqualKeysWins() {
        assertThat(GoJson.parse("{\"a\":{\"x\":1},\"a\":2}")).hasToString("{\"a\":2}");
    }

    @Test
    void halfASurrogatePairIsReplaced() {
        assertThat(GoJson.parse("\"\\ud83d\\ude00 \\ud83d \\ude00x \\ud83d\\u0041\"")
                        .textValue())
                .isEqualTo("\ud83d\ude00 \ufffd \ufffdx \ufffdA");
        assertThat(GoJson.parse("\"a\ud83d\"").textValue()).isEqualTo("a\ufffd");
    }

    @Test
    void errorsAreThoseOfGo() {
        assertFails("", "unexpected end of JSON input");
        assertFails("[1", "unexpected end of JSON input");
        assertFails("\"a", "unexpected end of JSON input");
        assertFails("nul", "invalid character ' ' in literal null (expecting 'l')");
        assertFails("1.", "invalid character ' ' after decimal point in numeric literal");
        assertFails("1ex", "invalid character 'x' in exponent of numeric literal");
        assertFails("01", "invalid character '1' after top-level value");
        assertFails("{\"a\" 1}", "invalid character '1' after object key");
        assertFails("{\"a\":1 2}", "invalid character '2' after object key:value pair");
        assertFails("[\u00e9]", "invalid character '\u00c3' looking for beginning of value");
        assertFails("1E400", "json: cannot unmarshal number 1E400 into Go value of type float64");
        assertFails("[".repeat(1_000_000), "exceeded max depth");
    }

    @Test
    void tellsANumberThatIsTooLargeFromATextThatIsNoJson() {
        assertThat(fault("[1e400, 2]").isSyntax()).isFalse();
        assertThat(fault("[1e400, 2").isSyntax()).isTrue();
        assertThat(fault("nginx").isSyntax()).isTrue();
    }

    private static GoJsonException fault(String text) {
        return catchThrowableOfType(GoJsonException.class, () -> GoJson.parse(text));
    }

    private static void assertFails(String text, String message) {
        assertThatThrownBy(() -> GoJson.parse(text))
                .isInstanceOf(GoJsonException.class)
                .hasMessage(message);
    }
}
