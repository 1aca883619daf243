package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.GoJsonText;
import io.ephor.jmespath.syntax.GoJson;
import io.ephor.jmespath.syntax.GoJsonException;
import io.ephor.lookup.ResponseBody;
import java.nio.charset.StandardCharsets;

/** Reads the body of a response, and tells what is wrong with one that is no JSON. */
final class BodyText {
    private static final int LONGEST_TEXT = 2_000_000;

    private BodyText() {}

    /**
     * Returns the value of a body that becomes the value of an entry.
     *
     * @throws io.ephor.engine.variables.QueryException if it is no JSON
     */
    static JsonNode value(ResponseBody body) {
        JsonNode json = body.json();
        if (json != null) {
            return json;
        }
        String text = String.valueOf(body.text());
        try {
            return GoJson.parse(text);
        } catch (GoJsonException exception) {
            throw LoadFailure.of(IteratorFault.of(text, exception));
        }
    }

    /**
     * Returns the value of a body to which an expression is applied.
     *
     * @throws io.ephor.engine.variables.QueryException if it is no JSON
     */
    static JsonNode parsed(ResponseBody body, String prefix) {
        JsonNode json = body.json();
        if (json != null) {
            return json;
        }
        String text = String.valueOf(body.text());
        try {
            return GoJson.parse(text);
        } catch (GoJsonException exception) {
            throw LoadFailure.of(prefix + "failed to unmarshal JSON: " + text + ", error: " + exception.getMessage());
        }
    }

    static long length(ResponseBody body, EvaluationScope evaluation) {
        JsonNode json = body.json();
        return json == null
                ? String.valueOf(body.text()).getBytes(StandardCharsets.UTF_8).length
                : evaluation.length(json);
    }

    /** Returns the body as a message shows it. */
    static String text(ResponseBody body) {
        JsonNode json = body.json();
        if (json == null) {
            return String.valueOf(body.text());
        }
        try {
            return GoJsonText.of(json, LONGEST_TEXT);
        } catch (FunctionException exception) {
            return "(" + exception.getMessage() + ")";
        }
    }

    /** Says whether a body has the very text of a value. */
    static boolean reads(ResponseBody body, JsonNode value) {
        return body.json() == value || text(body).equals(text(ResponseBody.ofJson(value)));
    }
}
