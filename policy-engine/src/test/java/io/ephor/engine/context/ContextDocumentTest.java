package io.ephor.engine.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContextDocumentTest {
    private static final List<String> NAMES = List.of("request", "element", "element0", "x", "y", "z");

    @Test
    void goesBackAsOftenAsALoopHasElements() {
        ContextDocument document = new ContextDocument(object("request", object("a", number(0))));
        document.checkpoint();

        for (int i = 1; i < 4; i++) {
            document.reset();
            document.replace("element", number(i));
            document.replace("request", "a", number(i));
            assertThat(document.root()).hasToString("{\"request\":{\"a\":" + i + "},\"element\":" + i + "}");
        }
        document.reset();
        document.replace("element", number(9));

        assertThat(document.root()).hasToString("{\"request\":{\"a\":0},\"element\":9}");
        document.restore();
        assertThat(document.root()).hasToString("{\"request\":{\"a\":0}}");
    }

    @Test
    void goesBackAfterManyChanges() {
        ContextDocument document = new ContextDocument(object("x", number(0)));
        document.checkpoint();
        for (int round = 0; round < 3; round++) {
            document.reset();
            document.replace("x", number(1));
            for (int i = 0; i < 40; i++) {
                document.replace("n" + (i + round), number(i));
            }
            assertThat(document.root()).hasSize(41);
        }

        document.reset();

        assertThat(document.root()).hasToString("{\"x\":0}");
    }

    /** Any order of steps has the outcome that it has where everything is copied at every step. */
    @Test
    void neverShowsWhatAnElementBeforeHasSet() {
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            ObjectNode start = object("request", object("a", number(0)));
            ContextDocument document = new ContextDocument(start);
            ObjectNode model = start.deepCopy();
            Deque<ObjectNode> checkpoints = new ArrayDeque<>();
            List<JsonNode> held = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (int step = 0; step < 60; step++) {
                String name = NAMES.get(random.nextInt(NAMES.size()));
                JsonNode value = random.nextBoolean() ? number(step) : object("k" + random.nextInt(3), number(step));
                switch (random.nextInt(9)) {
                    case 0 -> {
                        document.checkpoint();
                        checkpoints.push(model.deepCopy());
                    }
                    case 1, 2, 3 -> {
                        if (!checkpoints.isEmpty()) {
                            document.reset();
                            model = checkpoints.element().deepCopy();
                        }
                    }
                    case 4 -> {
                        if (!checkpoints.isEmpty()) {
                            document.restore();
                            model = checkpoints.pop();
                        }
                    }
                    case 5 -> {
                        document.share();
                        held.add(document.root());
                        texts.add(document.root().toString());
                    }
                    case 6 -> {
                        document.merge(name, value);
                        boolean both = model.path(name).isObject() && value.isObject();
                        if (both) {
                            ((ObjectNode) model.get(name)).setAll((ObjectNode) value.deepCopy());
                        } else {
                            model.set(name, value.deepCopy());
                        }
                    }
                    case 7 -> {
                        document.replace("request", "a", value);
                        model.withObject("/request", JsonNode.OverwriteMode.ALL, true)
                                .set("a", value.deepCopy());
                    }
                    default -> {
                        document.replace(name, value);
                        model.set(name, value.deepCopy());
                    }
                }
                if (random.nextBoolean()) {
                    assertThat(sorted(document.root())).as("seed %s", seed).isEqualTo(sorted(model));
                }
            }
            assertThat(held).as("seed %s", seed).map(JsonNode::toString).isEqualTo(texts);
            assertThat(start).hasToString("{\"request\":{\"a\":0}}");
        }
    }

    private static String sorted(JsonNode node) {
        TreeMap<String, String> fields = new TreeMap<>();
        node.properties()
                .forEach(field -> fields.put(
                        field.getKey(),
                        field.getValue().isObject()
                                ? sorted(field.getValue())
                                : field.getValue().toString()));
        return fields.toString();
    }

    private static ObjectNode object(String name, JsonNode value) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.set(name, value);
        return object;
    }

    private static JsonNode number(int value) {
        return JsonNodeFactory.instance.numberNode(value);
    }
}
