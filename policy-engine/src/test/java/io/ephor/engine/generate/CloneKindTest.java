package io.ephor.engine.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloneKindTest {
    @ParameterizedTest
    @CsvSource({
        "Secret, '', Secret",
        "Deployment.scale, '', Deployment/scale",
        "v1/Secret, v1, Secret",
        "v1/Pod.status, v1, Pod/status",
        "v2beta10/Thing, v2beta10, Thing",
        "*/Secret, *, Secret",
        "*/*, '', */*",
        "v/Secret, '', v/Secret",
        "v1gamma1/Secret, '', v1gamma1/Secret",
        "Deployment/scale, '', Deployment/scale",
        "apps/v1/Deployment, apps/v1, Deployment",
        "apps/v1/Deployment.scale, apps/v1, Deployment/scale",
        "v1/Pod/status, v1, Pod/status",
        "*/Pod/status, *, Pod/status",
        "apps/v1/Deployment/scale, apps/v1, Deployment/scale",
        "a/b/c/d/e, '', ''",
        "'', '', ''"
    })
    void aTextNamesAVersionAndAKind(String text, String apiVersion, String kind) {
        assertThat(CloneKind.parse(text)).isEqualTo(new CloneKind(apiVersion, kind));
    }

    @Test
    void onlyTheFirstDotStandsForASubresource() {
        assertThat(CloneKind.parse("v1/Pod.a.b").kind()).isEqualTo("Pod/a.b");
    }
}
