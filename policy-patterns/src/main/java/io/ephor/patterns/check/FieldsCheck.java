package io.ephor.patterns.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.NumberView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every value that is an object and whose fields pass. Immutable and thread-safe. */
public final class FieldsCheck extends Check {
    /**
     * A field.
     *
     * @param name the name by which it is looked up
     * @param passesAbsent whether an object without the field passes
     * @param check what the value of the field passes
     */
    public record Field(String name, boolean passesAbsent, Check check) {}

    private final List<Field> fields;
    // the same once more, as flat arrays
    private final String[] names;
    private final boolean[] passesAbsent;
    private final Check[] checks;

    /**
     * Makes a check.
     *
     * @param fields the fields, in the order in which they are looked at
     */
    public FieldsCheck(List<Field> fields) {
        int count = fields.size();
        this.fields = List.copyOf(fields);
        this.names = new String[count];
        this.passesAbsent = new boolean[count];
        this.checks = new Check[count];
        for (int i = 0; i < count; i++) {
            Field field = fields.get(i);
            names[i] = field.name();
            passesAbsent[i] = field.passesAbsent();
            checks[i] = field.check();
        }
    }

    @Override
    public boolean passes(JsonNode value, NumberView numbers) {
        return miss(value, numbers) == null;
    }

    @Override
    public @Nullable Miss miss(JsonNode value, NumberView numbers) {
        if (!(value instanceof ObjectNode object)) {
            return new Miss();
        }
        for (int i = 0; i < names.length; i++) {
            JsonNode field = object.get(names[i]);
            Miss miss = field == null ? missAbsent(i) : checks[i].miss(field, numbers);
            if (miss != null) {
                return miss.inside(i);
            }
        }
        return null;
    }

    private @Nullable Miss missAbsent(int index) {
        return passesAbsent[index] ? null : new Miss();
    }

    /** {@return the fields, in the order in which they are looked at} */
    List<Field> fields() {
        return fields;
    }
}
