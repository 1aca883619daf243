package io.ephor.values;

/**
 * Places in a document as people and Kyverno write them: {@code spec.rules[0].match}, where a JSON pointer has
 * {@code /spec/rules/0/match}.
 */
public final class FieldPath {
    private FieldPath() {}

    /**
     * {@return the place that a JSON pointer names; empty for the whole document}
     *
     * @param pointer the JSON pointer (RFC 6901); a key of nothing but digits counts as an index
     */
    public static String of(String pointer) {
        StringBuilder path = new StringBuilder();
        for (String token : pointer.substring(Math.min(1, pointer.length())).split("/", -1)) {
            String name = PointerToken.unescape(token);
            if (isIndex(name)) {
                path.append('[').append(name).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }

    private static boolean isIndex(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
