package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class YamlDocumentTest {
    private static final String POD = """
            # a pod
            kind: Pod
            metadata: {name: web, labels: {a/b: "x"}}
            spec:
              containers:
              - name: a
                image: "nginx:\\u0031"
              - *second
            """.replace("- *second", "- &second\n    name: b");

    @Test
    void readsValuesAsKubernetesDoes() {
        YamlDocument document = YamlDocument.parse("pod.yaml", "on: 010\nb: [yes, 1.0, 2001-12-14, 'no']\n");
        assertThat(document.value().toString()).isEqualTo("{\"true\":8,\"b\":[true,1,\"2001-12-14\",\"no\"]}");
    }

    @Test
    void locatesValuesAndFallsBackToTheNearestParent() {
        YamlDocument document = YamlDocument.parse("pod.yaml", POD);
        assertThat(document.locate("/kind")).hasToString("pod.yaml:2:7");
        assertThat(document.locate("/metadata/labels/a~1b")).hasToString("pod.yaml:3:37");
        assertThat(document.locate("/spec/containers/1/name")).hasToString("pod.yaml:9:11");
        assertThat(document.locate("/spec/containers/7/name")).hasToString("pod.yaml:6:3");
        assertThat(document.locate("")).isEqualTo(document.range());
    }

    @Test
    void locatesKeys() {
        YamlDocument document = YamlDocument.parse("pod.yaml", POD);
        assertThat(document.locateKey("/spec/containers")).isEqualTo(new SourceRange("pod.yaml", 5, 3, 5, 13));
    }

    @Test
    void refusesSeveralDocuments() {
        assertThatExceptionOfType(YamlException.class)
                .isThrownBy(() -> YamlDocument.parse("two.yaml", "a: 1\n---\nb: 2\n"))
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("yaml-several-documents");
                    assertThat(fault.at()).hasToString("two.yaml:3:1");
                });
    }
}
