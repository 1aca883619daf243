package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.values.NumberView;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the references {@code $(…)} of a tree. Every reference reads the tree as it was written.
 *
 * <p>Kyverno: pkg/engine/variables/vars.go, substituteReferences
 */
final class References {
    private final JsonNode tree;
    private final NumberView numbers;
    private final SubstitutionLimits limits;
    private @Nullable ReferenceTargets targets;
    private long work;

    private References(JsonNode tree, NumberView numbers, SubstitutionLimits limits) {
        this.tree = tree;
        this.numbers = numbers;
        this.limits = limits;
    }

    /**
     * Returns a tree with its references resolved; the same tree where it has none.
     *
     * @param numbers how the numbers of the tree are seen that references with an operator lead to
     * @throws SubstitutionException if a reference leads nowhere
     */
    static JsonNode resolve(JsonNode tree, NumberView numbers, SubstitutionLimits limits) {
        boolean some = TreeTexts.contain(tree, ReferenceScanner.OPEN);
        return some ? new References(tree, numbers, limits).node(tree, Place.ROOT) : tree;
    }

    private JsonNode node(JsonNode node, Place place) {
        place.requireDepth(limits);
        if (node.isTextual()) {
            String text = text(node.textValue(), place);
            return text.equals(node.textValue()) ? node : TextNode.valueOf(text);
        }
        if (node instanceof ArrayNode list) {
            return list(list, place);
        }
        return node instanceof ObjectNode object ? object(object, place) : node;
    }

    private JsonNode list(ArrayNode list, Place place) {
        ArrayNode resolved = JsonNodeFactory.instance.arrayNode(list.size());
        boolean same = true;
        for (int i = 0; i < list.size(); i++) {
            JsonNode element = node(list.get(i), place.element(i));
            same &= element == list.get(i);
            resolved.add(element);
        }
        return same ? list : resolved;
    }

    private JsonNode object(ObjectNode object, Place place) {
        ObjectNode resolved = JsonNodeFactory.instance.objectNode();
        Set<String> renamed = new HashSet<>();
        boolean same = true;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = text(field.getKey(), place);
            JsonNode value = node(field.getValue(), place.key(field.getKey()));
            boolean sameName = name.equals(field.getKey());
            same &= sameName && value == field.getValue();
            if (!sameName) {
                renamed.add(name);
                resolved.set(name, value);
            } else if (!renamed.contains(name)) {
                resolved.set(name, value);
            }
        }
        return same ? object : resolved;
    }

    private String text(String text, Place place) {
        if (!text.contains(ReferenceScanner.OPEN)) {
            return text;
        }
        StringBuilder resolved = new StringBuilder(text);
        for (TextMatch match : ReferenceScanner.matches(text)) {
            String value = new Reference(match, match.found(text), place).value(numbers, targets());
            spend(resolved.length() + value.length(), place);
            int at = resolved.indexOf(match.replaced(text));
            if (at >= 0) {
                int start = at + match.start() - match.from();
                resolved.replace(start, start + match.end() - match.start(), value);
            }
        }
        return unescaped(resolved.toString(), place);
    }

    private ReferenceTargets targets() {
        if (targets == null) {
            targets = ReferenceTargets.of(tree, limits);
        }
        return targets;
    }

    /** Takes one backslash off for each escaped reference, wherever the same text stands. */
    private String unescaped(String text, Place place) {
        String unescaped = text;
        for (String escaped : ReferenceScanner.escaped(text)) {
            spend(unescaped.length(), place);
            unescaped = unescaped.replace(escaped, escaped.substring(1));
        }
        return unescaped;
    }

    private void spend(int characters, Place place) {
        work += characters;
        if (work > limits.work()) {
            String message = "failed to resolve references at path " + place.path() + ": more than " + limits.work()
                    + " characters would have to be read and written";
            throw new SubstitutionException(message, place.pointer(), null);
        }
    }
}
