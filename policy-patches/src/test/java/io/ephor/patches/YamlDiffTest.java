package io.ephor.patches;

import static io.ephor.patches.JsonText.json;
import static io.ephor.patches.JsonText.nestedMaps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.values.YamlDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class YamlDiffTest {
    private static JsonNode yaml(String text) {
        return YamlDocument.parse("document.yaml", text).value();
    }

    @Test
    void keepsTheOrderOfTheFirstDocument() {
        JsonNode before = yaml("""
                kind: Pod
                apiVersion: v1
                spec:
                  containers:
                  - name: web
                    image: nginx
                  hostNetwork: true
                metadata:
                  name: web
                """);
        JsonNode after = yaml("""
                apiVersion: v1
                kind: Pod
                metadata:
                  labels: {team: a}
                  name: web
                spec:
                  containers:
                  - image: sidecar
                    name: log
                  - image: nginx
                    imagePullPolicy: Always
                    name: web
                """);
        assertThat(YamlDiff.unified("pod.yaml", before, "patched", after)).isEqualTo("""
                --- pod.yaml
                +++ patched
                @@ -2,8 +2,12 @@
                 apiVersion: v1
                 spec:
                   containers:
                +    - image: sidecar
                +      name: log
                     - name: web
                       image: nginx
                -  hostNetwork: true
                +      imagePullPolicy: Always
                 metadata:
                   name: web
                +  labels:
                +    team: a
                """);
    }

    @Test
    void saysNothingOfWhatMeansTheSame() {
        assertThat(YamlDiff.unified(json("{a:1,b:[{c:1,d:2}]}"), json("{b:[{d:2.0,c:1}],a:1}")))
                .isEmpty();
        assertThat(YamlDiff.unified(json("5"), json("5"))).isEmpty();
        assertThat(YamlDiff.unified(json("{a:1}"), json("{a:'1'}"))).isEqualTo("""
                --- before
                +++ after
                @@ -1 +1 @@
                -a: 1
                +a: "1"
                """);
    }

    @Test
    void showsDistantChangesApart() {
        JsonNode before = json("[0,1,2,3,4,5,6,7,8,9]");
        String near = YamlDiff.unified(before, json("['x',1,2,3,4,5,6,'y',8,9]"));
        assertThat(near.lines().filter(line -> line.startsWith("@@"))).containsExactly("@@ -1,10 +1,10 @@");
        String far = YamlDiff.unified(before, json("['x',1,2,3,4,5,6,7,8,'y']"));
        assertThat(far.lines().filter(line -> line.startsWith("@@")))
                .containsExactly("@@ -1,4 +1,4 @@", "@@ -7,4 +7,4 @@");
    }

    @Test
    void showsOnlyWhatWasAddedToALongList() {
        ArrayNode before = JsonNodeFactory.instance.arrayNode();
        ArrayNode after = JsonNodeFactory.instance.arrayNode();
        after.addObject().put("value", 0).put("name", "new");
        addElements(1_000, before, after);
        assertThat(YamlDiff.unified(before, after)).isEqualTo("""
                --- before
                +++ after
                @@ -1,3 +1,5 @@
                +- value: 0
                +  name: new
                 - name: n0
                   value: 0
                 - name: n1
                """);
    }

    @Test
    void showsOnlyWhatWasAddedAtBothEndsOfAList() {
        ArrayNode before = JsonNodeFactory.instance.arrayNode();
        ArrayNode after = JsonNodeFactory.instance.arrayNode();
        after.addObject().put("value", 0).put("name", "new");
        addElements(900, before, after);
        after.addObject().put("value", 0).put("name", "last");
        assertThat(YamlDiff.unified(before, after).lines().filter(line -> !line.startsWith(" ")))
                .containsExactly(
                        "--- before",
                        "+++ after",
                        "@@ -1,3 +1,5 @@",
                        "+- value: 0",
                        "+  name: new",
                        "@@ -1798,3 +1800,5 @@",
                        "+- value: 0",
                        "+  name: last");
    }

    /** Adds the same elements to both lists, with their keys in another order and their numbers in another form. */
    private static void addElements(int count, ArrayNode before, ArrayNode after) {
        for (int i = 0; i < count; i++) {
            before.addObject().put("name", "n" + i).put("value", i);
            after.addObject().put("value", (double) i).put("name", "n" + i);
        }
    }

    @Test
    @Timeout(20)
    void survivesLargeAndDeepDocuments() {
        JsonNode deep = nestedMaps("a", 5_000, TextNode.valueOf("x"));
        assertThatThrownBy(() -> YamlDiff.unified(deep, json("{}"))).isInstanceOf(IllegalArgumentException.class);
        ArrayNode before = JsonNodeFactory.instance.arrayNode();
        ArrayNode after = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 200_000; i++) {
            before.add(i);
            after.add(-i);
        }
        assertThat(YamlDiff.unified(before, after).lines().count()).isEqualTo(4 + 2L * 199_999);
    }
}
