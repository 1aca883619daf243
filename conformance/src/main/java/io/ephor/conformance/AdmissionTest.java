package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.YamlDocument;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A test of the reference's cluster tests: the objects that its cases mention by number, and what was admitted so far.
 * Not thread-safe.
 */
final class AdmissionTest {
    private static final Pattern STEP = Pattern.compile("steps\\[(\\d+)]\\(.*\\)\\.try\\[(\\d+)]");
    private static final String RANDOM = "$random";
    /** Where a test is in a namespace of its own, this is its name in the recorded answers. */
    private static final String RANDOM_NAMESPACE = "chainsaw-ns";

    private final Corpus corpus;
    private final JsonNode test;
    private final Map<Integer, JsonNode> objects = new HashMap<>();
    private final Map<Integer, JsonNode> admitted = new HashMap<>();

    AdmissionTest(Corpus corpus, JsonNode test) {
        this.corpus = corpus;
        this.test = test;
    }

    String name() {
        return test.path("test").asText();
    }

    /** Returns the namespace of what states none. */
    String namespace() {
        String namespace = test.path("defaultNamespace").asText();
        return namespace.equals(RANDOM) ? RANDOM_NAMESPACE : namespace;
    }

    /** Returns an object as its file has it. */
    JsonNode object(int number) throws IOException {
        JsonNode known = objects.get(number);
        if (known == null) {
            known = read(test.path("refs").path(number));
            objects.put(number, known);
        }
        return known;
    }

    private JsonNode read(JsonNode reference) throws IOException {
        if (reference.has("object")) {
            return reference.get("object");
        }
        JsonNode object = document(
                reference.path("file").asText() + "#" + reference.path("index").asInt());
        return reference.has("mergePatch") ? merged(object, reference.get("mergePatch")) : object;
    }

    private JsonNode document(String name) throws IOException {
        return YamlDocument.parse(name, corpus.document(name)).value();
    }

    /** Says whether a request comes of a step that applies an object, rather than of a script. */
    boolean applies(JsonNode request) throws IOException {
        Matcher step = STEP.matcher(request.path("at").asText());
        if (!step.matches()) {
            throw new IllegalArgumentException("no step: " + request);
        }
        return document(request.path("source").asText() + "#0")
                .at("/spec/steps/" + step.group(1) + "/try/" + step.group(2))
                .has("apply");
    }

    /** Returns an object as it was admitted last, or as its file has it where it has not been. */
    JsonNode admitted(int number) throws IOException {
        JsonNode known = admitted.get(number);
        return known == null ? object(number) : known;
    }

    void admit(int number, JsonNode object) {
        admitted.put(number, object);
    }

    /** Returns the object in a namespace if it states none; empty for objects of the whole cluster. */
    static JsonNode inNamespace(JsonNode object, String namespace) {
        if (namespace.isEmpty() || object.path("metadata").has("namespace")) {
            return object;
        }
        ObjectNode copy = object.deepCopy();
        copy.withObject("/metadata").put("namespace", namespace);
        return copy;
    }

    /** Returns the target with a merge patch (RFC 7386) applied. */
    static JsonNode merged(@Nullable JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object.deepCopy() : SuiteRun.object();
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                result.set(field.getKey(), merged(result.get(field.getKey()), field.getValue()));
            }
        }
        return result;
    }
}
