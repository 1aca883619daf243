package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.fge.jsonpatch.JsonPatch;
import com.github.fge.jsonpatch.JsonPatchException;
import io.ephor.patches.JsonPatchDocument;
import io.ephor.patches.PatchOutcome;
import io.ephor.patches.StrategicMerge;
import io.ephor.values.JsonEquality;
import io.ephor.values.NumberView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A document that gets one label more: by a strategic merge, by a JSON Patch, and by hand. */
public enum PatchWorkload {
    POD {
        @Override
        JsonNode document() {
            return Workload.pod();
        }
    },
    /** The same with a hundred containers: what a label costs should not grow with what it leaves alone. */
    LARGE_POD {
        @Override
        JsonNode document() {
            return Workload.pod(CONTAINERS);
        }
    },
    CONFIG_MAP {
        @Override
        JsonNode document() {
            ObjectNode map = JsonNodeFactory.instance.objectNode();
            map.put("apiVersion", "v1").put("kind", "ConfigMap");
            map.putObject("metadata")
                    .put("name", "settings")
                    .putObject("labels")
                    .put("team", "a");
            ObjectNode data = map.putObject("data");
            for (int i = 0; i < CONTAINERS; i++) {
                data.put("key-" + i, "value");
            }
            return map;
        }
    };

    private static final int CONTAINERS = 100;
    private static final String LABEL = "reviewed";
    private static final String MERGE = "{\"metadata\": {\"labels\": {\"reviewed\": \"yes\"}}}";
    private static final String PATCH =
            "[{\"op\": \"add\", \"path\": \"/metadata/labels/reviewed\", \"value\": \"yes\"}]";

    abstract JsonNode document();

    static StrategicMerge merge() {
        try {
            return StrategicMerge.compile(new JsonMapper().readTree(MERGE));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    static JsonPatchDocument patch() {
        return JsonPatchDocument.parse(PATCH);
    }

    static JsonPatch stockPatch() {
        try {
            return JsonPatch.fromJson(new JsonMapper().readTree(PATCH));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** What somebody writes who wants no more than this label, and leaves the given document alone. */
    static JsonNode labelByHand(JsonNode document) {
        ObjectNode metadata = copy((ObjectNode) document.get("metadata"));
        ObjectNode labels = copy((ObjectNode) metadata.get("labels"));
        labels.put(LABEL, "yes");
        metadata.set("labels", labels);
        ObjectNode labelled = copy((ObjectNode) document);
        return labelled.set("metadata", metadata);
    }

    private static ObjectNode copy(ObjectNode map) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : map.properties()) {
            copy.set(field.getKey(), field.getValue());
        }
        return copy;
    }

    static JsonNode patched(PatchOutcome outcome) {
        return ((PatchOutcome.Patched) outcome).document();
    }

    /** Fails unless all ways lead to the same document: a fast wrong answer is no answer. */
    void requireSameAnswers() {
        JsonNode document = document();
        JsonNode expected = labelByHand(document);
        require(expected, patched(merge().apply(document)));
        require(expected, patched(patch().apply(document)));
        try {
            require(expected, stockPatch().apply(document));
        } catch (JsonPatchException exception) {
            throw new IllegalStateException(this + ": json-patch refuses", exception);
        }
    }

    private void require(JsonNode expected, JsonNode actual) {
        if (!JsonEquality.deepEqual(expected, actual, NumberView.AS_WRITTEN)) {
            throw new IllegalStateException(this + " becomes " + actual + ", by hand " + expected);
        }
    }
}
