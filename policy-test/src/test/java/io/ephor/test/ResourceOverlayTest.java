package io.ephor.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ResourceOverlayTest {
    private final JsonNode resource = json("{metadata: {name: a, labels: {x: z}}}");

    private static JsonNode json(String yaml) {
        return SourceDocument.all("r.yaml", yaml).get(0).value();
    }

    @Test
    void splitsAPathAtDotsOutsideQuotes() {
        assertThat(ResourceOverlay.segments("request.object.metadata.labels.\"app.kubernetes.io/name\""))
                .containsExactly("request", "object", "metadata", "labels", "app.kubernetes.io/name");
    }

    @Test
    void setsAPartOfTheResourceInACopy() {
        ResourceOverlay overlay = new ResourceOverlay(resource);

        overlay.add("request.object.metadata.annotations.role", json("'admin'"));
        overlay.add("request.object.metadata.labels", json("{p: q}"));
        overlay.add("request.oldObject.metadata.name", json("'b'"));

        assertThat(overlay.object().toString())
                .isEqualTo(
                        "{\"metadata\":{\"name\":\"a\",\"labels\":{\"x\":\"z\",\"p\":\"q\"},\"annotations\":{\"role\":\"admin\"}}}");
        assertThat(overlay.oldObject().toString())
                .isEqualTo("{\"metadata\":{\"name\":\"b\",\"labels\":{\"x\":\"z\"}}}");
        assertThat(resource.toString()).isEqualTo("{\"metadata\":{\"name\":\"a\",\"labels\":{\"x\":\"z\"}}}");
    }

    @Test
    void otherVariablesChangeNothing() {
        ResourceOverlay overlay = new ResourceOverlay(resource);

        overlay.add("request.operation", json("'UPDATE'"));
        overlay.add("element.name", json("'b'"));
        overlay.add("", json("'b'"));

        assertThat(overlay.object()).isSameAs(resource);
        assertThat(overlay.oldObject()).isSameAs(resource);
    }
}
