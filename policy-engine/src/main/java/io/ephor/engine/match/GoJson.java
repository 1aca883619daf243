package io.ephor.engine.match;

import java.util.List;

/** Lists of texts as Go's {@code encoding/json} writes them. */
final class GoJson {
    private GoJson() {}

    static String list(List<String> texts) {
        StringBuilder json = new StringBuilder("[");
        for (String text : texts) {
            json.append(json.length() == 1 ? "\"" : ",\"");
            for (int i = 0; i < text.length(); i++) {
                append(json, text.charAt(i));
            }
            json.append('"');
        }
        return json.append(']').toString();
    }

    private static void append(StringBuilder json, char c) {
        switch (c) {
            case '"', '\\' -> json.append('\\').append(c);
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            case '<', '>', '&', '\u2028', '\u2029' -> appendHex(json, c);
            default -> {
                if (c < ' ') {
                    appendHex(json, c);
                } else {
                    json.append(c);
                }
            }
        }
    }

    private static void appendHex(StringBuilder json, char c) {
        String hex = Integer.toHexString(c);
        json.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    }
}
