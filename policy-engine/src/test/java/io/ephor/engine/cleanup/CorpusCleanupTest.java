package io.ephor.engine.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.CleanupPolicy;
import io.ephor.Diagnostic;
import io.ephor.EvaluationContext;
import io.ephor.LoadResult;
import io.ephor.PolicyEngine;
import io.ephor.engine.StandardPolicyEngine;
import io.ephor.engine.read.CorpusFiles;
import io.ephor.values.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cleanup policies of the public collection and of the reference's own tests. */
class CorpusCleanupTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final EvaluationContext NOON = EvaluationContext.builder()
            .clock(InstantSource.fixed(Instant.parse("2024-03-06T12:00:00Z")))
            .build();

    private static LoadResult load(String file) throws IOException {
        Path path = CorpusFiles.root().orElseThrow().resolve(file);
        return ENGINE.loadAll(file, Files.readString(path));
    }

    private static String decide(String file, String resource) throws IOException {
        CleanupPolicy policy = load(file).orThrow().cleanupPolicies().get(0);
        JsonNode node = YamlDocument.parse("resource.yaml", resource).value();
        return ENGINE.shouldDelete(policy, node, NOON).reason().name();
    }

    @Test
    void collectionDecidesAsItsDescriptionsSay() throws IOException {
        if (CorpusFiles.root().isEmpty()) {
            return;
        }
        String bare = "policies/cleanup/cleanup-bare-pods/cleanup-bare-pods.yaml";
        String owned = "{apiVersion: v1, kind: Pod, metadata: {name: a, ownerReferences: [{kind: ReplicaSet}]}}";
        assertThat(decide(bare, "{apiVersion: v1, kind: Pod, metadata: {name: a}}"))
                .isEqualTo("MATCHED");
        assertThat(decide(bare, owned)).isEqualTo("CONDITION_NOT_MET");

        String empty = "policies/cleanup/cleanup-empty-replicasets/cleanup-empty-replicasets.yaml";
        String set = "{apiVersion: apps/v1, kind: ReplicaSet, spec: {replicas: 0}, metadata: {name: a, namespace: b,"
                + " creationTimestamp: '2024-03-06T11:59:00Z'}}";
        assertThat(decide(empty, set)).isEqualTo("MATCHED");
        assertThat(decide(empty, set.replace("11:59:00", "11:59:45"))).isEqualTo("CONDITION_NOT_MET");
        assertThat(decide(empty, set.replace("replicas: 0", "replicas: 1"))).isEqualTo("CONDITION_NOT_MET");
        assertThat(decide(empty, set.replace("namespace: b", "namespace: kube-system")))
                .isEqualTo("EXCLUDED");
    }

    @Test
    void refusesWhatTheReferenceRefuses() throws IOException {
        if (CorpusFiles.root().isEmpty()) {
            return;
        }
        String folder =
                "kyverno/test/conformance/chainsaw/cleanup/validation/no-user-info-in-match/cleanuppolicy-with-";
        for (String field : List.of("subjects", "clusterroles", "roles")) {
            LoadResult loaded = load(folder + field + ".yaml");
            assertThat(loaded.cleanupPolicies()).isEmpty();
            assertThat(loaded.diagnostics()).extracting(Diagnostic::code).contains("user-not-allowed");
        }
    }
}
