package io.ephor.jmespath.function.time;

import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.function.FunctionContext;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.Signature;
import io.ephor.values.GoDuration;
import io.ephor.values.NumberText;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The functions on time. Times are read and printed by RFC 3339 unless a layout is given.
 *
 * <p>Kyverno: pkg/engine/jmespath/time.go
 */
public final class TimeFunctions {
    /** All of them. */
    public static final List<NamedFunction> ALL = List.of(
            new NamedFunction(Signature.of("time_since", STRING, STRING, STRING), TimeFunctions::since),
            new NamedFunction(
                    Signature.of("time_now"), (given, context) -> text(GoTime.of(context.now(), context.zone()))),
            new NamedFunction(
                    Signature.of("time_now_utc"), (given, context) -> text(GoTime.of(context.now(), ZoneOffset.UTC))),
            new NamedFunction(
                    Signature.of("time_to_cron", STRING),
                    (given, context) -> TextNode.valueOf(time(given, 0, context).cron())),
            new NamedFunction(
                    Signature.of("time_add", STRING, STRING),
                    (given, context) -> text(time(given, 0, context).plus(duration(given, 1)))),
            new NamedFunction(Signature.of("time_parse", STRING, STRING), TimeFunctions::parse),
            new NamedFunction(
                    Signature.of("time_utc", STRING),
                    (given, context) -> text(time(given, 0, context).toUtc())),
            new NamedFunction(
                    Signature.of("time_diff", STRING, STRING),
                    (given, context) -> duration(time(given, 0, context), time(given, 1, context))),
            new NamedFunction(
                    Signature.of("time_before", STRING, STRING),
                    (given, context) ->
                            BooleanNode.valueOf(isBefore(time(given, 0, context), time(given, 1, context)))),
            new NamedFunction(
                    Signature.of("time_after", STRING, STRING),
                    (given, context) -> BooleanNode.valueOf(isAfter(time(given, 0, context), time(given, 1, context)))),
            new NamedFunction(Signature.of("time_between", STRING, STRING, STRING), TimeFunctions::between),
            new NamedFunction(
                    Signature.of("time_truncate", STRING, STRING),
                    (given, context) -> text(time(given, 0, context).truncated(duration(given, 1)))));

    private TimeFunctions() {}

    private static JsonNode since(List<JsonNode> given, FunctionContext context) {
        String layout = given.get(0).textValue();
        String used = layout.isEmpty() ? GoTime.RFC_3339 : layout;
        GoTime start = time(used, given.get(1), context);
        boolean untilNow = given.get(2).textValue().isEmpty();
        GoTime end = untilNow ? GoTime.of(context.now(), context.zone()) : time(used, given.get(2), context);
        return duration(start, end);
    }

    /** A layout that is a whole number stands for seconds from 1970. */
    private static JsonNode parse(List<JsonNode> given, FunctionContext context) {
        String layout = given.get(0).textValue();
        if (NumberText.parseInteger(layout).isEmpty()) {
            return text(time(layout, given.get(1), context));
        }
        String digits = given.get(1).textValue();
        OptionalLong seconds = NumberText.parseInteger(digits);
        if (seconds.isEmpty()) {
            throw new FunctionException(NumberText.integerFault(digits));
        }
        return text(GoTime.utc(seconds.getAsLong(), 0));
    }

    private static JsonNode between(List<JsonNode> given, FunctionContext context) {
        GoTime time = time(given, 0, context);
        GoTime start = time(given, 1, context);
        GoTime end = time(given, 2, context);
        return BooleanNode.valueOf(isAfter(time, start) && isBefore(time, end));
    }

    private static boolean isBefore(GoTime one, GoTime other) {
        return one.compareTo(other) < 0;
    }

    private static boolean isAfter(GoTime one, GoTime other) {
        return one.compareTo(other) > 0;
    }

    private static GoTime time(List<JsonNode> given, int index, FunctionContext context) {
        return time(GoTime.RFC_3339, given.get(index), context);
    }

    private static GoTime time(String layout, JsonNode text, FunctionContext context) {
        try {
            return GoTime.parse(layout, text.textValue(), context.zone());
        } catch (IllegalArgumentException fault) {
            throw new FunctionException(Objects.requireNonNull(fault.getMessage()));
        }
    }

    private static long duration(List<JsonNode> given, int index) {
        try {
            return GoDuration.parse(given.get(index).textValue()).nanos();
        } catch (IllegalArgumentException fault) {
            throw new FunctionException(Objects.requireNonNull(fault.getMessage()));
        }
    }

    private static JsonNode duration(GoTime start, GoTime end) {
        return TextNode.valueOf(GoDuration.ofNanos(start.until(end)).toString());
    }

    private static JsonNode text(GoTime time) {
        return TextNode.valueOf(time.toString());
    }
}
