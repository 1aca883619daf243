package io.ephor.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response: a JSON value, or a text that should be one. Immutable and thread-safe, as long as nobody
 * writes to the value.
 *
 * <p>A text that is no JSON is no fault of the lookup: a rule that needs the body then ends in status error.
 */
public final class ResponseBody {
    private final @Nullable JsonNode json;
    private final @Nullable String text;

    private ResponseBody(@Nullable JsonNode json, @Nullable String text) {
        this.json = json;
        this.text = text;
    }

    /**
     * {@return a body that was read already}
     *
     * @param json the value; never written to
     */
    public static ResponseBody ofJson(JsonNode json) {
        return new ResponseBody(Objects.requireNonNull(json, "json"), null);
    }

    /**
     * {@return a body as it came}
     *
     * @param text the text, JSON or not
     */
    public static ResponseBody ofText(String text) {
        return new ResponseBody(null, Objects.requireNonNull(text, "text"));
    }

    /** {@return the value, or null where the body is a text} */
    public @Nullable JsonNode json() {
        return json;
    }

    /** {@return the text, or null where the body is a value} */
    public @Nullable String text() {
        return text;
    }

    /** {@return the text, or the value as JSON text} */
    @Override
    public String toString() {
        return text == null ? String.valueOf(json) : text;
    }
}
