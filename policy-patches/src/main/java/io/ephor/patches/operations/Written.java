package io.ephor.patches.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a patch, with the characters that it is written with. Immutable.
 *
 * @param node the value
 * @param source the text that it stands in
 * @param start where it starts
 * @param end where it ends
 * @param fields the fields of a map in their order, null for anything else
 * @param elements the elements of a list, null for anything else
 */
record Written(
        JsonNode node,
        String source,
        int start,
        int end,
        @Nullable Map<String, Written> fields,
        @Nullable List<Written> elements) {

    boolean isNull() {
        return node.isNull();
    }

    /** {@return a field, null where there is none or the value is no map} */
    @Nullable
    Written field(String key) {
        return fields == null ? null : fields.get(key);
    }

    /** {@return the text without blanks between its parts} */
    String compact() {
        return compact(false);
    }

    /**
     * {@return the text without blanks between its parts}
     *
     * @param escaped whether characters that mean something in HTML are escaped
     */
    String compact(boolean escaped) {
        StringBuilder text = new StringBuilder(end - start);
        boolean quoted = false;
        for (int i = start; i < end; i++) {
            char c = source.charAt(i);
            if (c == '"' && !isEscaped(i)) {
                quoted = !quoted;
            }
            if (escaped && (c == '<' || c == '>' || c == '&')) {
                text.append("\\u00").append(Integer.toHexString(c));
            } else if (quoted || c > ' ') {
                text.append(c);
            }
        }
        return text.toString();
    }

    private boolean isEscaped(int position) {
        int slashes = 0;
        while (position - slashes > start && source.charAt(position - slashes - 1) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    /** {@return the kind of value, as Go's decoder calls it} */
    String kindName() {
        return switch (node.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "bool";
            default -> node.isNull() ? "null" : "number";
        };
    }
}
