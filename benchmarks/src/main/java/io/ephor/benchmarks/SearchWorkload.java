package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burt.jmespath.jackson.JacksonRuntime;
import io.ephor.jmespath.JmesPath;
import io.ephor.values.JsonEquality;
import io.ephor.values.NumberView;
import java.util.List;
import java.util.function.UnaryOperator;

/** An expression, and the same walk written by hand over a request with a Pod of three containers. */
public enum SearchWorkload {
    KEYS(
            "request.object.metadata.labels.team",
            request -> object(request).get("metadata").get("labels").get("team")),
    PROJECTION("request.object.spec.containers[*].image", SearchWorkload::images),
    MULTISELECT("request.object.spec.containers[].{name: name, image: image}", SearchWorkload::pairs),
    ALL_IMAGES(
            "request.object.spec.[initContainers, containers][].image | contains(@, 'redis:7')",
            SearchWorkload::usesRedis),
    FILTER(
            "request.object.spec.containers[?securityContext.capabilities.drop"
                    + " && contains(securityContext.capabilities.drop, 'ALL')].name",
            SearchWorkload::dropAll),
    FILTER_BY_NAME("request.object.spec.containers[?name == 'envoy'].image", SearchWorkload::imageOfEnvoy);

    private final String expression;
    private final UnaryOperator<JsonNode> walk;

    SearchWorkload(String expression, UnaryOperator<JsonNode> walk) {
        this.expression = expression;
        this.walk = walk;
    }

    String expression() {
        return expression;
    }

    UnaryOperator<JsonNode> walk() {
        return walk;
    }

    /** Says whether jmespath-java must be left behind by a factor: where it filters or selects. */
    boolean selects() {
        return this != KEYS && this != PROJECTION;
    }

    /** Returns a request with a Pod whose containers all drop some capabilities. */
    static JsonNode request() {
        JsonNode pod = Workload.pod();
        for (JsonNode container : pod.get("spec").get("containers")) {
            ObjectNode context = ((ObjectNode) container).withObjectProperty("securityContext");
            context.withObjectProperty("capabilities").withArrayProperty("drop").add("ALL");
        }
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.putObject("request").set("object", pod);
        return request;
    }

    /** Fails unless the walk, jmespath-java and this library agree: a fast wrong answer is no answer. */
    void requireSameAnswers() {
        JsonNode request = request();
        JsonNode expected = walk.apply(request);
        List<JsonNode> answers = List.of(
                JmesPath.compile(expression).search(request),
                new JacksonRuntime().compile(expression).search(request));
        for (JsonNode answer : answers) {
            if ((expected.isContainerNode() && expected.isEmpty())
                    || !JsonEquality.deepEqual(expected, answer, NumberView.FLOAT64)) {
                throw new IllegalStateException(expression + " is " + answer + ", by hand " + expected);
            }
        }
    }

    private static JsonNode object(JsonNode request) {
        return request.get("request").get("object");
    }

    private static JsonNode containers(JsonNode request) {
        return object(request).get("spec").get("containers");
    }

    private static JsonNode images(JsonNode request) {
        JsonNode containers = containers(request);
        ArrayNode images = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < containers.size(); i++) {
            JsonNode image = containers.get(i).get("image");
            if (image != null) {
                images.add(image);
            }
        }
        return images;
    }

    private static JsonNode pairs(JsonNode request) {
        JsonNode containers = containers(request);
        ArrayNode pairs = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < containers.size(); i++) {
            JsonNode container = containers.get(i);
            ObjectNode pair = JsonNodeFactory.instance.objectNode();
            pair.set("name", container.get("name"));
            pair.set("image", container.get("image"));
            pairs.add(pair);
        }
        return pairs;
    }

    private static JsonNode usesRedis(JsonNode request) {
        JsonNode spec = object(request).get("spec");
        return BooleanNode.valueOf(uses(spec.get("initContainers")) || uses(spec.get("containers")));
    }

    private static boolean uses(JsonNode containers) {
        for (int i = 0; i < containers.size(); i++) {
            JsonNode image = containers.get(i).get("image");
            if (image != null && "redis:7".equals(image.textValue())) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode dropAll(JsonNode request) {
        JsonNode containers = containers(request);
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < containers.size(); i++) {
            JsonNode container = containers.get(i);
            JsonNode context = container.get("securityContext");
            JsonNode capabilities = context == null ? null : context.get("capabilities");
            JsonNode drop = capabilities == null ? null : capabilities.get("drop");
            if (drop != null && holds(drop, "ALL")) {
                names.add(container.get("name"));
            }
        }
        return names;
    }

    private static boolean holds(JsonNode list, String text) {
        for (int i = 0; i < list.size(); i++) {
            if (text.equals(list.get(i).textValue())) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode imageOfEnvoy(JsonNode request) {
        JsonNode containers = containers(request);
        ArrayNode images = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < containers.size(); i++) {
            JsonNode container = containers.get(i);
            JsonNode name = container.get("name");
            if (name != null && "envoy".equals(name.textValue())) {
                images.add(container.get("image"));
            }
        }
        return images;
    }
}
