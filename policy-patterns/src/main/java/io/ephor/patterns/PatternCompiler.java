package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.patterns.Anchor.Modifier;
import io.ephor.patterns.leaf.LeafPattern;
import io.ephor.values.GoText;
import io.ephor.values.NumberView;
import io.ephor.values.Wildcard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a pattern into nodes, once. */
final class PatternCompiler {
    private final NumberView numbers;
    private final Map<String, ScalarNode> texts = new HashMap<>();
    private final Trail trail = new Trail();
    private boolean speaksOfSkip;

    PatternCompiler(NumberView numbers) {
        this.numbers = numbers;
    }

    Node compile(JsonNode pattern) {
        return element(pattern);
    }

    /** Whether the words that mean a skip stand in the pattern, so that the text of any mismatch may contain them. */
    boolean speaksOfSkip() {
        return speaksOfSkip;
    }

    private Node element(JsonNode pattern) {
        if (pattern instanceof ObjectNode map) {
            return map(map, null);
        }
        if (pattern instanceof ArrayNode list) {
            return list(list);
        }
        return pattern.isPojo() || pattern.isBinary() ? UnknownNode.INSTANCE : scalar(pattern);
    }

    /** Compiles a scalar; the same text, which patterns tend to repeat, is compiled once. */
    private ScalarNode scalar(JsonNode pattern) {
        return pattern.isTextual()
                ? texts.computeIfAbsent(pattern.textValue(), text -> newScalar(pattern))
                : newScalar(pattern);
    }

    private ScalarNode newScalar(JsonNode pattern) {
        String text = GoText.value(pattern, numbers);
        speaksOfSkip |= AnchorWords.speaksOfSkip(text);
        return new ScalarNode(LeafPattern.compile(pattern, numbers), text);
    }

    private Node list(ArrayNode list) {
        checkDepth();
        if (list.isEmpty()) {
            return EmptyListNode.INSTANCE;
        }
        Node[] elements = new Node[list.size()];
        boolean othersAnchored = false;
        for (int i = 0; i < elements.length; i++) {
            trail.enterElement(i, i);
            elements[i] = element(list.get(i));
            trail.leave();
            othersAnchored |= i > 0 && elements[i].anchored(Expansions.NONE);
        }
        if (list.get(0) instanceof ObjectNode) {
            return new ElementsNode(elements[0], othersAnchored);
        }
        return elements[0] instanceof ScalarNode scalar
                ? new WholeListNode(scalar, othersAnchored)
                : new PositionsNode(elements);
    }

    /**
     * Compiles a map.
     *
     * @param found takes the expandable labels and annotations if this map is the metadata of another one, null if not
     */
    private Node map(ObjectNode map, @Nullable List<TagNode> found) {
        checkDepth();
        MapKeys mapKeys = MapKeys.of(map);
        List<TagNode> tags = List.of();
        List<KeyNode> keys = new ArrayList<>(map.size());
        for (KeyName name : mapKeys.names()) {
            speaksOfSkip |= AnchorWords.speaksOfSkip(name.text());
            JsonNode pattern = map.get(name.text());
            trail.enter(name);
            String tag = found == null ? null : mapKeys.tag(name);
            if (name.modifier() == Modifier.EXISTENCE && pattern instanceof ArrayNode list) {
                keys.add(existence(name, list));
            } else if (name.modifier() == Modifier.NEGATION) {
                keys.add(new NegationKey(name));
            } else if (mapKeys.isMetadata(name) && pattern instanceof ObjectNode metadata) {
                tags = new ArrayList<>();
                keys.add(key(name, pattern, map(metadata, tags)));
            } else if (found != null && tag != null && pattern instanceof ObjectNode inner) {
                keys.add(key(name, pattern, tag(tag, inner, found)));
            } else {
                keys.add(key(name, pattern, element(pattern)));
            }
            trail.leave();
        }
        boolean expandable = !tags.isEmpty();
        for (KeyNode key : keys) {
            expandable |= key.expandable();
        }
        return expandable ? new ExpandableMapNode(keys, tags) : MapNode.of(keys, Expansions.NONE);
    }

    private KeyNode existence(KeyName name, ArrayNode list) {
        checkDepth();
        Node[] wanted = new Node[list.size()];
        for (int i = 0; i < wanted.length; i++) {
            trail.enterElement(i, i);
            wanted[i] = list.get(i) instanceof ObjectNode map ? map(map, null) : UnknownNode.INSTANCE;
            trail.leave();
        }
        return new ExistenceKey(name, new ExistenceNode(wanted, GoText.typeName(list, numbers)));
    }

    /** Compiles a map of labels or annotations, which changes while matching if it has wildcards or other than texts. */
    private Node tag(String tag, ObjectNode map, List<TagNode> found) {
        Node written = map(map, null);
        List<ExpandedTag.Entry> entries = new ArrayList<>();
        boolean wildcards = false;
        for (String text : MapKeys.texts(map)) {
            JsonNode pattern = map.get(text);
            if (pattern.isTextual()) {
                entries.add(new ExpandedTag.Entry(text, text, pattern, scalar(pattern)));
                wildcards |= Wildcard.containsWildcard(text);
            }
        }
        if (!wildcards && entries.size() == map.size()) {
            return written;
        }
        TagNode node = new TagNode(tag, written, entries);
        found.add(node);
        return node;
    }

    /** Turns a key into its node. */
    static KeyNode key(KeyName name, JsonNode pattern, Node child) {
        if (name.modifier() == null) {
            boolean anything = pattern.isTextual() && pattern.textValue().equals("*");
            return anything ? new PresentKey(name) : new PlainKey(name, child);
        }
        return switch (name.modifier()) {
            case CONDITIONAL -> new ConditionalKey(name, child);
            case EQUALITY -> new EqualityKey(name, child);
            case NEGATION -> new NegationKey(name);
            case EXISTENCE ->
                new ExistenceKey(name, new ExistenceNode(null, GoText.typeName(pattern, NumberView.AS_WRITTEN)));
            case GLOBAL -> new GlobalKey(name, child);
            case ADDITION -> throw new IllegalStateException("an addition anchor is a plain key in validation");
        };
    }

    private void checkDepth() {
        if (trail.depth() >= Pattern.MAXIMUM_DEPTH) {
            throw new PatternException(
                    "pattern is nested deeper than " + Pattern.MAXIMUM_DEPTH + " levels",
                    trail.place().patternPointer());
        }
    }
}
