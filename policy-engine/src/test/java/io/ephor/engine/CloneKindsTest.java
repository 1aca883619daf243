package io.ephor.engine;

import static io.ephor.engine.GeneratePolicies.only;
import static io.ephor.engine.GeneratePolicies.places;
import static io.ephor.engine.GeneratePolicies.rule;
import static io.ephor.engine.GeneratePolicies.run;
import static io.ephor.engine.GeneratePolicies.secret;
import static io.ephor.engine.GeneratePolicies.world;
import static io.ephor.engine.GeneratePolicies.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.lookup.InMemoryLookups;
import io.ephor.lookup.ResourceKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of clones, with and without versions: of what exists, and of what rules made before. */
class CloneKindsTest {
    private static final JsonNode ONE = secret("one", "default", "");
    private static final JsonNode WEB =
            yaml("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: default}}");
    private static final String MAP =
            "apiVersion: v1, kind: ConfigMap, name: zk, namespace: default, data: {data: {a: b}}";

    private static String list(String kinds) {
        return "namespace: shop, cloneList: {namespace: default, kinds: [" + kinds + "]}";
    }

    private static List<String> made(EvaluationResult result) {
        result.generations()
                .forEach(generation -> assertThat(generation.failure()).isNull());
        return places(result.generated());
    }

    @ParameterizedTest
    @CsvSource({
        "v1/Secret, CREATE Secret shop/one, v1/Secret/default/one",
        "Secret, CREATE Secret shop/one, v1/Secret/default/one",
        "apps/v1/Deployment, CREATE Deployment shop/web, apps/v1/Deployment/default/web",
        "Deployment, CREATE Deployment shop/web, apps/v1/Deployment/default/web"
    })
    void aListFindsWhatExists(String kind, String place, String source) {
        EvaluationResult result = run(rule("r", list(kind)), world(ONE, WEB));

        assertThat(made(result)).containsExactly(place);
        assertThat(result.generated().get(0).source()).hasToString(source);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1/ConfigMap", "ConfigMap", "'*/ConfigMap'"})
    void aListFindsWhatARuleMadeBefore(String kind) {
        EvaluationResult result = run(rule("made", MAP) + rule("r", list(kind)), world(ONE));

        assertThat(made(result)).containsExactly("CREATE ConfigMap default/zk", "CREATE ConfigMap shop/zk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apps/v1/ConfigMap", "v2/ConfigMap"})
    void aListOfAnotherVersionFindsNothingOfIt(String kind) {
        InMemoryLookups lookups = InMemoryLookups.builder()
                .kind(ResourceKind.of("v1", "ConfigMap"))
                .kind(ResourceKind.of("apps/v1", "ConfigMap"))
                .kind(ResourceKind.of("v2", "ConfigMap"))
                .build();
        EvaluationContext context =
                EvaluationContext.builder().lookups(lookups.lookups()).build();

        assertThat(made(run(rule("made", MAP) + rule("r", list(kind)), context)))
                .containsExactly("CREATE ConfigMap default/zk");
    }

    @Test
    void aListOfAnotherNamespaceFindsNothingOfARuleBefore() {
        EvaluationResult result =
                run(rule("made", MAP.replace("default", "other")) + rule("r", list("ConfigMap")), world());

        assertThat(made(result)).containsExactly("CREATE ConfigMap other/zk");
    }

    @Test
    void whatIsMadeAgainIsCopiedOnce() {
        JsonNode existing =
                yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: zk, namespace: default}, data: {a: c}}");
        EvaluationResult result =
                run(rule("made", "synchronize: true, " + MAP) + rule("r", list("ConfigMap")), world(existing));

        assertThat(made(result)).containsExactly("UPDATE ConfigMap default/zk", "CREATE ConfigMap shop/zk");
        assertThat(result.generated().get(1).resource().at("/data/a").textValue())
                .isEqualTo("b");
    }

    @Test
    void aCloneWhoseVersionBecomesEmptyFindsWhatExistsAndWhatARuleMadeBefore() {
        String clone =
                "apiVersion: \"{{ request.object.spec.none || '' }}\", kind: %, name: copy, namespace: shop, clone: {namespace: default, name: $}";
        EvaluationResult there = run(rule("r", clone.replace("%", "Deployment").replace("$", "web")), world(WEB));
        EvaluationResult before = run(
                rule("made", MAP) + rule("r", clone.replace("%", "ConfigMap").replace("$", "zk")), world());

        assertThat(made(there)).containsExactly("CREATE Deployment shop/copy");
        assertThat(there.generated().get(0).source()).hasToString("apps/v1/Deployment/default/web");
        assertThat(made(before)).containsExactly("CREATE ConfigMap default/zk", "CREATE ConfigMap shop/copy");
        EvaluationResult away = run(rule("r", clone.replace("%", "Secret").replace("$", "none")), world());
        assertThat(only(away).failure()).endsWith("not found: secrets \"none\" not found");
    }

    @Test
    void theLookupIsAskedOncePerList() {
        InMemoryLookups lookups =
                InMemoryLookups.builder().resources(List.of(ONE, WEB)).build();
        EvaluationContext context =
                EvaluationContext.builder().lookups(lookups.lookups()).build();
        run(rule("r", list("Secret, apps/v1/Deployment")), context);

        assertThat(lookups.asked())
                .containsExactly(
                        "resources */*/Secret in default",
                        "resource v1/Secret shop/one",
                        "resources apps/v1/Deployment in default",
                        "resource apps/v1/Deployment shop/web");
    }
}
