package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.jmespath.JmesPath;
import io.ephor.jmespath.JmesPathException;
import io.ephor.jmespath.SearchContext;
import io.ephor.jmespath.function.BinaryText;
import io.ephor.jmespath.function.GoInteger;
import io.ephor.jmespath.function.ItemList;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an expression: a value or an error.
 *
 * @param kind the kind of error as the recordings name it; null for a value
 * @param text the text of the error; empty for a value
 * @param value the value; null for an error
 */
record JmesPathOutcome(
        @Nullable String kind, String text, @Nullable JsonNode value) {
    /** A time after those that the recordings name, and some seed. */
    static final SearchContext OUTSIDE = SearchContext.builder()
            .now(Instant.parse("2026-11-23T20:00:00Z"))
            .randomSeed(1)
            .build();

    private static final String BASE64 = "illegal base64 data at input byte ";

    /** Errors of parse_yaml are compared by their kind: the words of the syntax are the parser's own. */
    private static final List<String> KINDS = List.of("yaml: ", "unsupported map key of type: ");

    /** An expression as compiled, or the error that it has instead. */
    record Compiled(@Nullable JmesPath expression, @Nullable JmesPathException error) {
        static Compiled of(String text) {
            try {
                return new Compiled(JmesPath.compile(text), null);
            } catch (JmesPathException exception) {
                return new Compiled(null, exception);
            }
        }

        private static String text(JmesPathException exception) {
            return String.valueOf(exception.getMessage());
        }

        JmesPathOutcome on(JsonNode data) {
            if (expression == null) {
                return new JmesPathOutcome("compile", error == null ? "" : text(error), null);
            }
            try {
                return new JmesPathOutcome(null, "", expression.search(data, OUTSIDE));
            } catch (JmesPathException exception) {
                boolean unknown = exception.code() == JmesPathException.Code.UNKNOWN_KEY;
                return new JmesPathOutcome(unknown ? "nf" : "rt", text(exception), null);
            }
        }
    }

    static boolean isCompileError(JsonNode row) {
        return row.path("k").asText().equals("compile");
    }

    /** Returns the outcome in the form of the recordings. */
    ObjectNode json() {
        ObjectNode json = SuiteRun.object();
        if (value == null) {
            return json.put("k", kind).put("x", text);
        }
        json.set("r", isFinite(value) ? value : NullNode.instance);
        if (value.isNumber()) {
            json.put("t", value instanceof GoInteger ? "int" : "float");
        } else if (value instanceof ItemList) {
            json.put("t", "maps");
        }
        return json;
    }

    /** Says whether the outcome is the recorded one. */
    boolean agrees(JsonNode row, JsonNode recorded) {
        return agrees(row, recorded, recorded.path("t").asText());
    }

    /** Says whether the outcome is the recorded one where no integers of Go are among the data. */
    boolean agreesAsNumber(JsonNode row, JsonNode recorded) {
        String type = recorded.path("t").asText();
        boolean data = type.equals("int") && !row.has("fl");
        return agrees(row, recorded, data ? "" : type);
    }

    private boolean agrees(JsonNode row, JsonNode recorded, String type) {
        String recordedKind = recorded.path("k").asText("");
        if (recordedKind.equals("panic")) {
            return value == null
                    ? !"compile".equals(kind)
                    : mayBeSane(row.path("e").asText());
        }
        if (!recordedKind.isEmpty()) {
            return recordedKind.equals(kind) && sameText(row, recorded.path("x").asText());
        }
        if (value == null) {
            return false;
        }
        return recorded.has("u")
                ? sameUnwritable(recorded, value)
                : sameType(type, value) && sameValue(recorded, value);
    }

    /** Where the reference stops altogether, these calls may have the value that they should have. */
    private static boolean mayBeSane(String expression) {
        return expression.contains("contains(") || expression.contains("items(");
    }

    private boolean sameText(JsonNode row, String expected) {
        if (expected.startsWith(BASE64)) {
            return text.startsWith(BASE64);
        }
        for (String kind : KINDS) {
            if (expected.startsWith(kind)) {
                return text.startsWith(kind);
            }
        }
        return expected.equals(text) || (row.path("f").asText().equals("x509_decode") && !text.isEmpty());
    }

    private static boolean sameUnwritable(JsonNode recorded, JsonNode value) {
        String reason = recorded.path("u").asText();
        return switch (reason) {
            case "NaN" -> value.isNumber() && Double.isNaN(value.doubleValue());
            case "+Inf" -> value.isNumber() && value.doubleValue() == Double.POSITIVE_INFINITY;
            case "-Inf" -> value.isNumber() && value.doubleValue() == Double.NEGATIVE_INFINITY;
            case "invalid UTF-8 inside" -> JsonEquality.FLOATS.same(recorded.path("r"), value);
            default -> value.isContainerNode() && !isFinite(value);
        };
    }

    private static boolean isFinite(JsonNode value) {
        if (value.isNumber()) {
            return Double.isFinite(value.doubleValue());
        }
        for (JsonNode child : value) {
            if (!isFinite(child)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameType(String type, JsonNode value) {
        return switch (type) {
            case "float" -> value.isNumber() && !(value instanceof GoInteger);
            case "int" -> value instanceof GoInteger;
            case "maps" -> value instanceof ItemList;
            case "jmespath.expRef" -> value.isPojo();
            default -> true;
        };
    }

    private static boolean sameValue(JsonNode recorded, JsonNode value) {
        if (recorded.has("b64")) {
            byte[] bytes = Base64.getDecoder().decode(recorded.path("b64").asText());
            return value.isTextual() && Arrays.equals(bytes, BinaryText.bytes(value));
        }
        return JsonEquality.FLOATS.same(recorded.path("r"), withoutReferences(value));
    }

    /** Returns the value with an empty object for every reference to an expression, as its JSON has it. */
    private static JsonNode withoutReferences(JsonNode value) {
        return value.isContainerNode() || value.isPojo() ? Json.parse(Json.write(value)) : value;
    }
}
