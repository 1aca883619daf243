package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.YamlDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodJudgeTest {
    @Test
    void saysWhatIsMissingAndWhere() throws IOException {
        PodJudge judge = new PodJudge(Path.of("policies/require-requests-limits.yaml"));

        assertEquals(
                List.of("validation error: CPU and memory resource requests and limits are required."
                        + " rule validate-resources failed at path /spec/containers/0/resources/requests/"
                        + " (/spec/containers/0/resources/requests)"),
                judge.objections(pod("{resources: {limits: {cpu: 1, memory: 1Gi}}}")));
    }

    @Test
    void admitsPodWithRequestsAndLimits() throws IOException {
        PodJudge judge = new PodJudge(Path.of("policies/require-requests-limits.yaml"));

        assertEquals(
                List.of(),
                judge.objections(pod("{resources: {limits: {cpu: 1, memory: 1Gi}, requests: {cpu: 1, memory: 1Gi}}}")));
    }

    private static JsonNode pod(String container) {
        return YamlDocument.parse("pod.yaml", "{apiVersion: v1, kind: Pod, spec: {containers: [" + container + "]}}")
                .value();
    }
}
