package io.ephor.engine.read.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.source.DocumentFaults;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.source.ShortText;
import io.ephor.values.PointerToken;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one document: knows where it is, and words what a shape finds wrong there. Pointers are built only for
 * faults. Used by one thread.
 */
public final class ShapeCheck {
    private static final int LONGEST_QUOTE = 60;
    private static final int MOST = DocumentFaults.MOST;

    private final FaultCollector faults;
    private @Nullable String[] keys = new @Nullable String[16];
    private int[] indexes = new int[16];
    private int depth;
    private int errors;
    private int warnings;

    /** Creates a check of a whole document that reports to a collector. */
    public ShapeCheck(FaultCollector faults) {
        this.faults = faults;
    }

    void enter(String key) {
        int level = nextLevel();
        keys[level] = key;
    }

    void enter(int index) {
        int level = nextLevel();
        keys[level] = null;
        indexes[level] = index;
    }

    void leave() {
        depth--;
    }

    private int nextLevel() {
        if (depth == indexes.length) {
            keys = Arrays.copyOf(keys, depth * 2);
            indexes = Arrays.copyOf(indexes, depth * 2);
        }
        return depth++;
    }

    void wrongType(Shape shape, JsonNode found) {
        if (isError()) {
            String message = "expected " + shape.expected() + ", found " + typeName(found);
            faults.report(SchemaTexts.wrongType(Fault.error("wrong-type", pointer(), message), shape, found));
        }
    }

    void tooLong(int bytes) {
        if (isError()) {
            Fault fault = Fault.error("invalid-value", pointer(), "expected at most " + bytes + " bytes of text");
            faults.report(SchemaTexts.at(fault, "Too long: may not be more than " + bytes + " bytes"));
        }
    }

    void outside(long minimum, long maximum, JsonNode found) {
        if (isError()) {
            String message = "expected a whole number from " + minimum + " to " + maximum;
            faults.report(SchemaTexts.outside(Fault.error("invalid-value", pointer(), message), minimum, found));
        }
    }

    void invalidText(String found, List<String> allowed) {
        if (isError()) {
            String message =
                    "expected one of " + quoted(allowed) + ", found `" + ShortText.of(found, LONGEST_QUOTE) + "`";
            Fault fault = Fault.error("invalid-value", pointer(), message).withHelp(suggestion(found, allowed));
            faults.report(SchemaTexts.unsupported(fault, found, allowed));
        }
    }

    void onlyOneOf(List<String> names) {
        if (isError()) {
            String message = "expected only one of " + quoted(names);
            Fault fault = Fault.error("conflicting-fields", pointer(), message);
            faults.report(SchemaTexts.ofWhole(fault, "must not validate the schema (not)"));
        }
    }

    void severalOf(List<String> names, int found) {
        if (isError()) {
            String message = "expected exactly one of " + quoted(names) + ", found " + found;
            Fault fault = Fault.error("conflicting-fields", pointer(), message);
            String text = "must validate one and only one schema (oneOf). Found " + found + " valid alternatives";
            faults.report(SchemaTexts.ofWhole(fault, text));
        }
    }

    void missing(String name) {
        if (isError()) {
            Fault fault = Fault.error("missing-field", pointer(), "missing field `" + name + "`");
            faults.report(SchemaTexts.required(fault, name));
        }
    }

    void missingOneOf(List<String> names) {
        if (isError()) {
            Fault fault = Fault.error("missing-field", pointer(), "missing one of the fields " + quoted(names));
            faults.report(SchemaTexts.requiredOneOf(fault, names));
        }
    }

    void unknown(String name, Collection<String> known, boolean open) {
        boolean ignored = open && !isCaseMistake(name, known);
        if (ignored ? warnings++ > MOST : !isError()) {
            return;
        }
        enter(name);
        String message = "unknown field `" + ShortText.of(name, LONGEST_QUOTE) + "`";
        Fault fault = ignored
                ? Fault.warning("unknown-field", pointer(), message + " is ignored")
                : SchemaTexts.unknown(Fault.error("unknown-field", pointer(), message));
        leave();
        faults.report(fault.withKeyAsPlace().withHelp(suggestion(name, known)));
    }

    /** Counts an error, and says whether somebody will look at it. */
    private boolean isError() {
        return errors++ <= MOST;
    }

    private static boolean isCaseMistake(String name, Collection<String> known) {
        for (String candidate : known) {
            if (candidate.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String suggestion(String name, Collection<String> known) {
        String nearest = Nearest.of(name, known);
        return nearest == null ? null : "did you mean `" + nearest + "`?";
    }

    static String quoted(List<String> names) {
        return "`" + String.join("`, `", names) + "`";
    }

    private static String typeName(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT, POJO -> "a map";
            case ARRAY -> "a list";
            case STRING, BINARY -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "`" + node.booleanValue() + "`";
            case NULL, MISSING -> "nothing";
        };
    }

    private String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            pointer.append('/');
            String key = keys[i];
            if (key == null) {
                pointer.append(indexes[i]);
            } else {
                pointer.append(PointerToken.escape(key));
            }
        }
        return pointer.toString();
    }
}
