package io.ephor.engine.wording;

import io.ephor.values.PointerToken;

/** Places in the texts of Kyverno: {@code spec.rules[0].match}, where a JSON pointer has {@code /spec/rules/0/match}. */
public final class FieldPath {
    private FieldPath() {}

    /** Returns a place of which the JSON pointer is given. */
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

    /** Returns the place of the rule in which a JSON pointer lies. */
    public static String ofRule(String pointer) {
        int end = pointer.indexOf('/', "/spec/rules/".length());
        return of(end < 0 ? pointer : pointer.substring(0, end));
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
