package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleStatus;
import io.ephor.engine.StandardPolicyEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A policy, its floor, and a Pod that satisfies both. */
public enum Workload {
    REQUESTS_LIMITS("require-requests-limits.yaml", new RequestsLimitsFloor(), "resources"),
    PRIVILEGED("disallow-privileged-containers.yaml", new PrivilegedFloor(), "securityContext"),
    LATEST_TAG("disallow-latest-tag.yaml", new LatestTagFloor(), "image");

    private final String file;
    private final Floor floor;
    private final String field;

    Workload(String file, Floor floor, String field) {
        this.file = file;
        this.floor = floor;
        this.field = field;
    }

    Floor floor() {
        return floor;
    }

    String file() {
        return file;
    }

    /** Returns the text of the policy. */
    String text() {
        return resource(file);
    }

    /** Returns the policy, compiled. */
    Policy policy(PolicyEngine engine) {
        return engine.load(file, text());
    }

    /** Returns a Pod of about 7.5 kB with three containers and one init container. */
    static JsonNode pod() {
        try {
            return new JsonMapper().readTree(resource("pod.json"));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Returns the same Pod with so many containers, of which all beyond the third are copies of the first. */
    static JsonNode pod(int containers) {
        JsonNode pod = pod();
        ArrayNode list = (ArrayNode) pod.get("spec").get("containers");
        for (int i = list.size(); i < containers; i++) {
            ObjectNode container = list.get(0).deepCopy();
            list.add(container.put("name", "container-" + i));
        }
        return pod;
    }

    /** Returns the Pod with a violation of this policy in its last container. */
    JsonNode violatingPod() {
        ObjectNode pod = pod().deepCopy();
        ObjectNode last = (ObjectNode) pod.path("spec").path("containers").path(2);
        switch (this) {
            case REQUESTS_LIMITS -> last.putObject(field);
            case PRIVILEGED -> last.putObject(field).put("privileged", true);
            case LATEST_TAG -> last.put(field, "registry.example.com/app:latest");
        }
        return pod;
    }

    /**
     * Fails unless floor and engine agree on a Pod that satisfies the policy and on one that violates it: a fast wrong
     * answer is no answer.
     */
    void requireSameAnswers() {
        PolicyEngine engine = StandardPolicyEngine.create();
        Policy policy = policy(engine);
        requireSameAnswer(engine.evaluate(policy, pod()), pod(), true);
        requireSameAnswer(engine.evaluate(policy, violatingPod()), violatingPod(), false);
    }

    private void requireSameAnswer(EvaluationResult result, JsonNode pod, boolean passes) {
        boolean answered = !result.rules().isEmpty();
        boolean passed = result.rules().stream().allMatch(rule -> rule.status() == RuleStatus.PASS);
        if (!answered || passed != passes || (floor.violation(pod) == null) != passes) {
            throw new IllegalStateException(file + ": floor and engine disagree: " + result);
        }
    }

    /** Returns the text of a file beside this class. */
    static String resource(String name) {
        try (InputStream stream = Workload.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
