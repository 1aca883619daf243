package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonEqualityTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1 | true | true",
                "1 | 1.0 | true | false",
                "[1,{\"a\":1}] | [1,{\"a\":1.0}] | true | false",
                "{\"a\":1,\"b\":2} | {\"b\":2,\"a\":1} | true | true",
                "{\"a\":1} | {\"b\":1} | false | false",
                "{\"a\":null} | {\"b\":null} | false | false",
                "[1,2] | [2,1] | false | false",
                "[1] | [1,2] | false | false",
                "[] | {} | false | false",
                "[] | null | false | false",
                "null | null | true | true",
                "null | 0 | false | false",
                "\"1\" | 1 | false | false",
                "\"true\" | true | false | false",
                "true | true | true | true",
                "true | false | false | false",
                "1e400 | 1e401 | true | true",
            })
    void comparesByValueOrByKind(String left, String right, boolean byValue, boolean byKind)
            throws JsonProcessingException {
        JsonNode one = MAPPER.readTree(left);
        JsonNode other = MAPPER.readTree(right);
        assertThat(JsonEquality.sameValue(one, other, NumberView.AS_WRITTEN)).isEqualTo(byValue);
        assertThat(JsonEquality.sameValue(other, one, NumberView.AS_WRITTEN)).isEqualTo(byValue);
        assertThat(JsonEquality.deepEqual(one, other, NumberView.AS_WRITTEN)).isEqualTo(byKind);
        assertThat(JsonEquality.deepEqual(other, one, NumberView.AS_WRITTEN)).isEqualTo(byKind);
        assertThat(JsonEquality.deepEqual(other, one, NumberView.FLOAT64)).isEqualTo(byValue);
    }

    @Test
    void theJavaTypeOfANumberDoesNotCount() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        assertThat(JsonEquality.deepEqual(nodes.numberNode(1), LongNode.valueOf(1), NumberView.AS_WRITTEN))
                .isTrue();
        assertThat(JsonEquality.deepEqual(nodes.numberNode(0.5f), nodes.numberNode(0.5), NumberView.AS_WRITTEN))
                .isTrue();
    }

    @Test
    void aMissingNodeEqualsNull() {
        assertThat(JsonEquality.deepEqual(
                        MissingNode.getInstance(), JsonNodeFactory.instance.nullNode(), NumberView.AS_WRITTEN))
                .isTrue();
    }

    @Test
    void comparesAnyDepth() {
        JsonNode one = nested(100_000, 1);
        assertThat(JsonEquality.deepEqual(one, nested(100_000, 1), NumberView.AS_WRITTEN))
                .isTrue();
        assertThat(JsonEquality.sameValue(one, nested(100_000, 2), NumberView.AS_WRITTEN))
                .isFalse();
    }

    private static JsonNode nested(int depth, int innermost) {
        JsonNode value = JsonNodeFactory.instance.numberNode(innermost);
        for (int i = 0; i < depth; i++) {
            value = i % 2 == 0
                    ? JsonNodeFactory.instance.arrayNode().add(value)
                    : JsonNodeFactory.instance.objectNode().set("a", value);
        }
        return value;
    }

    @Test
    void seesTheNumbersOfEachSideInAWayOfItsOwn() {
        JsonNode one = JsonNodeFactory.instance.arrayNode().add(1L);
        JsonNode other = JsonNodeFactory.instance.arrayNode().add(1L);
        JsonNode fraction = JsonNodeFactory.instance.arrayNode().add(1.0);

        assertThat(JsonEquality.deepEqual(one, NumberView.AS_WRITTEN, other, NumberView.FLOAT64))
                .isFalse();
        assertThat(JsonEquality.deepEqual(one, NumberView.FLOAT64, one, NumberView.AS_WRITTEN))
                .isFalse();
        assertThat(JsonEquality.deepEqual(one, NumberView.FLOAT64, fraction, NumberView.AS_WRITTEN))
                .isTrue();
        assertThat(JsonEquality.deepEqual(one, NumberView.FLOAT64, other, NumberView.FLOAT64))
                .isTrue();
    }
}
