package io.ephor.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.EvaluationContext;
import io.ephor.GroupVersionKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompiledKindsTest {
    private static final GroupVersionKind POD = new GroupVersionKind("", "v1", "Pod");

    private static MatchRequest request(GroupVersionKind kind, String subresource) {
        EvaluationContext context =
                EvaluationContext.builder().kind(kind).subresource(subresource).build();
        return MatchRequest.of(null, context);
    }

    private static boolean matches(String selector, GroupVersionKind kind, String subresource) {
        return CompiledKinds.compile(List.of(selector), true).matches(request(kind, subresource));
    }

    @Test
    void withoutSubresourceMatchesOnlyTheResourceItself() {
        assertThat(matches("Pod", POD, "")).isTrue();
        assertThat(matches("Pod", POD, "status")).isFalse();
        assertThat(matches("*", POD, "status")).isFalse();
        assertThat(matches("*/*", POD, "status")).isTrue();
        assertThat(matches("Pod/*", POD, "status")).isTrue();
    }

    @Test
    void takesEphemeralContainersForAChangeOfThePod() {
        assertThat(matches("Pod", POD, "ephemeralcontainers")).isTrue();
        assertThat(matches("P*", POD, "ephemeralcontainers")).isTrue();
        assertThat(matches("Pod/status", POD, "ephemeralcontainers")).isTrue();
        assertThat(matches("Pod", new GroupVersionKind("custom.io", "v1", "Pod"), "ephemeralcontainers"))
                .isFalse();
        assertThat(CompiledKinds.compile(List.of("Pod"), false).matches(request(POD, "ephemeralcontainers")))
                .isFalse();
    }

    @Test
    void comparesGroupAndVersionByWildcard() {
        GroupVersionKind deployment = new GroupVersionKind("apps", "v1", "Deployment");
        assertThat(matches("apps/v1/Deployment", deployment, "")).isTrue();
        assertThat(matches("apps/*/Deployment", deployment, "")).isTrue();
        assertThat(matches("*ps/v?/Deploy*", deployment, "")).isTrue();
        assertThat(matches("v1beta1/Deployment", deployment, "")).isFalse();
        assertThat(matches("extensions/v1/Deployment", deployment, "")).isFalse();
        assertThat(matches("apps/Deployment", deployment, "")).isFalse();
        assertThat(matches("apps/Deployment", new GroupVersionKind("x", "v1", "apps"), "Deployment"))
                .isTrue();
        assertThat(matches("deployment", deployment, "")).isFalse();
    }

    @Test
    void namesTheKindsThatItCanReach() {
        assertThat(CompiledKinds.compile(List.of("Pod", "apps/v1/Deployment", "Pod/exec"), true)
                        .kinds())
                .isEqualTo(new KindSet(false, java.util.Set.of("Pod", "Deployment")));
        assertThat(CompiledKinds.compile(List.of("Pod", "*/exec"), true).kinds().open())
                .isTrue();
        assertThat(CompiledKinds.compile(List.of("Pod", "Deploy*"), true)
                        .kinds()
                        .open())
                .isTrue();
    }
}
