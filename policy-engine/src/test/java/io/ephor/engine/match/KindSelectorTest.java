package io.ephor.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KindSelectorTest {
    private static KindSelector parse(String text) {
        return KindSelector.parse(text);
    }

    @Test
    void readsEveryNumberOfParts() {
        assertThat(parse("Pod")).isEqualTo(new KindSelector("*", "*", "Pod", ""));
        assertThat(parse("v1/Pod")).isEqualTo(new KindSelector("*", "v1", "Pod", ""));
        assertThat(parse("v1beta1/Pod/exec")).isEqualTo(new KindSelector("*", "v1beta1", "Pod", "exec"));
        assertThat(parse("apps/v1/Deployment")).isEqualTo(new KindSelector("apps", "v1", "Deployment", ""));
        assertThat(parse("apps/v1/Deployment/scale")).isEqualTo(new KindSelector("apps", "v1", "Deployment", "scale"));
        assertThat(parse("a/b/c/d/e")).isEqualTo(new KindSelector("", "", "", ""));
        assertThat(parse("")).isEqualTo(new KindSelector("*", "*", "", ""));
    }

    @Test
    void takesADotBeforeASubresource() {
        assertThat(parse("Pod.exec")).isEqualTo(parse("Pod/exec"));
        assertThat(parse("apps/v1/Deployment.scale")).isEqualTo(parse("apps/v1/Deployment/scale"));
        assertThat(parse("a.b/v1/Kind")).isEqualTo(new KindSelector("a.b", "v1", "Kind", ""));
    }

    @Test
    void takesALowerCaseTextAfterAStarForASubresource() {
        assertThat(parse("*/pod")).isEqualTo(new KindSelector("*", "*", "*", "pod"));
        assertThat(parse("*/Pod")).isEqualTo(new KindSelector("*", "*", "Pod", ""));
        assertThat(parse("*/*")).isEqualTo(new KindSelector("*", "*", "*", "*"));
    }

    @Test
    void takesAGroupWithoutVersionForAKind() {
        assertThat(parse("apps/Deployment")).isEqualTo(new KindSelector("*", "*", "apps", "Deployment"));
    }

    @Test
    void knowsVersions() {
        for (String version : new String[] {"v1", "v10", "v1alpha1", "v2beta13", "*"}) {
            assertThat(KindSelector.isVersion(version)).as(version).isTrue();
        }
        for (String other :
                new String[] {"", "v", "V1", "v1beta", "v1gamma1", "vv1", "v1beta1x", "v1x", "1", "v\u0661"}) {
            assertThat(KindSelector.isVersion(other)).as(other).isFalse();
        }
    }

    @Test
    void readsWhatAnEntryStates() {
        assertThat(StatedKind.parse("Pod.exec")).isEqualTo(new StatedKind("", "Pod/exec"));
        assertThat(StatedKind.parse("v1/Pod")).isEqualTo(new StatedKind("v1", "Pod"));
        assertThat(StatedKind.parse("apps/v1/Deployment/scale"))
                .isEqualTo(new StatedKind("apps/v1", "Deployment/scale"));
        assertThat(StatedKind.parse("*/*")).isEqualTo(new StatedKind("", "*/*"));
        assertThat(StatedKind.parse("a/b/c/d/e")).isEqualTo(new StatedKind("", ""));
    }
}
