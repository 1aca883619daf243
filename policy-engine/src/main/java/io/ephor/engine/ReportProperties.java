package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.variables.SubstitutionException;
import io.ephor.engine.variables.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a rule adds to reports. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/internal/rule.go
 *
 * @param written the properties as written
 * @param template the same with its variables
 */
record ReportProperties(Map<String, String> written, Template template) {
    static ReportProperties of(Template template) {
        Map<String, String> written = new LinkedHashMap<>();
        template.tree()
                .properties()
                .forEach(field -> written.put(
                        field.getKey(),
                        Objects.requireNonNullElse(field.getValue().textValue(), "")));
        return new ReportProperties(written, template);
    }

    /** Returns the properties, as written where one of them has no value or one that is no text. */
    Map<String, String> resolve(RuleScope scope) {
        if (template.isStatic()) {
            return written;
        }
        try {
            return texts(template.resolve(scope));
        } catch (SubstitutionException exception) {
            return written;
        }
    }

    private Map<String, String> texts(JsonNode resolved) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : resolved.properties()) {
            JsonNode value = field.getValue();
            if (!value.isTextual() && !value.isNull()) {
                return written;
            }
            texts.put(field.getKey(), value.isNull() ? "" : value.textValue());
        }
        return texts;
    }
}
