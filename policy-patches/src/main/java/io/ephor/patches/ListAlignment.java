package io.ephor.patches;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.JsonEquality;
import io.ephor.values.NumberView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the elements of one list become those of another with the fewest additions, removals and changes. What both lists
 * begin and end with stays; between that, elements change in pairs where the table would cost too much. Immutable.
 *
 * <p>The table has the distance between what is left of both lists, as Wagner and Fischer have it.
 */
final class ListAlignment {
    private static final int MOST_CELLS = 1_000_000;
    private static final int DEEPEST_HASH = 500;
    private static final int MOST_COMPARISONS = 16;
    private static final int[] NONE = {};

    private final int start;
    private final int beforeEnd;
    private final int afterEnd;
    private final int width;
    private final int[] before;
    private final int[] after;
    private final int[] distances;

    private ListAlignment(JsonNode before, JsonNode after, boolean byName, Budget budget) {
        Identities identities = new Identities(byName);
        int shorter = Math.min(before.size(), after.size());
        int first = 0;
        while (first < shorter && identities.same(before.get(first), after.get(first))) {
            first++;
        }
        int last = 0;
        while (last < shorter - first
                && identities.same(before.get(before.size() - 1 - last), after.get(after.size() - 1 - last))) {
            last++;
        }
        this.start = first;
        this.beforeEnd = before.size() - last;
        this.afterEnd = after.size() - last;
        this.width = afterEnd - start + 1;
        boolean table = isChoice() && budget.take((long) (beforeEnd - start + 1) * width);
        this.before = table ? identities.of(before, start, beforeEnd) : NONE;
        this.after = table ? identities.of(after, start, afterEnd) : NONE;
        this.distances = table ? new int[(beforeEnd - start + 1) * width] : NONE;
        if (table) {
            fill();
        }
    }

    /** Aligns two lists. */
    static ListAlignment of(JsonNode before, JsonNode after, Budget budget) {
        return new ListAlignment(before, after, false, budget);
    }

    /** Aligns two lists whose objects count as the same where their {@code name} is. */
    static ListAlignment byName(JsonNode before, JsonNode after, Budget budget) {
        return new ListAlignment(before, after, true, budget);
    }

    private boolean isChoice() {
        int removed = beforeEnd - start;
        int added = afterEnd - start;
        return removed > 0 && added > 0 && (removed > 1 || added > 1);
    }

    private void fill() {
        for (int i = before.length; i >= 0; i--) {
            for (int j = after.length; j >= 0; j--) {
                distances[i * width + j] = distanceFrom(i, j);
            }
        }
    }

    private int distanceFrom(int i, int j) {
        if (i == before.length || j == after.length) {
            return before.length - i + after.length - j;
        }
        int both = distances[(i + 1) * width + j + 1];
        if (before[i] == after[j]) {
            return both;
        }
        int one = Math.min(distances[(i + 1) * width + j], distances[i * width + j + 1]);
        return 1 + Math.min(both, one);
    }

    /**
     * Returns what comes next once some elements of both lists are done with, and others are left.
     *
     * @param old how many of the first list are done with
     * @param position how many of the second list are done with
     */
    Step step(int old, int position) {
        boolean common = old < start || (old >= beforeEnd && position >= afterEnd);
        if (common) {
            return Step.KEEP;
        }
        if (old == beforeEnd) {
            return Step.ADD;
        }
        if (position == afterEnd) {
            return Step.REMOVE;
        }
        return distances.length == 0 ? Step.CHANGE : cheapest(old - start, position - start);
    }

    private Step cheapest(int i, int j) {
        if (before[i] == after[j]) {
            return Step.KEEP;
        }
        int rest = distances[i * width + j] - 1;
        if (distances[(i + 1) * width + j + 1] == rest) {
            return Step.CHANGE;
        }
        return distances[(i + 1) * width + j] == rest ? Step.REMOVE : Step.ADD;
    }

    /** What the tables of two documents may cost together. Used by one thread. */
    static final class Budget {
        private long cells = 20_000_000;

        private boolean take(long wanted) {
            if (wanted > MOST_CELLS || wanted > cells) {
                return false;
            }
            cells -= wanted;
            return true;
        }
    }

    /** What happens to the next element. */
    enum Step {
        KEEP,
        CHANGE,
        ADD,
        REMOVE
    }

    /**
     * Gives equal elements the same number. Each is compared with the last few of the same hash only: an equal one that is
     * missed counts as changed, and no difference is found in it.
     */
    private static final class Identities {
        private final Map<Integer, List<Known>> known = new HashMap<>();
        private final boolean byName;
        private int count;

        Identities(boolean byName) {
            this.byName = byName;
        }

        boolean same(JsonNode left, JsonNode right) {
            return left == right || JsonEquality.sameValue(identity(left), identity(right), NumberView.AS_WRITTEN);
        }

        private JsonNode identity(JsonNode element) {
            JsonNode name = byName ? element.path("name") : element;
            return name.isTextual() ? name : element;
        }

        int[] of(JsonNode list, int start, int end) {
            int[] numbers = new int[end - start];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = of(identity(list.get(start + i)));
            }
            return numbers;
        }

        private int of(JsonNode element) {
            List<Known> alike = known.computeIfAbsent(hash(element, 0), hash -> new ArrayList<>(1));
            for (int i = alike.size() - 1; i >= Math.max(0, alike.size() - MOST_COMPARISONS); i--) {
                Known other = alike.get(i);
                if (JsonEquality.sameValue(other.element, element, NumberView.AS_WRITTEN)) {
                    return other.number;
                }
            }
            alike.add(new Known(element, count));
            return count++;
        }

        /** Values that are equal have the same hash; keys count in any order, and numbers by what they are as a double. */
        private static int hash(JsonNode value, int depth) {
            if (value.isNumber()) {
                double number = value.doubleValue();
                return number == 0 ? 0 : Double.hashCode(number);
            }
            if (!value.isContainerNode() || depth > DEEPEST_HASH) {
                return value.isTextual()
                        ? value.textValue().hashCode()
                        : value.getNodeType().name().hashCode();
            }
            int hash = value.isArray() ? 1 : 2;
            for (JsonNode element : value.isArray() ? value : List.<JsonNode>of()) {
                hash = 31 * hash + hash(element, depth + 1);
            }
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                hash += field.getKey().hashCode() * 31 ^ hash(field.getValue(), depth + 1);
            }
            return hash;
        }
    }

    private record Known(JsonNode element, int number) {}
}
