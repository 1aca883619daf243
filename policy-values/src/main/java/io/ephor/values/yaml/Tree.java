package io.ephor.values.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * What a text says: its value, the places of all parts, and the keys that stand twice in an object.
 *
 * @param value the value; a null node when the text has none
 * @param places where the parts of the value stand
 * @param duplicates a fault for each duplicate key, when they were asked for
 */
public record Tree(JsonNode value, Places places, List<TextFault> duplicates) {
    /**
     * Reads a text that is one document of YAML or JSON.
     *
     * @throws TextFaultException if it has a fault other than duplicate keys
     */
    public static Tree read(String text, TreeLimits limits, boolean strict) {
        if (JsonText.mayBe(text)) {
            TreeBuilder tree = new TreeBuilder(limits, strict, text.length());
            if (new JsonText(text, limits, tree).read()) {
                return tree.finish();
            }
        }
        int forbidden = text.startsWith("\uFEFF") ? 0 : YamlCharacters.firstForbidden(text);
        if (forbidden < text.length()) {
            String message = String.format(
                    Locale.ROOT,
                    "the character U+%04X cannot stand in a text; in double quotes it can be escaped",
                    (int) text.charAt(forbidden));
            throw new TextFaultException("yaml-invalid-character", forbidden, forbidden + 1, message);
        }
        TreeBuilder tree = new TreeBuilder(limits, strict, text.length());
        new YamlText(text, limits, tree).read();
        return tree.finish();
    }
}
