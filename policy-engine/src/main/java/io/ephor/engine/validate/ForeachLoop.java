package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.context.CompiledContext;
import io.ephor.engine.rule.Preconditions;
import io.ephor.engine.variables.Query;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code validate.foreach}. Immutable and thread-safe.
 *
 * @param place the JSON pointer of the loop in its document
 * @param list what is gone through
 * @param elementScope whether patterns see the element; null for those elements that are objects
 * @param entries the context entries of each element
 * @param preconditions what must hold for an element, or null for nothing
 * @param body what is asked of an element
 */
record ForeachLoop(
        String place,
        Query list,
        @Nullable Boolean elementScope,
        CompiledContext entries,
        @Nullable Preconditions preconditions,
        ValidateBody body) {
    private static final String OBJECT = "request.object.";

    /** Says whether patterns see an element instead of what they see around the loop. */
    boolean isScoped(JsonNode element) {
        return elementScope == null ? element.isObject() : elementScope;
    }

    /** Returns where the list stands in the resource, or null where it is no plain path into it. */
    @Nullable
    String pointer() {
        String text = list.text();
        if (!text.startsWith(OBJECT)) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && c != '_' && !Character.isLetterOrDigit(c)) {
                return null;
            }
        }
        return "/" + text.substring(OBJECT.length()).replace('.', '/');
    }
}
