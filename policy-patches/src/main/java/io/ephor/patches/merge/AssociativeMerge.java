package io.ephor.patches.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges two lists by the keys of their elements, exactly as the reference does where keys are missing, doubled or
 * partly given: those of the patch come first.
 *
 * <p>Kyverno: kyaml {@code yaml/walk/associative_sequence.go}, {@code yaml/fns.go}
 */
final class AssociativeMerge {
    private final Merger merger;
    private final MergePosition place;
    private final int level;
    private final List<String> keys;

    AssociativeMerge(Merger merger, MergePosition place, int level) {
        this.merger = merger;
        this.place = place;
        this.level = level;
        this.keys = Objects.requireNonNull(place.keys(), "keys");
    }

    /** Returns the directive of a list, {@code merge} where there is none, and takes its elements out of the list. */
    String takeDirective(List<Cell> patch) {
        JsonNode holder = null;
        for (Cell cell : patch) {
            if (cell.value().isObject() && cell.value().has(Merger.DIRECTIVE)) {
                holder = cell.value();
                break;
            }
        }
        if (holder == null || holder.size() > 1) {
            return "merge";
        }
        String directive = Values.text(holder.path(Merger.DIRECTIVE));
        switch (directive) {
            case "delete", "replace", "merge" ->
                put(patch, new Match(List.of(Merger.DIRECTIVE), List.of(directive)), null);
            default -> throw new MergeFault("unknown patch strategy '" + directive + "'");
        }
        return directive;
    }

    /**
     * Merges one list into another. Both may be the same list, where a part of the patch is merged with itself.
     *
     * @return the elements of the result
     */
    List<Cell> merge(List<Cell> old, List<Cell> patch) {
        List<List<String>> tuples = tuples(old, patch);
        if (tuples.isEmpty()) {
            return old;
        }
        if (keys.size() > 1) {
            unify(tuples);
        }
        List<String> used = usedKeys(tuples);
        List<Cell> items = new ArrayList<>();
        for (List<String> tuple : tuples) {
            mergeTuple(Match.of(keys, tuple, used), old, patch, items);
        }
        for (Cell cell : List.copyOf(old)) {
            append(items, cell, used);
        }
        return items;
    }

    private void mergeTuple(Match match, List<Cell> old, List<Cell> patch, List<Cell> items) {
        Match narrow = match.narrowed();
        Cell ofOld = find(old, narrow);
        Cell ofPatch = find(patch, narrow);
        JsonNode before = ofOld == null ? null : ofOld.value();
        JsonNode change = ofPatch == null ? null : ofPatch.value();
        boolean replaced = replaces(before, change);
        JsonNode merged = merger.mergeElement(before, change, place.element(), level + 1);
        if (merged == null || Values.isEmptyMap(merged)) {
            put(old, match, null);
            return;
        }
        Cell target = ofOld == null || Values.isNothing(before) || replaced ? ofPatch : ofOld;
        if (target == null) {
            target = new Cell(merged);
        }
        target.set(withKeys(merged, match));
        put(items, match, target);
    }

    /** A replacing element comes from the patch, and so the reference loses it to the old one in the end. */
    private static boolean replaces(@Nullable JsonNode old, @Nullable JsonNode patch) {
        if (old == null || patch == null || old == patch || !patch.isObject()) {
            return false;
        }
        JsonNode word = patch.get(Merger.DIRECTIVE);
        return word != null && Values.text(word).equals("replace");
    }

    private static JsonNode withKeys(JsonNode merged, Match match) {
        JsonNode result = merged;
        for (int i = 0; i < match.keys().size(); i++) {
            String key = match.keys().get(i);
            String value = i < match.values().size() ? match.values().get(i) : "";
            if (value.isEmpty() || result.has(key)) {
                continue;
            }
            if (key.isEmpty()) {
                Values.requireScalar(result);
                continue;
            }
            Values.requireMap(result);
            ObjectNode copy = FieldWriter.copyOf(result);
            copy.set(key, Values.plain(value));
            result = copy;
        }
        return result;
    }

    private void append(List<Cell> items, Cell cell, List<String> used) {
        JsonNode value = cell.value();
        if (used.get(0).isEmpty()) {
            put(items, new Match(List.of(""), List.of(Values.text(value))), cell);
            return;
        }
        Values.requireMap(value);
        List<String> values = new ArrayList<>(used.size());
        for (String key : used) {
            JsonNode field = value.get(key);
            if (field == null) {
                items.add(cell);
            } else {
                values.add(Values.text(field));
            }
        }
        Match match = new Match(used, values);
        if (used.size() > 1) {
            put(items, match, null);
        }
        put(items, match, cell);
    }

    /**
     * Puts a cell in the place of all elements that match, at the end when there is none; without a cell takes them away.
     * Nulls and empty maps go in any case.
     */
    private void put(List<Cell> list, Match match, @Nullable Cell cell) {
        List<Cell> result = new ArrayList<>(list.size() + 1);
        boolean found = false;
        for (Cell each : list) {
            merger.budget().spend();
            if (Values.isEmptyMap(each.value())) {
                continue;
            }
            if (!each.value().isObject() && match.wantsMap()) {
                result.add(each);
                continue;
            }
            if (match.hits(each.value())) {
                found = true;
                if (cell != null) {
                    result.add(cell);
                }
            } else if (!match.values().isEmpty()) {
                result.add(each);
            }
        }
        if (cell != null && !found && !Values.isNothing(cell.value())) {
            result.add(cell);
        }
        list.clear();
        list.addAll(result);
    }

    private @Nullable Cell find(List<Cell> list, Match match) {
        boolean byValue = match.keys().get(0).isEmpty();
        for (Cell cell : list) {
            merger.budget().spend();
            boolean found = byValue
                    ? Values.text(cell.value()).equals(match.values().get(0))
                    : cell.value().isObject() && match.equalsAll(cell.value());
            if (found) {
                return cell;
            }
        }
        return null;
    }

    private List<List<String>> tuples(List<Cell> old, List<Cell> patch) {
        Set<List<String>> tuples = new LinkedHashSet<>();
        for (Cell cell : patch) {
            tuples.add(tuple(cell.value()));
        }
        for (Cell cell : old) {
            tuples.add(tuple(cell.value()));
        }
        return new ArrayList<>(tuples);
    }

    private List<String> tuple(JsonNode element) {
        if (keys.get(0).isEmpty()) {
            return List.of(Values.text(element));
        }
        List<String> tuple = new ArrayList<>(keys.size());
        for (String key : keys) {
            tuple.add(Values.keyText(element.get(key)));
        }
        return tuple;
    }

    private List<String> usedKeys(List<List<String>> tuples) {
        List<String> used = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            for (List<String> tuple : tuples) {
                if (!tuple.get(i).isEmpty()) {
                    used.add(keys.get(i));
                    break;
                }
            }
        }
        return used.isEmpty() ? keys : used;
    }

    /** Makes one of two tuples that agree as far as both have values. */
    private void unify(List<List<String>> tuples) {
        for (int i = 0; i < tuples.size(); i++) {
            // INVARIANT: read once; what becomes of it meanwhile does not count
            List<String> left = tuples.get(i);
            for (int j = 0; j < tuples.size(); j++) {
                merger.budget().spend();
                List<String> both = unified(left, tuples.get(j));
                if (both != null) {
                    tuples.set(i, both);
                    tuples.set(j, both);
                }
            }
        }
    }

    private static @Nullable List<String> unified(List<String> left, List<String> right) {
        List<String> both = new ArrayList<>(left.size());
        boolean shared = false;
        for (int i = 0; i < left.size(); i++) {
            String one = left.get(i);
            String other = right.get(i);
            if (one.equals(other)) {
                shared = true;
            } else if (!one.isEmpty() && !other.isEmpty()) {
                return null;
            }
            both.add(one.isEmpty() ? other : one);
        }
        return shared ? both : null;
    }
}
