package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.PolicySet;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.StandardPolicyEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The policies of the Pod Security Standards, and a Pod that satisfies all of them. */
public enum PodSecurityWorkload {
    POD(3),
    POD_WITH_100_CONTAINERS(100);

    private static final int POLICIES = 18;
    private static final List<String> LEVELS = List.of("baseline", "restricted");

    private final int containers;

    PodSecurityWorkload(int containers) {
        this.containers = containers;
    }

    /** Returns the folder of the policies, which are no part of this repository; empty where there is no corpus. */
    static Optional<Path> folder() {
        return corpus().map(corpus -> corpus.resolve("policies/pod-security")).filter(Files::isDirectory);
    }

    private static Optional<Path> corpus() {
        String named = System.getenv("EPHOR_CORPUS");
        if (named != null && !named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path corpus = folder.resolve("shared/corpus");
            if (Files.isDirectory(corpus)) {
                return Optional.of(corpus);
            }
        }
        return Optional.empty();
    }

    /** Returns the policies as one set, in the order of their files. */
    static PolicySet policies(PolicyEngine engine) {
        Path folder = folder().orElseThrow(() -> new IllegalStateException("no corpus, set EPHOR_CORPUS"));
        List<Policy> policies = new ArrayList<>();
        for (String level : LEVELS) {
            policies.addAll(policies(engine, folder.resolve(level)));
        }
        if (policies.size() != POLICIES) {
            throw new IllegalStateException(folder + ": expected " + POLICIES + " policies, found " + policies.size());
        }
        return engine.set(policies);
    }

    /** A policy has the name of the folder that it is in, and its file has it too. */
    private static List<Policy> policies(PolicyEngine engine, Path level) {
        try (Stream<Path> folders = Files.list(level)) {
            List<Policy> policies = new ArrayList<>();
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                policies.add(engine.load(folder.resolve(folder.getFileName() + ".yaml")));
            }
            return policies;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    JsonNode pod() {
        return Workload.pod(containers);
    }

    /** Returns how many results of rules there are. */
    int ruleResults() {
        PolicyEngine engine = StandardPolicyEngine.create();
        return engine.evaluate(policies(engine), pod()).results().stream()
                .mapToInt(result -> result.rules().size())
                .sum();
    }

    /**
     * Fails unless floor and engine agree on the Pod, which satisfies all policies, and on each way to violate one of
     * them: a fast wrong answer is no answer.
     */
    void requireSameAnswers() {
        PolicyEngine engine = StandardPolicyEngine.create();
        PolicySet policies = policies(engine);
        requirePass(engine, policies);
        for (PodSecurityViolation violation : PodSecurityViolation.values()) {
            requireViolation(engine, policies, violation);
        }
    }

    private void requirePass(PolicyEngine engine, PolicySet policies) {
        List<EvaluationResult> results = engine.evaluate(policies, pod()).results();
        String place = new PodSecurityFloor().violation(pod());
        if (results.size() != POLICIES || place != null) {
            throw new IllegalStateException(this + ": " + results.size() + " policies answer; the floor says " + place);
        }
        for (EvaluationResult result : results) {
            if (result.rules().isEmpty() || !result.rules().stream().allMatch(PodSecurityWorkload::isPass)) {
                throw new IllegalStateException(this + ": the Pod does not pass: " + result);
            }
        }
    }

    private static boolean isPass(RuleResult rule) {
        return rule.status() == RuleStatus.PASS;
    }

    private void requireViolation(PolicyEngine engine, PolicySet policies, PodSecurityViolation violation) {
        JsonNode pod = violation.in(pod());
        @Nullable String place = new PodSecurityFloor().violation(pod);
        boolean fails = engine.evaluate(policies, pod).results().stream()
                .filter(result -> result.policy().name().equals(violation.policy()))
                .flatMap(result -> result.rules().stream())
                .anyMatch(rule -> rule.status() == RuleStatus.FAIL);
        if (!fails || !violation.place().equals(place)) {
            throw new IllegalStateException(violation + " in " + this + ": " + violation.policy()
                    + (fails ? " fails" : " does not fail") + "; the floor says " + place);
        }
    }
}
