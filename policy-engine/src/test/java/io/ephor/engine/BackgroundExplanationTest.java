package io.ephor.engine;

import static io.ephor.engine.Explained.POD;
import static io.ephor.engine.Explained.all;
import static io.ephor.engine.Explained.explain;
import static io.ephor.engine.Explained.only;
import static io.ephor.engine.Explained.policy;
import static io.ephor.engine.Explained.rule;
import static io.ephor.engine.Explained.whole;
import static io.ephor.engine.PodPolicies.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.Explanation;
import io.ephor.Generation;
import io.ephor.Operation;
import io.ephor.Phase;
import io.ephor.Policy;
import io.ephor.RuleExplanation;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.explain.ConditionStep;
import io.ephor.explain.MatchStep;
import io.ephor.explain.NoteStep;
import io.ephor.explain.QueryStep;
import io.ephor.lookup.InMemoryLookups;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Explanations of rules that work after the request was let through. */
class BackgroundExplanationTest {
    private static final String GENERATE =
            "generate: {apiVersion: v1, kind: Secret, name: a, namespace: '{{ request.object.metadata.namespace }}', data: {data: {c: d}}}";
    private static final String CONDITION =
            "preconditions: {all: [{key: '{{ request.object.metadata.name }}', operator: Equals, value: db}]}";

    private static EvaluationContext updateFrom(String old) {
        return EvaluationContext.builder()
                .operation(Operation.UPDATE)
                .oldResource(resource(old))
                .build();
    }

    @Test
    void showsHowARuleThatGeneratesCameToApply() {
        Policy policy = rule(CONDITION.replace("value: db", "value: web") + "\n" + GENERATE);
        Explanation why = whole(policy, POD, EvaluationContext.empty());

        RuleExplanation rule = why.rules().get(0);
        assertThat(only(rule.steps(), MatchStep.class).holds()).isTrue();
        assertThat(only(rule.steps(), ConditionStep.class).holds()).isTrue();
        assertThat(all(rule.steps(), QueryStep.class))
                .extracting(QueryStep::expression)
                .containsExactly("request.object.metadata.name", "request.object.metadata.namespace");
        assertThat(Objects.requireNonNull(rule.result()).status()).isEqualTo(RuleStatus.PASS);
        assertThat(only(rule.steps(), NoteStep.class).text()).isEqualTo("creates Secret shop/a");
        assertThat(why.result().generations())
                .singleElement()
                .extracting(Generation::failure)
                .isNull();
    }

    @Test
    void showsWhyARuleThatGeneratesDoesNotApply() {
        Policy other = policy("- name: r\n  match: {any: [{resources: {kinds: [Service]}}]}\n  " + GENERATE);
        EvaluationContext validation =
                EvaluationContext.builder().phases(Phase.VALIDATE).build();

        RuleExplanation unmatched = explain(other);
        assertThat(unmatched.result()).isNull();
        assertThat(only(unmatched.steps(), MatchStep.class).holds()).isFalse();
        RuleExplanation unmet = explain(rule(CONDITION + "\n" + GENERATE));
        assertThat(only(unmet.steps(), ConditionStep.class).holds()).isFalse();
        assertThat(Objects.requireNonNull(unmet.result()).status()).isEqualTo(RuleStatus.SKIP);
        RuleExplanation unasked = explain(rule(GENERATE), validation);
        assertThat(unasked.result()).isNull();
        assertThat(only(unasked.steps(), NoteStep.class).code()).isEqualTo("not-in-phases");
    }

    @Test
    void showsThatATriggerLeft() {
        RuleExplanation moved = explain(
                policy("- name: r\n  match: {any: [{resources: {kinds: [Pod], names: [db]}}]}\n  " + GENERATE),
                updateFrom(POD.replace("name: web, namespace", "name: db, namespace")));
        assertThat(Objects.requireNonNull(moved.result()).status()).isEqualTo(RuleStatus.FAIL);
        assertThat(only(moved.steps(), MatchStep.class).holds()).isFalse();
        assertThat(only(moved.steps(), NoteStep.class).code()).isEqualTo("trigger-left");

        RuleExplanation unmet = explain(
                rule(CONDITION + "\n" + GENERATE),
                updateFrom(POD.replace("name: web, namespace", "name: db, namespace")));
        assertThat(Objects.requireNonNull(unmet.result()).status()).isEqualTo(RuleStatus.FAIL);
        assertThat(all(unmet.steps(), ConditionStep.class))
                .extracting(ConditionStep::holds)
                .containsExactly(false, true);
        assertThat(only(unmet.steps(), NoteStep.class).code()).isEqualTo("old-object");
    }

    @Test
    void saysThatNothingIsGeneratedForARequestThatIsRefused() {
        Policy policy = policy("""
                - name: v
                  match: {any: [{resources: {kinds: [Pod]}}]}
                  validate: {pattern: {a: b}}
                - name: g
                  match: {any: [{resources: {kinds: [Pod]}}]}
                """ + GENERATE.indent(2));
        EvaluationContext request = EvaluationContext.builder()
                .request(resource("{operation: CREATE, object: " + resource(POD) + "}"))
                .build();

        RuleExplanation rule = whole(policy, POD, request).rules().get(1);
        assertThat(rule.name()).isEqualTo("g");
        assertThat(rule.result()).isNull();
        assertThat(only(rule.steps(), NoteStep.class).code()).isEqualTo("refused");
    }

    @Test
    void stopsAfterTheFirstRuleThatGeneratesWhereOneIsToApply() {
        Policy policy =
                Explained.ENGINE.load("p.yaml", """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: p}
                spec:
                  applyRules: One
                  rules:
                  - name: a
                    match: {any: [{resources: {kinds: [Pod]}}]}
                %1$s
                  - name: b
                    match: {any: [{resources: {kinds: [Pod]}}]}
                %1$s
                """.formatted(GENERATE.indent(4).stripTrailing()));

        List<RuleExplanation> rules =
                whole(policy, POD, EvaluationContext.empty()).rules();
        assertThat(rules).extracting(RuleExplanation::name).containsExactly("a", "b");
        assertThat(only(rules.get(1).steps(), NoteStep.class).code()).isEqualTo("first-applied-only");
    }

    @Test
    void showsEveryResultOfARuleWithTargets() {
        JsonNode one = resource("{apiVersion: v1, kind: Secret, metadata: {name: one, namespace: shop}}");
        JsonNode two = resource("{apiVersion: v1, kind: Secret, metadata: {name: two, namespace: shop}}");
        EvaluationContext context = EvaluationContext.builder()
                .lookups(InMemoryLookups.builder()
                        .resources(List.of(one, two))
                        .build()
                        .lookups())
                .build();
        Policy policy = rule("""
                mutate:
                  targets: [{apiVersion: v1, kind: Secret, namespace: shop}]
                  patchStrategicMerge: {metadata: {labels: {by: "{{ request.object.metadata.name }}"}}}
                """);

        Explanation why = whole(policy, POD, context);
        assertThat(why.rules())
                .extracting(RuleExplanation::result)
                .containsExactlyElementsOf(why.result().rules())
                .hasSize(2);
        assertThat(why.result().rules())
                .extracting(RuleResult::message)
                .containsExactly("mutated Secret/one in namespace shop", "mutated Secret/two in namespace shop");
        assertThat(all(why.rules().get(0).steps(), MatchStep.class)).hasSize(1);
        assertThat(all(why.rules().get(0).steps(), QueryStep.class)).hasSize(2);
        assertThat(why.rules().get(1).steps())
                .singleElement()
                .isInstanceOfSatisfying(
                        NoteStep.class, note -> assertThat(note.code()).isEqualTo("further-result"));
    }
}
