package io.ephor.engine.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.values.NumberView;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostileConditionsTest {
    private static final int MANY = 100_000;

    @ParameterizedTest
    @EnumSource
    void answersForNumbersOfAnySize(ConditionOperator operator) {
        List<JsonNode> numbers = List.of(
                DecimalNode.valueOf(new BigDecimal("1e2147483647")),
                DecimalNode.valueOf(new BigDecimal("-1e-2147483646")),
                BigIntegerNode.valueOf(BigInteger.TEN.pow(400)),
                DoubleNode.valueOf(Double.NaN),
                DoubleNode.valueOf(Double.NEGATIVE_INFINITY),
                LongNode.valueOf(Long.MIN_VALUE),
                TextNode.valueOf("1e2147483647"),
                TextNode.valueOf("1e-2147483648"),
                TextNode.valueOf("9".repeat(1_000_000)),
                TextNode.valueOf("0x1p-999999999"),
                TextNode.valueOf("9".repeat(1_000_000) + "h"),
                TextNode.valueOf("1." + "0".repeat(1_000_000) + "1.1"),
                TextNode.valueOf("1e999"),
                TextNode.valueOf("1e999999999-1e999999999"));
        for (JsonNode key : numbers) {
            for (JsonNode value : numbers) {
                for (NumberView view : NumberView.values()) {
                    assertAnswers(() -> Conditions.holdsAsked(key, operator.literal(), value, view));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersForNodesThatAreNoJson(ConditionOperator operator) {
        List<JsonNode> nodes = List.of(
                new POJONode(new Object()),
                JsonNodeFactory.instance.binaryNode(new byte[3]),
                MissingNode.getInstance(),
                NullNode.instance,
                TextNode.valueOf("\ud800"),
                Conditions.NOTHING);
        for (JsonNode key : nodes) {
            for (JsonNode value : nodes) {
                assertAnswers(() -> operator.test(operator.literal()).holds(operand(key), operand(value)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersForValuesOfAnyDepth(ConditionOperator operator) {
        JsonNode deep = nested(MANY);
        ArrayNode list = JsonNodeFactory.instance.arrayNode().add(deep);

        assertAnswers(() -> operator.test(operator.literal()).holds(operand(deep), operand(nested(MANY))));
        assertAnswers(() -> operator.test(operator.literal()).holds(operand(list), operand(list)));
        TextNode json = TextNode.valueOf("[".repeat(MANY) + "]".repeat(MANY));
        assertAnswers(() -> operator.test(operator.literal()).holds(operand(TextNode.valueOf("a")), operand(json)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AnyIn", "AllIn", "AnyNotIn", "AllNotIn", "Equals", "NotEquals", "In", "NotIn"})
    void matchesLongTextsWithManyWildcards(String operator) {
        TextNode pattern = TextNode.valueOf("*a".repeat(500_000) + "*b");
        TextNode text = TextNode.valueOf("a".repeat(1_000_000));
        ArrayNode patterns = JsonNodeFactory.instance.arrayNode().add(pattern);
        boolean negated = operator.contains("Not");

        assertThat(Conditions.holds(text, operator, pattern)).isEqualTo(negated && !operator.equals("NotIn"));
        if (!operator.endsWith("Equals")) {
            assertThat(Conditions.holds(text, operator, patterns)).isEqualTo(negated);
        }
    }

    @Test
    void comparesLongListsOfPlainTexts() {
        ArrayNode keys = list(MANY, i -> "key-" + i);
        ArrayNode values = list(MANY, i -> "value-" + i);

        assertThat(Conditions.holds(keys, "AnyIn", values)).isFalse();
        assertThat(Conditions.holds(keys, "AllNotIn", values)).isTrue();
        assertThat(Conditions.holds(keys, "AllIn", keys)).isTrue();
        assertThat(Conditions.holds(keys, "In", keys)).isTrue();
        assertThat(Conditions.holds(keys, "NotIn", values)).isTrue();
    }

    @Test
    void comparesTextsOfEqualHashes() {
        ArrayNode keys = list(1 << 14, i -> colliding(i, 14));
        ArrayNode values = list(1 << 14, i -> colliding(i, 14) + "x");

        assertThat(Conditions.holds(keys, "AnyIn", values)).isFalse();
    }

    @Test
    void refusesToCompareTooManyPatterns() {
        ArrayNode patterns = list(MANY, i -> "a" + i + "*");
        ArrayNode texts = list(MANY, i -> "b" + i);
        for (String operator : List.of("AnyIn", "AllNotIn")) {
            assertTooMany(texts, operator, patterns);
            assertTooMany(patterns, operator, texts);
        }
        // the first key decides
        assertThat(Conditions.holds(texts, "AllIn", patterns)).isFalse();
        assertThat(Conditions.holds(texts, "AnyNotIn", patterns)).isTrue();
        ArrayNode questions = list(1_000, i -> "*?" + "x".repeat(1_000) + i + "*");
        assertTooMany(TextNode.valueOf("x".repeat(2_000)), "AnyIn", questions);
        assertTooMany(TextNode.valueOf("x".repeat(2_000)), "In", questions);
    }

    @Test
    void comparesTwoThousandPatternsWithTwoThousandTexts() {
        ArrayNode patterns = list(2_000, i -> "registry.example.com/team-" + i + "/*");
        ArrayNode texts = list(2_000, i -> "registry.example.org/team-" + i + "/image:v" + i);

        assertThat(Conditions.holds(texts, "AnyIn", patterns)).isFalse();
        assertThat(Conditions.holds(texts, "AllNotIn", patterns)).isTrue();
    }

    @Test
    void joinsManyMessages() {
        ArrayNode conditions = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < MANY; i++) {
            conditions
                    .addObject()
                    .put("key", "a")
                    .put("operator", "Equals")
                    .put("value", "a")
                    .put("message", "m" + i);
        }

        ConditionOutcome outcome = Conditions.compile(conditions).evaluate(Conditions.scope(Conditions.NOTHING));

        assertThat(outcome.message()).startsWith("m0;m1;").endsWith(";m99999");
    }

    private static void assertTooMany(JsonNode key, String operator, JsonNode value) {
        assertThatThrownBy(() -> Conditions.holds(key, operator, value))
                .isInstanceOf(ConditionException.class)
                .hasMessage("too many patterns to compare with too many texts: over 536870912 characters");
    }

    /** Any answer will do, and so will an error of conditions; anything else fails. */
    private static void assertAnswers(Runnable question) {
        assertThatCode(() -> {
                    long start = System.nanoTime();
                    try {
                        question.run();
                    } catch (ConditionException exception) {
                        assertThat(exception).hasMessageNotContaining("null");
                    }
                    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
                })
                .doesNotThrowAnyException();
    }

    private static Operand operand(JsonNode node) {
        return new Operand(node, NumberView.FLOAT64, NumberView.AS_WRITTEN);
    }

    private static JsonNode nested(int depth) {
        JsonNode node = TextNode.valueOf("a");
        for (int i = 0; i < depth; i++) {
            node = JsonNodeFactory.instance.arrayNode().add(node);
        }
        return node;
    }

    private static ArrayNode list(int size, IntFunction<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode(size);
        for (int i = 0; i < size; i++) {
            list.add(texts.apply(i));
        }
        return list;
    }

    /** Texts of the same length and hash: each bit chooses between two pairs of letters. */
    private static String colliding(int number, int bits) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < bits; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }
}
