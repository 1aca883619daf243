package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTextTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | <nil> | <nil> | <nil>",
                "true | true | true | bool",
                "1000000 | 1000000 | 1e+06 | int64",
                "1.5 | 1.5 | 1.5 | float64",
                "\"a b\" | a b | a b | string",
                "[] | [] | [] | []interface {}",
                "[1,[\"x\",null],{}] | [1 [x <nil>] map[]] | [1 [x <nil>] map[]] | []interface {}",
                "{\"b\":[2000000],\"a\":\"x\"} | map[a:x b:[2000000]] | map[a:x b:[2e+06]] | map[string]interface {}",
            })
    void printsAsGo(String json, String asWritten, String asFloat, String type) throws JsonProcessingException {
        JsonNode value = MAPPER.readTree(json);
        assertThat(GoText.value(value, NumberView.AS_WRITTEN)).isEqualTo(asWritten);
        assertThat(GoText.value(value, NumberView.FLOAT64)).isEqualTo(asFloat);
        assertThat(GoText.typeName(value, NumberView.AS_WRITTEN)).isEqualTo(type);
    }

    @Test
    void wholeNumbersAreFloatsInThatView() {
        assertThat(GoText.typeName(JsonNodeFactory.instance.numberNode(1), NumberView.FLOAT64))
                .isEqualTo("float64");
    }

    @Test
    void aMissingNodePrintsAsNull() {
        assertThat(GoText.value(MissingNode.getInstance(), NumberView.AS_WRITTEN))
                .isEqualTo("<nil>");
    }

    @Test
    void keysStandInByteOrder() throws JsonProcessingException {
        JsonNode value = MAPPER.readTree("{\"\\ud83d\\ude00\":1,\"\\uff01\":2,\"a\":3,\"A\":4}");
        assertThat(GoText.value(value, NumberView.AS_WRITTEN)).isEqualTo("map[A:4 a:3 \uff01:2 \ud83d\ude00:1]");
    }

    @Test
    void printsAnyDepth() {
        JsonNode value = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 100_000; i++) {
            value = JsonNodeFactory.instance.objectNode().set("a", value);
        }
        assertThat(GoText.value(value, NumberView.AS_WRITTEN))
                .hasSize(100_000 * 7 + 2)
                .startsWith("map[a:map[a:");
    }
}
