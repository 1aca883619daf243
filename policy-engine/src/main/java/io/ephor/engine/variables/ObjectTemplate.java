package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object with variables in its keys or values.
 *
 * <p>Kyverno: pkg/engine/jsonutils/traverse.go, traverseObject
 */
record ObjectTemplate(List<Field> fields, Place place) implements TemplateNode {
    /**
     * A key and its value.
     *
     * @param key the key as it is written
     * @param name what becomes of the key, or null where it stays as it is
     */
    record Field(String key, @Nullable TemplateNode name, TemplateNode value) {
        private String name(Substitution substitution, Place place) {
            JsonNode resolved = name == null ? null : name.resolve(substitution);
            if (resolved == null || resolved.isNull()) {
                return key;
            }
            if (resolved.isTextual()) {
                return resolved.textValue();
            }
            String message = "expected string after substituting variables in key \"" + key + "\"";
            throw new SubstitutionException(message, place.pointer(), null);
        }
    }

    @Override
    public JsonNode resolve(Substitution substitution) {
        substitution.build(fields.size(), place);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Set<String> renamed = new HashSet<>();
        for (Field field : fields) {
            String name = field.name(substitution, place);
            JsonNode value = field.value.resolve(substitution);
            // A key that came out of a variable wins over one that is written like that, whatever their order.
            if (!name.equals(field.key)) {
                renamed.add(name);
                object.set(name, value);
            } else if (!renamed.contains(name)) {
                object.set(name, value);
            }
        }
        return object;
    }

    @Override
    public boolean asks() {
        for (Field field : fields) {
            if (field.value.asks() || (field.name != null && field.name.asks())) {
                return true;
            }
        }
        return false;
    }
}
