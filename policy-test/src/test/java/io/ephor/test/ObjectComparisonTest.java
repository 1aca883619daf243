package io.ephor.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ObjectComparisonTest {
    private static boolean same(String actual, String expected) {
        return ObjectComparison.same(
                SourceDocument.all("a.yaml", actual).get(0).value(),
                SourceDocument.all("e.yaml", expected).get(0).value());
    }

    @Test
    void orderOfFieldsAndEmptyPartsDoNotMatter() {
        assertThat(same("{a: 1, b: {c: []}, d: ~}", "{d: {}, a: 1.0}")).isTrue();
        assertThat(same("{a: [{}, 1]}", "{a: [1]}")).isTrue();
    }

    @Test
    void orderOfListsAndValuesMatter() {
        assertThat(same("{a: [1, 2]}", "{a: [2, 1]}")).isFalse();
        assertThat(same("{a: 1}", "{a: '1'}")).isFalse();
        assertThat(same("{a: 1}", "{a: 1, b: 2}")).isFalse();
    }

    @Test
    void labelsOfGenerationAreSetAside() {
        assertThat(same(
                        "{metadata: {labels: {generate.kyverno.io/rule: r, app.kubernetes.io/managed-by: kyverno, a: b}}}",
                        "{metadata: {labels: {a: b}}}"))
                .isTrue();
        assertThat(same("{metadata: {labels: {a: b}}}", "{metadata: {labels: {a: c}}}"))
                .isFalse();
    }
}
