package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.patterns.leaf.Operator;
import io.ephor.values.GoDuration;
import io.ephor.values.GoText;
import io.ephor.values.NumberText;
import io.ephor.values.NumberView;
import io.ephor.values.Quantity;
import io.ephor.values.SemanticVersion;
import io.ephor.values.SemanticVersionRange;
import io.ephor.values.Wildcard;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers the questions of the suite {@code primitives}, each in the form of its recorded row. */
final class PrimitiveAnswers {
    private static final List<String> QUESTIONS =
            List.of("kind", "text", "pattern", "texts", "row", "range", "hex", "value");

    private PrimitiveAnswers() {}

    /** Returns the row with Ephor's own answers, null when its kind is not known. */
    static @Nullable ObjectNode of(String kind, JsonNode row, JsonNode columns) {
        ObjectNode answer = SuiteRun.object();
        QUESTIONS.stream().filter(row::has).forEach(key -> answer.set(key, row.get(key)));
        String text = question(row);
        return switch (kind) {
            case "wildcard" -> wildcard(answer, row, columns);
            case "quantity" -> attempt(answer, () -> quantity(answer, Quantity.parse(text)));
            case "quantityCompare" -> answer.put("cmp", signs(text, columns, Quantity::parse));
            case "duration" -> attempt(answer, () -> duration(answer, GoDuration.parse(text)));
            case "number" -> number(answer, text);
            case "float" -> printed(answer, NumberText.parseFloat(text).orElseThrow());
            case "print" ->
                answer.put("v", GoText.value(row.get("value"), NumberView.AS_WRITTEN))
                        .put("T", GoText.typeName(row.get("value"), NumberView.AS_WRITTEN));
            case "operator" -> answer.put("op", Operator.of(text).symbol());
            case "semver" -> attempt(answer, () -> SemanticVersion.parse(text));
            case "semverCompare" -> answer.put("cmp", signs(text, columns, SemanticVersion::parse));
            case "semverRange" -> attempt(answer, () -> range(answer, SemanticVersionRange.parse(text), columns));
            default -> null;
        };
    }

    /** Returns the text that a row asks about, empty when it asks about a value. */
    static String question(JsonNode row) {
        return QUESTIONS.stream()
                .skip(1)
                .filter(key -> row.path(key).isTextual())
                .map(key -> row.get(key).textValue())
                .findFirst()
                .orElse("");
    }

    private static ObjectNode wildcard(ObjectNode answer, JsonNode row, JsonNode texts) {
        String pattern = question(row);
        Wildcard compiled = Wildcard.compile(pattern);
        String bits = bits(texts, compiled::matches);
        if (!bits.equals(bits(texts, text -> Wildcard.matches(pattern, text)))) {
            throw new IllegalStateException("the compiled pattern answers otherwise than the uncompiled one");
        }
        if (row.has("containsWildcard")) {
            answer.put("containsWildcard", Wildcard.containsWildcard(pattern));
        }
        return answer.put("bits", bits);
    }

    private static void quantity(ObjectNode answer, Quantity quantity) {
        answer.put("canonical", quantity.toString());
        answer.put("decimal", quantity.decimalValue().toPlainString());
    }

    private static void duration(ObjectNode answer, GoDuration duration) {
        answer.put("ns", duration.nanos()).put("text2", duration.toString());
    }

    private static ObjectNode number(ObjectNode answer, String text) {
        OptionalLong whole = NumberText.parseInteger(text);
        OptionalDouble real = NumberText.parseFloat(text);
        answer.put("int", whole.isPresent() ? (Long) whole.getAsLong() : null);
        return answer.put("float", real.isPresent() ? NumberText.general(real.getAsDouble()) : null);
    }

    private static ObjectNode printed(ObjectNode answer, double value) {
        if (Double.isFinite(value)) {
            answer.put("json", NumberText.json(value));
        }
        return answer.put("f6", NumberText.fixed(value))
                .put("E", NumberText.scientific(value))
                .put("v", NumberText.general(value));
    }

    private static void range(ObjectNode answer, SemanticVersionRange range, JsonNode columns) {
        answer.put("bits", bits(columns, version -> range.contains(SemanticVersion.parse(version))));
    }

    private static ObjectNode attempt(ObjectNode answer, Runnable question) {
        try {
            question.run();
            return answer.put("ok", true);
        } catch (IllegalArgumentException fault) {
            return answer.put("ok", false).put("error", fault.getMessage());
        }
    }

    private static String bits(JsonNode texts, Predicate<String> question) {
        StringBuilder bits = new StringBuilder();
        texts.forEach(text -> bits.append(question.test(text.textValue()) ? '1' : '0'));
        return bits.toString();
    }

    private static <T extends Comparable<T>> String signs(String text, JsonNode columns, Function<String, T> parser) {
        T left = parser.apply(text);
        StringBuilder signs = new StringBuilder();
        for (JsonNode column : columns) {
            int order = left.compareTo(parser.apply(column.textValue()));
            signs.append(order < 0 ? '<' : order > 0 ? '>' : '=');
        }
        return signs.toString();
    }
}
