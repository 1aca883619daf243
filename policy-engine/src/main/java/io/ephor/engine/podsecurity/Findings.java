package io.ephor.engine.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.checks.FailedCheck;
import io.ephor.engine.podsecurity.checks.FieldError;
import io.ephor.values.GoText;
import io.ephor.values.NumberView;
import java.util.List;

/**
 * The text of failed checks, to Kyverno's letter.
 *
 * <p>Kyverno: pkg/pss/evaluate.go
 */
public final class Findings {
    private Findings() {}

    /**
     * {@return the text}
     *
     * @param checks the failed checks
     */
    public static String text(List<FailedCheck> checks) {
        StringBuilder text = new StringBuilder();
        for (FailedCheck check : checks) {
            text.append("(Forbidden reason: ").append(check.reason()).append(", field error list: [");
            String separator = "";
            for (FieldError error : check.errors()) {
                append(text.append(separator), error);
                separator = ", ";
            }
            text.append("])");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, FieldError error) {
        text.append(error.field());
        JsonNode value = error.badValue();
        if (error.required()) {
            text.append(": Required value");
        } else if (value == null || (value.isTextual() && value.textValue().isEmpty())) {
            text.append(": Forbidden");
        } else {
            text.append(" is forbidden, forbidden values found: ");
            GoText.append(text, value, NumberView.AS_WRITTEN);
        }
    }
}
