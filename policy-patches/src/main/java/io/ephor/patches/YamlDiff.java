package io.ephor.patches;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.JsonEquality;
import io.ephor.values.NumberView;
import io.ephor.values.YamlWriter;
import java.util.List;
import java.util.Map;

/**
 * The difference between two documents as people read it: as YAML, in the unified form that {@code diff} prints, with the
 * keys in the order of the first document. Keys that only the second one has come last; another order of keys is no
 * difference, and neither is another form of the same number. Objects in lists belong together where their {@code name} is
 * the same; where more than about 1,000 elements stand between what two lists begin and end with, elements at the same
 * position do, and the order of keys can show. Thread-safe.
 *
 * <pre>{@code
 * EvaluationResult result = engine.evaluate(policy, pod);
 * String changes = YamlDiff.unified(pod, result.patchedResource());
 * }</pre>
 */
public final class YamlDiff {
    private static final int INDENT = 2;
    private static final int CONTEXT = 3;
    private static final int DEEPEST = 1_000;

    private final ListAlignment.Budget budget = new ListAlignment.Budget();

    private YamlDiff() {}

    /**
     * {@return the difference between two documents, each line with its end; empty where there is none}
     *
     * @param before the first document; never written to
     * @param after the second document; never written to
     * @throws IllegalArgumentException if a document is nested deeper than 1,000 levels
     */
    public static String unified(JsonNode before, JsonNode after) {
        return unified("before", before, "after", after);
    }

    /**
     * {@return the difference between two documents, each line with its end; empty where there is none}
     *
     * @param beforeName what the first document is called
     * @param before the first document; never written to
     * @param afterName what the second document is called
     * @param after the second document; never written to
     * @throws IllegalArgumentException if a document is nested deeper than 1,000 levels
     */
    public static String unified(String beforeName, JsonNode before, String afterName, JsonNode after) {
        List<LineDiff.Line> lines = LineDiff.between(lines(before), lines(new YamlDiff().aligned(before, after, 0)));
        StringBuilder text = new StringBuilder();
        int line = 0;
        Position position = new Position();
        while (line < lines.size()) {
            int first = nextChange(lines, line);
            if (first == lines.size()) {
                break;
            }
            if (text.length() == 0) {
                text.append("--- ")
                        .append(beforeName)
                        .append("\n+++ ")
                        .append(afterName)
                        .append('\n');
            }
            int start = Math.max(line, first - CONTEXT);
            int end = endOfHunk(lines, first);
            position.pass(lines, line, start);
            hunk(lines, start, end, position, text);
            line = end;
        }
        return text.toString();
    }

    private static List<String> lines(JsonNode document) {
        return YamlWriter.writeInOrder(document, INDENT).lines().toList();
    }

    private static int nextChange(List<LineDiff.Line> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).mark() == ' ') {
            at++;
        }
        return at;
    }

    /** Returns the end of the lines to show together: changes with little between them, and what stands behind. */
    private static int endOfHunk(List<LineDiff.Line> lines, int firstChange) {
        int lastChange = firstChange;
        int next = firstChange;
        while (next < lines.size() && next - lastChange <= 2 * CONTEXT + 1) {
            lastChange = next;
            next = nextChange(lines, next + 1);
        }
        return Math.min(lines.size(), lastChange + 1 + CONTEXT);
    }

    private static void hunk(List<LineDiff.Line> lines, int start, int end, Position position, StringBuilder text) {
        int before = position.before;
        int after = position.after;
        position.pass(lines, start, end);
        text.append("@@ -").append(range(before, position.before - before));
        text.append(" +").append(range(after, position.after - after)).append(" @@\n");
        for (LineDiff.Line line : lines.subList(start, end)) {
            text.append(line.mark()).append(line.text()).append('\n');
        }
    }

    private static String range(int passed, int count) {
        int first = count == 0 ? passed : passed + 1;
        return count == 1 ? String.valueOf(first) : first + "," + count;
    }

    /** Returns a document with its keys in the order of another one, and with the other's nodes where they are the same. */
    private JsonNode aligned(JsonNode before, JsonNode after, int depth) {
        if (before == after || depth > DEEPEST) {
            return after;
        }
        if (before.isObject() && after.isObject()) {
            return alignedFields(before, after, depth);
        }
        if (before.isArray() && after.isArray()) {
            return alignedElements(before, after, depth);
        }
        return after.isNumber() && JsonEquality.sameValue(before, after, NumberView.AS_WRITTEN) ? before : after;
    }

    private ObjectNode alignedFields(JsonNode before, JsonNode after, int depth) {
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : before.properties()) {
            JsonNode value = after.get(field.getKey());
            if (value != null) {
                ordered.set(field.getKey(), aligned(field.getValue(), value, depth + 1));
            }
        }
        for (Map.Entry<String, JsonNode> field : after.properties()) {
            if (!before.has(field.getKey())) {
                ordered.set(field.getKey(), field.getValue());
            }
        }
        return ordered;
    }

    /** Elements take the order of their keys from what they came from. */
    private ArrayNode alignedElements(JsonNode before, JsonNode after, int depth) {
        ArrayNode ordered = JsonNodeFactory.instance.arrayNode(after.size());
        ListAlignment alignment = ListAlignment.byName(before, after, budget);
        int old = 0;
        while (ordered.size() < after.size()) {
            JsonNode value = after.get(ordered.size());
            switch (alignment.step(old, ordered.size())) {
                case KEEP, CHANGE -> ordered.add(aligned(before.get(old++), value, depth + 1));
                case ADD -> ordered.add(value);
                case REMOVE -> old++;
            }
        }
        return ordered;
    }

    /** How many lines of each document are passed. */
    private static final class Position {
        private int before;
        private int after;

        private void pass(List<LineDiff.Line> lines, int start, int end) {
            for (LineDiff.Line line : lines.subList(start, end)) {
                before += line.mark() == '+' ? 0 : 1;
                after += line.mark() == '-' ? 0 : 1;
            }
        }
    }
}
