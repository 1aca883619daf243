package io.ephor.patches;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.JsonEquality;
import io.ephor.values.NumberView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the elements of one list become those of another with the fewest additions, removals and changes. Immutable.
 *
 * <p>The table has the distance between what is left of both lists, as Wagner and Fischer have it.
 */
final class ListAlignment {
    private static final int DEEPEST_HASH = 500;

    private final int[] before;
    private final int[] after;
    private final int[] distances;
    private final int width;

    private ListAlignment(int[] before, int[] after) {
        this.before = before;
        this.after = after;
        this.width = after.length + 1;
        this.distances = new int[(before.length + 1) * width];
        fill();
    }

    /** Aligns parts of two lists that begin at the same position. */
    static ListAlignment of(JsonNode before, JsonNode after, int start, int removed, int added) {
        return of(before, after, start, removed, added, new Identities(false));
    }

    /** Aligns two lists whose objects count as the same where their {@code name} is. */
    static ListAlignment byName(JsonNode before, JsonNode after) {
        return of(before, after, 0, before.size(), after.size(), new Identities(true));
    }

    private static ListAlignment of(
            JsonNode before, JsonNode after, int start, int removed, int added, Identities identities) {
        return new ListAlignment(identities.of(before, start, removed), identities.of(after, start, added));
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
     * Returns what comes next once some elements of both lists are done with.
     *
     * @param alignment the alignment, or null to change elements in pairs and then add or remove the others
     */
    static Step step(@Nullable ListAlignment alignment, int old, int position, int removed, int added) {
        if (old == removed) {
            return Step.ADD;
        }
        if (position == added) {
            return Step.REMOVE;
        }
        return alignment == null ? Step.CHANGE : alignment.step(old, position);
    }

    private Step step(int i, int j) {
        if (before[i] == after[j]) {
            return Step.KEEP;
        }
        int rest = distances[i * width + j] - 1;
        if (distances[(i + 1) * width + j + 1] == rest) {
            return Step.CHANGE;
        }
        return distances[(i + 1) * width + j] == rest ? Step.REMOVE : Step.ADD;
    }

    /** What happens to the next element. */
    enum Step {
        KEEP,
        CHANGE,
        ADD,
        REMOVE
    }

    /** Gives equal elements the same number, so that each is compared with few others. */
    private static final class Identities {
        private final Map<Integer, List<Known>> known = new HashMap<>();
        private final boolean byName;
        private int count;

        Identities(boolean byName) {
            this.byName = byName;
        }

        int[] of(JsonNode list, int start, int length) {
            int[] numbers = new int[length];
            for (int i = 0; i < length; i++) {
                numbers[i] = of(list.get(start + i));
            }
            return numbers;
        }

        private int of(JsonNode written) {
            JsonNode name = written.path("name");
            JsonNode element = byName && name.isTextual() ? name : written;
            List<Known> alike = known.computeIfAbsent(hash(element, 0), hash -> new ArrayList<>(1));
            for (Known other : alike) {
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
