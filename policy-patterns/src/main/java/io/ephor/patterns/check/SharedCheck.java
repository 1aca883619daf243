package io.ephor.patterns.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.NumberView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The checks of several owners on the same value. What they ask of the same fields and elements is asked together, and
 * the answer says whose checks the value does not pass. Immutable and thread-safe.
 *
 * <p>An owner is a bit of a {@code long}.
 */
public abstract sealed class SharedCheck {
    /** How many owners there may be. */
    public static final int MOST_OWNERS = Long.SIZE;

    private SharedCheck() {}

    /**
     * {@return the owners of the checks that the value does not pass}
     *
     * @param value the value
     * @param numbers how its numbers are seen
     */
    public abstract long missed(JsonNode value, NumberView numbers);

    /**
     * {@return the checks as one}
     *
     * @param checks the checks, each with its owner, at least one and at most {@link #MOST_OWNERS}
     */
    public static SharedCheck of(List<Check> checks) {
        List<Owned> owned = new ArrayList<>(checks.size());
        for (int i = 0; i < checks.size(); i++) {
            owned.add(new Owned(checks.get(i), 1L << i));
        }
        return shared(owned);
    }

    private static SharedCheck shared(List<Owned> checks) {
        List<Owned> fields = new ArrayList<>();
        List<Owned> elements = new ArrayList<>();
        List<Owned> others = new ArrayList<>();
        for (Owned owned : checks) {
            boolean asksFields = owned.check instanceof FieldsCheck;
            boolean asksElements = owned.check instanceof ElementsCheck;
            (asksFields ? fields : asksElements ? elements : others).add(owned);
        }
        List<SharedCheck> parts = new ArrayList<>();
        if (!fields.isEmpty()) {
            parts.add(new Fields(fields));
        }
        if (!elements.isEmpty()) {
            parts.add(new Elements(elements));
        }
        if (!others.isEmpty()) {
            parts.add(new Single(others));
        }
        return parts.size() == 1 ? parts.get(0) : new Parts(parts);
    }

    private static long owners(List<Owned> checks) {
        long owners = 0;
        for (Owned owned : checks) {
            owners |= owned.owner;
        }
        return owners;
    }

    private record Owned(Check check, long owner) {}

    /** Checks on objects. */
    private static final class Fields extends SharedCheck {
        private final long owners;
        private final String[] names;
        // who does not pass where the field is not there
        private final long[] needed;
        private final SharedCheck[] checks;

        Fields(List<Owned> objects) {
            Map<String, Long> neededByName = new LinkedHashMap<>();
            Map<String, List<Owned>> byName = new LinkedHashMap<>();
            for (Owned object : objects) {
                for (FieldsCheck.Field field : ((FieldsCheck) object.check).fields()) {
                    neededByName.merge(
                            field.name(), field.passesAbsent() ? 0 : object.owner, (one, other) -> one | other);
                    byName.computeIfAbsent(field.name(), name -> new ArrayList<>())
                            .add(new Owned(field.check(), object.owner));
                }
            }
            this.owners = owners(objects);
            this.names = byName.keySet().toArray(new String[0]);
            this.needed = new long[names.length];
            this.checks = new SharedCheck[names.length];
            for (int i = 0; i < names.length; i++) {
                needed[i] = neededByName.getOrDefault(names[i], 0L);
                checks[i] = shared(byName.getOrDefault(names[i], List.of()));
            }
        }

        @Override
        public long missed(JsonNode value, NumberView numbers) {
            if (!(value instanceof ObjectNode object)) {
                return owners;
            }
            long missed = 0;
            for (int i = 0; i < names.length; i++) {
                JsonNode field = object.get(names[i]);
                missed |= field == null ? needed[i] : checks[i].missed(field, numbers);
            }
            return missed;
        }
    }

    /** Checks on lists. */
    private static final class Elements extends SharedCheck {
        private final long owners;
        private final SharedCheck element;

        Elements(List<Owned> lists) {
            List<Owned> elements = new ArrayList<>(lists.size());
            for (Owned list : lists) {
                elements.add(new Owned(((ElementsCheck) list.check).element(), list.owner));
            }
            this.owners = owners(lists);
            this.element = shared(elements);
        }

        @Override
        public long missed(JsonNode value, NumberView numbers) {
            if (!(value instanceof ArrayNode list)) {
                return owners;
            }
            long missed = 0;
            for (int i = 0; i < list.size() && missed != owners; i++) {
                missed |= element.missed(list.get(i), numbers);
            }
            return missed;
        }
    }

    /** Checks that have no fields or elements in common. */
    private static final class Single extends SharedCheck {
        private final Check[] checks;
        private final long[] owners;

        Single(List<Owned> others) {
            this.checks = new Check[others.size()];
            this.owners = new long[others.size()];
            for (int i = 0; i < checks.length; i++) {
                checks[i] = others.get(i).check;
                owners[i] = others.get(i).owner;
            }
        }

        @Override
        public long missed(JsonNode value, NumberView numbers) {
            long missed = 0;
            for (int i = 0; i < checks.length; i++) {
                missed |= checks[i].passes(value, numbers) ? 0 : owners[i];
            }
            return missed;
        }
    }

    /** Checks of different kinds. */
    private static final class Parts extends SharedCheck {
        private final SharedCheck[] parts;

        Parts(List<SharedCheck> parts) {
            this.parts = parts.toArray(new SharedCheck[0]);
        }

        @Override
        public long missed(JsonNode value, NumberView numbers) {
            long missed = 0;
            for (SharedCheck part : parts) {
                missed |= part.missed(value, numbers);
            }
            return missed;
        }
    }
}
