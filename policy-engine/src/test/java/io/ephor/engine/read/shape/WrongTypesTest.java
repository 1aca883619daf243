package io.ephor.engine.read.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.Diagnostic;
import io.ephor.engine.read.PolicyReader;
import io.ephor.engine.read.ReadResult;
import io.ephor.values.YamlLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Puts a value of every other type into every field that a policy may have. */
class WrongTypesTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> VALUES = List.of(
            NODES.textNode("x"),
            NODES.numberNode(1),
            NODES.numberNode(1.5),
            NODES.booleanNode(true),
            NODES.arrayNode(),
            NODES.objectNode());

    private final PolicyReader reader = new PolicyReader(YamlLimits.DEFAULT);
    private final Deque<String> path = new ArrayDeque<>();
    private int tried;

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2beta1"})
    void reportsEachWithItsPlace(String version) {
        visitFields(version, PolicyShapes.ofVersion(version), 0);

        assertThat(tried).isGreaterThan(4_000);
    }

    private void visit(String version, Shape shape, int nesting) {
        for (JsonNode value : VALUES) {
            if (!accepts(shape, value)) {
                tryOut(version, value);
            }
        }
        if (shape instanceof ListShape list) {
            visitElement(version, "0", list.item(), nesting);
        } else if (shape instanceof MapShape map) {
            visitElement(version, "key", map.value(), nesting);
        } else if (shape instanceof EitherShape either) {
            visitElement(version, "0", either.list().item(), nesting);
            visitFields(version, either.map(), nesting);
        } else if (shape instanceof ObjectShape object) {
            visitFields(version, object, nesting);
        }
    }

    private void visitFields(String version, ObjectShape object, int nesting) {
        for (String name : object.fieldNames()) {
            boolean loop = name.equals("foreach");
            boolean derived = path.contains("status");
            Shape field = object.field(name);
            if (field != null && !(loop && nesting > 1) && !derived) {
                visitElement(version, name, field, loop ? nesting + 1 : nesting);
            }
        }
    }

    private void visitElement(String version, String segment, Shape shape, int nesting) {
        path.addLast(segment);
        visit(version, shape, nesting);
        path.removeLast();
    }

    private static boolean accepts(Shape shape, JsonNode value) {
        return shape instanceof AnyShape
                || (shape instanceof TextShape && value.isTextual())
                || (shape instanceof BooleanShape && value.isBoolean())
                || (shape instanceof IntegerShape && value.isInt())
                || (value.isArray() && (shape instanceof ListShape || shape instanceof EitherShape))
                || (value.isObject() && !(shape instanceof ListShape) && isMap(shape));
    }

    private static boolean isMap(Shape shape) {
        return shape instanceof ObjectShape || shape instanceof MapShape || shape instanceof EitherShape;
    }

    private void tryOut(String version, JsonNode value) {
        List<String> segments = new ArrayList<>(path);
        if (List.of("apiVersion", "kind").contains(segments.get(0))) {
            return;
        }
        ObjectNode document = NODES.objectNode();
        document.put("apiVersion", "kyverno.io/" + version);
        document.put("kind", "Policy");
        document.set(segments.get(0), nested(segments, 1, value));

        ReadResult result = reader.read("p.json", document.toString());

        String pointer = "/" + String.join("/", segments);
        assertThat(result.unreadable()).isEmpty();
        assertThat(result.documents()).hasSize(1);
        assertThat(result.documents().get(0).definition()).isNull();
        assertThat(result.documents().get(0).faults().diagnostics())
                .as("%s in %s", pointer, document)
                .anySatisfy(diagnostic -> {
                    assertThat(diagnostic.code()).isEqualTo("wrong-type");
                    assertThat(diagnostic.pointer()).isEqualTo(pointer);
                    assertThat(textAt(diagnostic, document.toString())).isEqualTo(value.toString());
                });
        tried++;
    }

    private static String textAt(Diagnostic diagnostic, String line) {
        assertThat(diagnostic.range().line()).isEqualTo(1);
        return line.substring(
                diagnostic.range().column() - 1, diagnostic.range().endColumn() - 1);
    }

    private static JsonNode nested(List<String> segments, int from, JsonNode value) {
        if (from == segments.size()) {
            return value;
        }
        JsonNode inner = nested(segments, from + 1, value);
        if (segments.get(from).equals("0")) {
            ArrayNode list = NODES.arrayNode();
            return list.add(inner);
        }
        ObjectNode map = NODES.objectNode();
        return map.set(segments.get(from), inner);
    }
}
