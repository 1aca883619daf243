package io.ephor.patches.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a patch while its anchors are resolved. Maps and lists are written to; a prototype is copied first. */
sealed interface Draft {
    /** {@return a copy that shares nothing that can be written to} */
    Draft copy(Budget budget);

    /** {@return the value as JSON; of several equal keys the first one counts} */
    JsonNode toJson();

    /** {@return how the reference calls the kind of node} */
    String kindName();

    /** A value without parts. */
    record Scalar(JsonNode value) implements Draft {
        @Override
        public Draft copy(Budget budget) {
            return this;
        }

        @Override
        public JsonNode toJson() {
            return value;
        }

        @Override
        public String kindName() {
            return "ScalarNode";
        }

        boolean isNull() {
            return Values.isNothing(value);
        }
    }

    /** A list. */
    record Sequence(List<Draft> elements) implements Draft {
        @Override
        public Draft copy(Budget budget) {
            List<Draft> copies = new ArrayList<>(elements.size());
            for (Draft element : elements) {
                budget.spend();
                copies.add(element.copy(budget));
            }
            return new Sequence(copies);
        }

        @Override
        public JsonNode toJson() {
            ArrayNode list = JsonNodeFactory.instance.arrayNode(elements.size());
            for (Draft element : elements) {
                list.add(element.toJson());
            }
            return list;
        }

        @Override
        public String kindName() {
            return "SequenceNode";
        }
    }

    /** A map. Its keys are in the order of their bytes at first, and may be equal after anchors were taken off. */
    record Mapping(List<Entry> entries) implements Draft {
        @Override
        public Draft copy(Budget budget) {
            List<Entry> copies = new ArrayList<>(entries.size());
            for (Entry entry : entries) {
                budget.spend();
                copies.add(new Entry(entry.key, entry.value.copy(budget), entry.condition));
            }
            return new Mapping(copies);
        }

        @Override
        public JsonNode toJson() {
            ObjectNode map = JsonNodeFactory.instance.objectNode();
            for (Entry entry : entries) {
                if (!map.has(entry.key.text())) {
                    map.set(entry.key.text(), entry.value.toJson());
                }
            }
            return map;
        }

        @Override
        public String kindName() {
            return "MappingNode";
        }

        /** {@return the first entry with a key, or null} */
        @Nullable
        Entry find(String key) {
            for (Entry entry : entries) {
                if (entry.key.text().equals(key)) {
                    return entry;
                }
            }
            return null;
        }

        /** Removes the first entry with a key. */
        void clear(String key) {
            Entry found = find(key);
            if (found != null) {
                entries.removeIf(entry -> entry == found);
            }
        }

        /** {@return the entries as they are now} */
        List<Entry> snapshot() {
            return new ArrayList<>(entries);
        }
    }

    /** A field of a map. */
    final class Entry {
        private DraftKey key;
        private Draft value;
        private @Nullable Condition condition;

        Entry(DraftKey key, Draft value, @Nullable Condition condition) {
            this.key = key;
            this.value = value;
            this.condition = condition;
        }

        DraftKey key() {
            return key;
        }

        Draft value() {
            return value;
        }

        /** Gives the entry another name, as plain text or anchored as the name says. */
        void rename(String name) {
            key = DraftKey.of(name);
        }

        void replace(Draft other) {
            value = other;
            condition = null;
        }

        /** {@return what the value asks of a resource, where the key is a condition} */
        Condition condition() {
            Condition known = condition;
            if (known == null) {
                known = new Condition(value.toJson());
                condition = known;
            }
            return known;
        }

        /** Forgets what the value asked for, because it was written to. */
        void forgetCondition() {
            condition = null;
        }
    }
}
