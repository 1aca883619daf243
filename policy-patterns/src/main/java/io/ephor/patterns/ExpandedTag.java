package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.values.KeyOrder;
import io.ephor.values.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A map of labels or annotations whose keys were expanded.
 *
 * @param entries in the order of their keys
 * @param node the same, to be matched
 * @param open the keys that have wildcards still, without their anchors: another value may expand them
 * @param speaksOfSkip whether a key contains the words that mean a skip
 */
record ExpandedTag(List<Entry> entries, Node node, List<Wildcard> open, boolean speaksOfSkip) {
    /**
     * One entry of the map.
     *
     * @param key the key with its anchor, as it is written or as it was expanded
     * @param source the key as it is written
     * @param pattern the text that the value must match
     * @param child the same, compiled
     */
    record Entry(String key, String source, JsonNode pattern, Node child) {
        Entry renamed(String newKey) {
            return newKey.equals(key) ? this : new Entry(newKey, source, pattern, child);
        }
    }

    /** Returns a map that no value has expanded. */
    static ExpandedTag unexpanded(List<Entry> entries) {
        return of(entries, JsonNodeFactory.instance.objectNode());
    }

    /**
     * Returns the map with its keys expanded against the labels or annotations of a value; this map where none of them has
     * a key that matches. Where Kyverno leaves it to chance, the first in order is taken.
     */
    ExpandedTag by(JsonNode valueTag) {
        if (open.isEmpty()) {
            return this;
        }
        for (Map.Entry<String, JsonNode> entry : valueTag.properties()) {
            for (int i = 0; i < open.size(); i++) {
                if (entry.getValue().isTextual() && open.get(i).matches(entry.getKey())) {
                    return of(entries, valueTag);
                }
            }
        }
        return this;
    }

    private static ExpandedTag of(List<Entry> entries, JsonNode valueTag) {
        Map<String, Entry> expanded = new TreeMap<>(KeyOrder.INSTANCE);
        for (Entry entry : entries) {
            Entry renamed = entry.renamed(expand(entry.key(), valueTag));
            expanded.put(renamed.key(), renamed);
        }
        List<KeyNode> keys = new ArrayList<>(expanded.size());
        List<Wildcard> open = new ArrayList<>();
        boolean speaksOfSkip = false;
        for (Entry entry : expanded.values()) {
            speaksOfSkip |= AnchorWords.speaksOfSkip(entry.key());
            if (Wildcard.containsWildcard(entry.key())) {
                Anchor anchor = Anchor.parse(entry.key());
                open.add(Wildcard.compile(anchor == null ? entry.key() : anchor.key()));
            }
            keys.add(PatternCompiler.key(KeyName.of(entry.key(), entry.source()), entry.pattern(), entry.child()));
        }
        Node node = MapNode.of(keys, Expansions.NONE);
        return new ExpandedTag(List.copyOf(expanded.values()), node, List.copyOf(open), speaksOfSkip);
    }

    private static String expand(String key, JsonNode valueTag) {
        if (!Wildcard.containsWildcard(key)) {
            return key;
        }
        Anchor anchor = Anchor.parse(key);
        if (anchor == null) {
            String match = firstMatch(key, valueTag);
            return match == null ? key : match;
        }
        String match = firstMatch(anchor.key(), valueTag);
        if (match == null) {
            return anchor.toString();
        }
        // Kyverno writes an anchor around nothing as nothing
        return match.isEmpty() ? "" : new Anchor(anchor.modifier(), match).toString();
    }

    private static @Nullable String firstMatch(String key, JsonNode valueTag) {
        Wildcard wildcard = Wildcard.compile(key);
        String first = null;
        for (Map.Entry<String, JsonNode> entry : valueTag.properties()) {
            String candidate = entry.getKey();
            boolean earlier = first == null || KeyOrder.INSTANCE.compare(candidate, first) < 0;
            if (earlier && entry.getValue().isTextual() && wildcard.matches(candidate)) {
                first = candidate;
            }
        }
        return first;
    }
}
