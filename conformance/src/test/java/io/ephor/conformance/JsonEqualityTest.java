package io.ephor.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonEqualityTest {
    private static boolean same(JsonEquality equality, String left, String right) {
        return equality.same(Json.parse(left), Json.parse(right));
    }

    @Test
    void orderOfKeysDoesNotMatter() {
        assertThat(same(JsonEquality.KINDS, "{\"a\":1,\"b\":[2]}", "{\"b\":[2],\"a\":1}"))
                .isTrue();
    }

    @Test
    void everyDifferenceIsSeen() {
        assertThat(same(JsonEquality.KINDS, "{\"a\":1}", "{\"b\":1}")).isFalse();
        assertThat(same(JsonEquality.KINDS, "{\"a\":null}", "{}")).isFalse();
        assertThat(same(JsonEquality.KINDS, "[1,2]", "[2,1]")).isFalse();
        assertThat(same(JsonEquality.KINDS, "[1]", "[1,1]")).isFalse();
        assertThat(same(JsonEquality.KINDS, "\"1\"", "1")).isFalse();
        assertThat(same(JsonEquality.KINDS, "true", "false")).isFalse();
        assertThat(same(JsonEquality.KINDS, "null", "{}")).isFalse();
    }

    @Test
    void integersAndFloatsAreToldApartWhereAsked() {
        assertThat(same(JsonEquality.KINDS, "1", "1.0")).isFalse();
        assertThat(same(JsonEquality.VALUES, "1", "1.0")).isTrue();
        assertThat(same(JsonEquality.VALUES, "9007199254740993", "9007199254740992.0"))
                .isFalse();
        assertThat(same(JsonEquality.FLOATS, "9007199254740993", "9007199254740992"))
                .isTrue();
        assertThat(same(JsonEquality.VALUES, "9007199254740993", "9007199254740992"))
                .isFalse();
    }

    @Test
    void aNumberBeyond64BitsIsAFloat() {
        assertThat(Json.parse("9223372036854775808").isDouble()).isTrue();
        assertThat(Json.parse("9223372036854775807").isLong()).isTrue();
        assertThat(same(JsonEquality.KINDS, "9223372036854775808", "9223372036854775808.0"))
                .isTrue();
        assertThat(same(JsonEquality.KINDS, "1e400", "1e500")).isTrue();
    }
}
