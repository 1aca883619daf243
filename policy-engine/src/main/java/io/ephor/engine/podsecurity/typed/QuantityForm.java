package io.ephor.engine.podsecurity.typed;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;
import io.ephor.values.Quantity;
import org.jspecify.annotations.Nullable;

/** Quantities: a text or a number; anything else is a text of a wrong form. */
final class QuantityForm {
    private QuantityForm() {}

    /** {@return what is wrong with a value that is not null, or null if it is a quantity} */
    static @Nullable String fault(JsonNode value, NumberView numbers) {
        String text = text(value, numbers);
        if (Quantity.tryParse(text) != null) {
            return null;
        }
        try {
            Quantity.parse(text);
            return null;
        } catch (IllegalArgumentException exception) {
            return exception.getMessage();
        }
    }

    private static String text(JsonNode value, NumberView numbers) {
        if (value.isTextual()) {
            return value.textValue().strip();
        }
        return value.isNumber() ? Integers.text(value, numbers) : "{}";
    }
}
