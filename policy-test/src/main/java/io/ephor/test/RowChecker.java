package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationResult;
import io.ephor.GeneratedResource;
import io.ephor.Generation;
import io.ephor.PatchedTarget;
import io.ephor.Policy;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.RuleType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares what was expected for one resource with what the rules said. */
final class RowChecker {
    private static final String SCORED = "policies.kyverno.io/scored";

    private final TestManifest manifest;
    private final TestPolicies policies;
    private final TestFiles files;
    private final Faults faults;

    RowChecker(TestManifest manifest, TestPolicies policies, TestFiles files, Faults faults) {
        this.manifest = manifest;
        this.policies = policies;
        this.files = files;
        this.faults = faults;
    }

    /** Returns the row for a resource that was put to the policies. */
    TestRow check(ExpectedResult expected, TestEvaluation evaluation) {
        List<TestRow.Answer> answers = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (EvaluationResult result : evaluation.results()) {
            if (!result.policy().name().equals(expected.policyName())) {
                continue;
            }
            TargetAnswers targets = TargetAnswers.of(result);
            for (RuleResult rule : result.rules()) {
                if (isMeant(expected, rule)) {
                    answers.add(new TestRow.Answer(rule, reported(result.policy(), rule)));
                    compareObjects(expected, result, rule, targets.target(rule), problems);
                }
            }
        }
        if (answers.isEmpty() && !isKnown(expected.policyName())) {
            problems.add("there is no policy `" + expected.policyName() + "`");
        }
        addRefusals(expected, problems);
        return new TestRow(
                expected,
                evaluation.resource().toString(),
                answers,
                problems,
                policies.missingFeatures(expected.policyName()));
    }

    /** Returns the row for a resource that exists already: what was said about it when others were put to the policies. */
    TestRow target(ExpectedResult expected, ResourceKey key, Collection<TestEvaluation> evaluations) {
        List<TestRow.Answer> answers = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (TestEvaluation evaluation : evaluations) {
            for (EvaluationResult result : evaluation.results()) {
                if (result.policy().name().equals(expected.policyName())) {
                    addTarget(expected, key, result, answers, problems);
                }
            }
        }
        addRefusals(expected, problems);
        return new TestRow(
                expected, key.toString(), answers, problems, policies.missingFeatures(expected.policyName()));
    }

    private void addTarget(
            ExpectedResult expected,
            ResourceKey key,
            EvaluationResult result,
            List<TestRow.Answer> answers,
            List<String> problems) {
        TargetAnswers targets = TargetAnswers.of(result);
        for (RuleResult rule : result.rules()) {
            PatchedTarget target = targets.target(rule);
            if (target != null
                    && isMeant(expected, rule)
                    && ResourceKey.of(target.after()).equals(key)) {
                answers.add(new TestRow.Answer(rule, reported(result.policy(), rule)));
                compareObjects(expected, result, rule, target, problems);
            }
        }
    }

    /** Returns the row for a name that no resource has. */
    TestRow unknownResource(ExpectedResult expected, String name) {
        List<String> problems = List.of("there is no resource `" + name + "`");
        return new TestRow(expected, name, List.of(), problems, policies.missingFeatures(expected.policyName()));
    }

    private static boolean isMeant(ExpectedResult expected, RuleResult rule) {
        String name = expected.rule();
        return name.isEmpty()
                || rule.name().equals(name)
                || rule.name().equals("autogen-" + name)
                || rule.name().equals("autogen-cronjob-" + name);
    }

    private static RuleStatus reported(Policy policy, RuleResult rule) {
        boolean unscored = "false".equals(policy.annotations().get(SCORED));
        return unscored && rule.status() == RuleStatus.FAIL ? RuleStatus.WARN : rule.status();
    }

    private boolean isKnown(String policy) {
        return policies.loaded().stream().anyMatch(loaded -> loaded.name().equals(policy))
                || policies.refused().stream()
                        .anyMatch(refused -> refused.name().equals(policy));
    }

    private void addRefusals(ExpectedResult expected, List<String> problems) {
        for (RefusedPolicy refused : policies.refused()) {
            if (refused.name().equals(expected.policyName())) {
                refused.diagnostics().forEach(diagnostic -> problems.add(diagnostic.toString()));
            }
        }
    }

    private void compareObjects(
            ExpectedResult expected,
            EvaluationResult result,
            RuleResult rule,
            @Nullable PatchedTarget target,
            List<String> problems) {
        if (rule.type() == RuleType.GENERATION) {
            compareGenerated(expected, result, rule, problems);
            return;
        }
        JsonNode object = rule.type() == RuleType.MUTATION ? result.patchedResource() : result.resource();
        if (target != null) {
            object = target.after();
        }
        if (!expected.patchedResources().isEmpty()) {
            compare(object, List.of(expected.patchedResources()), expected, "patchedResources", problems);
        }
        if (!expected.generatedResources().isEmpty()) {
            compare(object, expected.generatedResources(), expected, "generatedResources", problems);
        }
    }

    private void compareGenerated(
            ExpectedResult expected, EvaluationResult result, RuleResult rule, List<String> problems) {
        if (expected.generatedResources().isEmpty()) {
            return;
        }
        boolean compared = false;
        for (GeneratedResource generated : result.generated()) {
            if (generated.rule().equals(rule.name())) {
                compare(generated.resource(), expected.generatedResources(), expected, "generatedResources", problems);
                compared = true;
            }
        }
        if (!compared) {
            problems.add("`" + rule.name() + "` generated nothing" + failure(result, rule));
        }
    }

    private static String failure(EvaluationResult result, RuleResult rule) {
        for (Generation generation : result.generations()) {
            if (generation.rule().equals(rule.name()) && generation.failure() != null) {
                return ": " + generation.failure();
            }
        }
        return "";
    }

    private void compare(
            JsonNode actual, List<String> paths, ExpectedResult expected, String field, List<String> problems) {
        String problem = "";
        for (String path : paths) {
            JsonNode wanted = find(ResourceKey.of(actual), path, expected.pointer() + '/' + field);
            if (wanted == null) {
                problem = "`" + ResourceKey.of(actual) + "` is not in `" + path + "`";
            } else if (ObjectComparison.same(actual, wanted)) {
                return;
            } else {
                problem = "`" + ResourceKey.of(actual) + "` differs from what is in `" + path + "`";
            }
        }
        problems.add(problem);
    }

    private @Nullable JsonNode find(ResourceKey key, String path, String pointer) {
        TestFiles.TextFile file = files.read(path, manifest.locate(pointer));
        if (file == null) {
            return null;
        }
        for (SourceDocument document : SourceDocument.readResources(file, faults)) {
            if (document.value() instanceof ObjectNode object) {
                ObjectNode resource = ResourceNormalization.of(object);
                if (ResourceKey.of(resource).equals(key)) {
                    return resource;
                }
            }
        }
        return null;
    }
}
