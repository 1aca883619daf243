package io.ephor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ContentTestTest {
    private static final JsonNode CONTENT = Json.parse("{\"a\":{\"b\":\"one\\ttwo\"},\"n\":1}");

    private static boolean holds(String form) {
        return ContentTest.read(Json.parse(form)).holds(CONTENT);
    }

    @Test
    void looksAtThePlace() {
        assertThat(holds("{\"at\":\"/a/b\",\"contains\":\"\\t\"}")).isTrue();
        assertThat(holds("{\"at\":\"/a/b\",\"contains\":\"three\"}")).isFalse();
        assertThat(holds("{\"at\":\"/a/b\",\"startsWith\":\"one\"}")).isTrue();
        assertThat(holds("{\"at\":\"/a/b\",\"endsWith\":\"two\"}")).isTrue();
        assertThat(holds("{\"at\":\"/a/b\",\"matches\":\"one.*\"}")).isTrue();
        assertThat(holds("{\"at\":\"/a/b\",\"matches\":\"one\"}")).isFalse();
        assertThat(holds("{\"at\":\"/n\",\"equals\":1}")).isTrue();
        assertThat(holds("{\"at\":\"/n\",\"contains\":\"1\"}")).isFalse();
        assertThat(holds("{\"at\":\"/a/c\",\"exists\":false}")).isTrue();
        assertThat(holds("{\"at\":\"/a/b\",\"exists\":false}")).isFalse();
    }

    @Test
    void refusesClaimsThatMeanNothing() {
        for (String form : new String[] {
            "{\"at\":\"/a\"}",
            "{\"at\":\"/a\",\"is\":1}",
            "{\"at\":\"/a\",\"contains\":1}",
            "{\"at\":\"/a\",\"matches\":\"(\"}",
            "{\"at\":\"a\",\"equals\":1}",
            "{\"at\":\"/a\",\"equals\":1,\"contains\":\"1\"}"
        }) {
            assertThatThrownBy(() -> holds(form)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
