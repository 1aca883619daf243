package io.ephor.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelSyntaxTest {
    @Test
    void knowsKeys() {
        for (String key : new String[] {"a", "A-b_c.D", "example.com/a", "a.b-c.d/x", "0", "x".repeat(63)}) {
            assertThat(LabelSyntax.isKey(key)).as(key).isTrue();
        }
        String[] others = {
            "",
            "-a",
            "a-",
            "a b",
            "a/b/c",
            "/a",
            "a/",
            "A.com/a",
            "a..b/x",
            "a.-b/x",
            "a-.b/x",
            "-a.b/x",
            ".a/x",
            "a./x",
            "x".repeat(64),
            "ü",
            "x".repeat(254) + "/a"
        };
        for (String other : others) {
            assertThat(LabelSyntax.isKey(other)).as(other).isFalse();
            assertThat(LabelSyntax.keyFault(other)).as(other).isNotEmpty();
        }
    }

    @Test
    void knowsValues() {
        for (String value : new String[] {"", "a", "1.0", "a_b", "x".repeat(63)}) {
            assertThat(LabelSyntax.isValue(value)).as(value).isTrue();
        }
        for (String other : new String[] {"*", "a b", "_a", "a.", "x".repeat(64), "a/b", "é"}) {
            assertThat(LabelSyntax.isValue(other)).as(other).isFalse();
            assertThat(LabelSyntax.valueFault(other)).as(other).isNotEmpty();
        }
    }

    @Test
    void saysEverythingThatIsWrong() {
        assertThat(LabelSyntax.keyFault("/"))
                .startsWith("prefix part must be non-empty; name part must be non-empty; name");
        assertThat(LabelSyntax.keyFault("A/b")).startsWith("prefix part a lowercase RFC 1123 subdomain must");
        assertThat(LabelSyntax.keyFault("x".repeat(64))).isEqualTo("name part must be no more than 63 bytes");
        assertThat(LabelSyntax.keyFault("x".repeat(254) + "/a"))
                .isEqualTo("prefix part must be no more than 253 bytes");
        assertThat(LabelSyntax.valueFault("é".repeat(32))).startsWith("must be no more than 63 bytes; a valid label");
    }
}
