package io.ephor.engine;

import static io.ephor.engine.Explained.ENGINE;
import static io.ephor.engine.Explained.POD;
import static io.ephor.engine.Explained.all;
import static io.ephor.engine.Explained.explain;
import static io.ephor.engine.Explained.only;
import static io.ephor.engine.Explained.policy;
import static io.ephor.engine.Explained.rule;
import static io.ephor.engine.Explained.whole;
import static io.ephor.engine.PodPolicies.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ephor.EvaluationContext;
import io.ephor.Explanation;
import io.ephor.LoadResult;
import io.ephor.Operation;
import io.ephor.Phase;
import io.ephor.Policy;
import io.ephor.RuleExplanation;
import io.ephor.explain.ConditionStep;
import io.ephor.explain.ElementStep;
import io.ephor.explain.EntryStep;
import io.ephor.explain.ExceptionStep;
import io.ephor.explain.LoopStep;
import io.ephor.explain.MatchStep;
import io.ephor.explain.NoteStep;
import io.ephor.explain.OldResourceStep;
import io.ephor.explain.PatchStep;
import io.ephor.explain.PatternStep;
import io.ephor.explain.PodSecurityStep;
import io.ephor.explain.QueryStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void namesThePatternNodeAndTheValueThatDecided() {
        RuleExplanation rule = explain(rule("validate: {pattern: {spec: {containers: [{image: '!*:latest'}]}}}"));

        PatternStep step = only(rule.steps(), PatternStep.class);
        assertThat(step.outcome()).isEqualTo(PatternStep.Outcome.MISMATCHED);
        assertThat(step.node()).isEqualTo("/spec/containers/0/image");
        assertThat(step.wanted().textValue()).isEqualTo("!*:latest");
        assertThat(step.at()).isEqualTo("/spec/containers/0/image");
        assertThat(step.found().textValue()).isEqualTo("shop/web:latest");
        assertThat(step.source().line()).isEqualTo(9);
        assertThat(rule.result()).isNotNull();
    }

    @Test
    void saysWhyARuleIsSkipped() {
        RuleExplanation rule = explain(rule("validate: {pattern: {metadata: {labels: {(app): db}}}}"));

        PatternStep step = only(rule.steps(), PatternStep.class);
        assertThat(step.outcome()).isEqualTo(PatternStep.Outcome.SKIPPED);
        assertThat(step.at()).isEqualTo("/metadata/labels/app");
        assertThat(step.found().textValue()).isEqualTo("web");
    }

    @Test
    void saysThatAPatternMatched() {
        PatternStep step = only(
                explain(rule("validate: {pattern: {metadata: {name: '?*'}}}")).steps(), PatternStep.class);

        assertThat(step.outcome()).isEqualTo(PatternStep.Outcome.MATCHED);
        assertThat(step.text()).isEmpty();
    }

    @Test
    void showsEveryAlternativeOfAnyPattern() {
        RuleExplanation rule =
                explain(rule("validate: {anyPattern: [{spec: {hostPID: true}}, {metadata: {name: 'w*'}}, {a: b}]}"));

        assertThat(all(rule.steps(), PatternStep.class))
                .extracting(PatternStep::alternative, PatternStep::outcome)
                .containsExactly(tuple(0, PatternStep.Outcome.MISMATCHED), tuple(1, PatternStep.Outcome.MATCHED));
    }

    @Test
    void saysWhichPartOfWhichFilterDoesNotMatch() {
        RuleExplanation rule = explain(policy("""
                - name: r
                  match:
                    any:
                    - resources: {kinds: [Service]}
                    - resources: {kinds: [Pod], namespaces: [bank]}
                  validate: {pattern: {a: b}}
                """));

        assertThat(rule.result()).isNull();
        MatchStep match = only(rule.steps(), MatchStep.class);
        assertThat(match.holds()).isFalse();
        assertThat(match.filters()).extracting(MatchStep.FilterTest::name).containsExactly("any[0]", "any[1]");
        MatchStep.PartTest namespaces = match.filters().get(1).parts().get(1);
        assertThat(namespaces.holds()).isFalse();
        assertThat(namespaces.field()).isEqualTo("namespaces");
        assertThat(namespaces.found()).isEqualTo("shop");
        assertThat(namespaces.source().line()).isEqualTo(11);
    }

    @Test
    void saysWhatExcludes() {
        RuleExplanation rule =
                explain(rule("exclude: {any: [{resources: {names: ['w*']}}]}\nvalidate: {pattern: {a: b}}"));

        assertThat(rule.result()).isNull();
        assertThat(all(rule.steps(), MatchStep.class))
                .extracting(MatchStep::excludes, MatchStep::holds)
                .containsExactly(tuple(false, true), tuple(true, true));
    }

    @Test
    void showsPreconditionsWithTheirValues() {
        RuleExplanation rule = explain(rule("""
                preconditions:
                  all:
                  - {key: "{{ request.object.metadata.name }}", operator: Equals, value: "w*"}
                  - {key: "{{ request.object.metadata.namespace }}", operator: Equals, value: bank}
                  - {key: never, operator: Equals, value: asked}
                validate: {pattern: {a: b}}
                """));

        List<ConditionStep> conditions = all(rule.steps(), ConditionStep.class);
        assertThat(conditions).extracting(ConditionStep::holds).containsExactly(true, false);
        assertThat(conditions.get(1).use()).isEqualTo(ConditionStep.Use.PRECONDITION);
        assertThat(conditions.get(1).name()).isEqualTo("all[1]");
        assertThat(conditions.get(1).key().textValue()).isEqualTo("{{ request.object.metadata.namespace }}");
        assertThat(String.valueOf(conditions.get(1).found())).isEqualTo("\"shop\"");
        assertThat(String.valueOf(conditions.get(1).wanted())).isEqualTo("\"bank\"");
        assertThat(all(rule.steps(), QueryStep.class))
                .extracting(QueryStep::expression)
                .containsExactly("request.object.metadata.name", "request.object.metadata.namespace");
        assertThat(all(rule.steps(), PatternStep.class)).isEmpty();
    }

    @Test
    void showsAConditionWhoseKeyHasNoValue() {
        RuleExplanation rule = explain(rule("""
                preconditions:
                  all: [{key: "{{ request.object.spec.none }}", operator: Equals, value: x}]
                validate: {pattern: {a: b}}
                """));

        ConditionStep condition = only(rule.steps(), ConditionStep.class);
        assertThat(condition.error()).contains("Unknown key");
        assertThat(condition.found()).isNull();
        assertThat(only(rule.steps(), QueryStep.class).error()).contains("Unknown key");
    }

    @Test
    void goesThroughTheElementsOfALoop() {
        RuleExplanation rule = explain(rule("""
                context:
                - name: allowed
                  variable: {value: ["shop/web:latest"]}
                validate:
                  message: this image is not allowed
                  foreach:
                  - list: request.object.spec.containers
                    deny:
                      conditions:
                        any: [{key: "{{ element.image }}", operator: AnyNotIn, value: "{{ allowed }}"}]
                """));

        LoopStep loop = only(rule.steps(), LoopStep.class);
        assertThat(loop.size()).isEqualTo(2);
        List<ElementStep> elements = all(rule.steps(), ElementStep.class);
        assertThat(elements).extracting(ElementStep::outcome).containsExactly("pass", "fail");
        assertThat(elements.get(1).at()).isEqualTo("/spec/containers/1");
        assertThat(only(elements.get(1).steps(), ConditionStep.class).holds()).isTrue();
        assertThat(only(elements.get(0).steps(), EntryStep.class).name()).isEqualTo("allowed");
    }

    @Test
    void placesThePatternOfALoopInTheWholeResource() {
        RuleExplanation rule = explain(
                rule("validate: {foreach: [{list: request.object.spec.containers, pattern: {image: '!*:1*'}}]}"));

        ElementStep element = all(rule.steps(), ElementStep.class).get(1);
        assertThat(only(element.steps(), PatternStep.class).at()).isEqualTo("/spec/containers/1/image");
    }

    @Test
    void namesTheChecksOfPodSecurity() {
        Policy policy = rule("validate: {podSecurity: {level: restricted, version: v1.20}}");

        assertThat(all(explain(policy).steps(), PodSecurityStep.class))
                .extracting(PodSecurityStep::check)
                .contains("allowPrivilegeEscalation", "runAsNonRoot");
    }

    @Test
    void showsThePatchOfAMutation() {
        Policy policy = rule("mutate: {patchStrategicMerge: {metadata: {labels: {team: a}}}}");

        PatchStep patch = only(explain(policy).steps(), PatchStep.class);
        assertThat(patch.operations())
                .singleElement()
                .satisfies(operation -> assertThat(operation.path()).isEqualTo("/metadata/labels/team"));
    }

    @Test
    void validatesWhatMutationLeft() {
        Policy policy = policy("""
                - name: m
                  match: {any: [{resources: {kinds: [Pod]}}]}
                  mutate: {patchStrategicMerge: {metadata: {labels: {team: a}}}}
                - name: v
                  match: {any: [{resources: {kinds: [Pod]}}]}
                  validate: {pattern: {metadata: {labels: {team: a}}}}
                """);

        Explanation why = whole(policy, POD, EvaluationContext.empty());
        assertThat(why.result().patchedResource().at("/metadata/labels/team").textValue())
                .isEqualTo("a");
        assertThat(why.rules()).extracting(RuleExplanation::name).containsExactly("m", "v");
        assertThat(why.rules().get(1).resource()).isSameAs(why.result().patchedResource());
    }

    @Test
    void showsTheExceptionThatHolds() {
        LoadResult loaded = ENGINE.loadAll("e.yaml", """
                apiVersion: kyverno.io/v2
                kind: PolicyException
                metadata: {name: e, namespace: shop}
                spec:
                  exceptions: [{policyName: p, ruleNames: [r]}]
                  match: {any: [{resources: {kinds: [Pod]}}]}
                """);
        EvaluationContext context =
                EvaluationContext.builder().exceptions(loaded.exceptions()).build();

        ExceptionStep step =
                only(explain(rule("validate: {pattern: {a: b}}"), context).steps(), ExceptionStep.class);
        assertThat(step.holds()).isTrue();
        assertThat(step.key()).isEqualTo("shop/e");
    }

    @Test
    void comparesWithTheOldResourceOfAnUpdate() {
        EvaluationContext context = EvaluationContext.builder()
                .operation(Operation.UPDATE)
                .oldResource(resource(POD))
                .build();

        OldResourceStep old =
                only(explain(rule("validate: {pattern: {a: b}}"), context).steps(), OldResourceStep.class);
        assertThat(old.matched()).isTrue();
        assertThat(old.outcome()).isEqualTo("fail");
    }

    @Test
    void saysWhyARuleWasNotEvenAsked() {
        EvaluationContext context =
                EvaluationContext.builder().phases(Phase.MUTATE).build();

        RuleExplanation rule = explain(rule("validate: {pattern: {a: b}}"), context);
        assertThat(rule.result()).isNull();
        assertThat(only(rule.steps(), NoteStep.class).code()).isEqualTo("not-in-phases");
    }

    @Test
    void saysThatThereIsNothingToCompareOnDeletion() {
        EvaluationContext context =
                EvaluationContext.builder().operation(Operation.DELETE).build();

        RuleExplanation rule = explain(rule("validate: {pattern: {a: b}}"), context);
        assertThat(rule.result()).isNull();
        assertThat(only(rule.steps(), NoteStep.class).code()).isEqualTo("no-new-object");
    }

    @Test
    void showsExceptionsThatDoNotHoldWhateverTheRuleDoes() {
        EvaluationContext context = Explained.excepting("Service", "Pod");
        for (String body : List.of(
                "validate: {pattern: {a: b}}",
                "validate: {podSecurity: {level: baseline, version: latest}}",
                "mutate: {patchStrategicMerge: {metadata: {labels: {team: a}}}}",
                "mutate: {targets: [{apiVersion: v1, kind: Secret, name: a}], patchStrategicMerge: {data: {a: b}}}",
                "generate: {apiVersion: v1, kind: Secret, name: a, namespace: b, data: {data: {c: d}}}")) {
            assertThat(all(explain(rule(body), context).steps(), ExceptionStep.class))
                    .as(body)
                    .extracting(ExceptionStep::key, ExceptionStep::holds)
                    .containsExactly(tuple("shop/for-service", false), tuple("shop/for-pod", true));
        }
    }

    @Test
    void knowsNoPlaceInTheOldResource() {
        EvaluationContext context = EvaluationContext.builder()
                .operation(Operation.UPDATE)
                .oldResource(resource(POD))
                .build();

        RuleExplanation rule = explain(
                rule("validate: {foreach: [{list: request.object.spec.containers, pattern: {image: '!*:1*'}}]}"),
                context);
        List<ElementStep> elements = all(rule.steps(), ElementStep.class);
        assertThat(elements.get(1).at()).isEqualTo("/spec/containers/1");
        List<ElementStep> old = all(only(rule.steps(), OldResourceStep.class).steps(), ElementStep.class);
        assertThat(old).hasSize(2);
        assertThat(old).extracting(ElementStep::at).containsOnlyNulls();
        assertThat(only(old.get(1).steps(), PatternStep.class).at()).isNull();
    }

    @Test
    void saysThatAListOfNullHasNoElements() {
        RuleExplanation rule =
                explain(rule("validate: {foreach: [{list: request.object.spec.none, pattern: {a: b}}]}"));
        RuleExplanation ofNull =
                explain(rule("validate: {foreach: [{list: 'request.object.spec.none || `null`', pattern: {a: b}}]}"));

        assertThat(only(rule.steps(), LoopStep.class).size()).isNull();
        assertThat(only(ofNull.steps(), LoopStep.class).size()).isNull();
        assertThat(all(ofNull.steps(), ElementStep.class)).isEmpty();
    }
}
