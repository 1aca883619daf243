package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.LoadResult;
import io.ephor.Operation;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.context.ContextOptions;
import io.ephor.engine.exceptions.PolicyExceptions;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.PolicyDocument;
import io.ephor.engine.read.PolicyReader;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.jmespath.JmesPath;
import io.ephor.lookup.InMemoryLookups;
import io.ephor.lookup.LookupException;
import io.ephor.values.YamlDocument;
import io.ephor.values.YamlLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackgroundCheckTest {
    private static final String PRECONDITION = "preconditions: {all: [{key: '{{ request.object.metadata.labels.env }}',"
            + " operator: Equals, value: prod, message: in production}]}, reportProperties: {p: '{{ x }}'}, ";
    private static final JsonNode PROD = pod("web", "prod");
    private static final JsonNode TEST = pod("web", "test");
    private static final JsonNode SERVICE = yaml("{apiVersion: v1, kind: Service, metadata: {name: web}}");

    private static JsonNode yaml(String text) {
        return YamlDocument.parse("test.yaml", text).value();
    }

    private static JsonNode pod(String name, String env) {
        return yaml("{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", labels: {env: " + env + "}}}");
    }

    private static @Nullable RuleResult check(
            String rule, @Nullable JsonNode resource, @Nullable JsonNode oldResource, EvaluationContext context) {
        String text =
                "{apiVersion: kyverno.io/v1, kind: ClusterPolicy, metadata: {name: p}, spec: {validationFailureAction:"
                        + " Enforce, rules: [{name: r, match: {any: [{resources: {kinds: [Pod]}}]}, " + rule
                        + "mutate: {patchStrategicMerge: {metadata: {labels: {a: b}}}}}]}}";
        PolicyDocument document = new PolicyReader(YamlLimits.DEFAULT)
                .read("policy.yaml", text)
                .documents()
                .get(0);
        PolicyDefinition policy = Objects.requireNonNull(document.definition());
        QueryCompiler queries = new QueryCompiler(JmesPath.builder().build());
        MutateRule compiled = new RuleCompiler(policy, List.of(), queries, document.faults())
                .compileMutation(policy.rules().get(0));
        assertThat(document.faults().hasErrors()).isFalse();
        PolicyScope scope =
                new PolicyScope.Factory("", queries, ContextOptions.DEFAULT).open(resource, oldResource, context);
        return new BackgroundCheck(Objects.requireNonNull(compiled).frame())
                .check(
                        resource,
                        oldResource,
                        context,
                        scope,
                        PolicyExceptions.of("p", context.exceptions()).ofRule("r"));
    }

    private static RuleResult given(@Nullable RuleResult result) {
        return Objects.requireNonNull(result, "result");
    }

    private static EvaluationContext excepting(String kind) {
        LoadResult loaded = StandardPolicyEngine.create()
                .loadAll(
                        "exception.yaml",
                        "{apiVersion: kyverno.io/v2, kind: PolicyException, metadata: {name: e, namespace: x}, spec:"
                                + " {exceptions: [{policyName: p, ruleNames: [r]}], match: {any: [{resources: {kinds: ["
                                + kind + "]}}]}}}");
        return EvaluationContext.builder().exceptions(loaded.exceptions()).build();
    }

    @Test
    void aRuleThatMatchesPassesWithoutWords() {
        RuleResult result = given(check("", PROD, null, EvaluationContext.empty()));

        assertThat(result.status()).isEqualTo(RuleStatus.PASS);
        assertThat(result.message()).isEmpty();
    }

    @Test
    void aRuleThatNeitherObjectMatchesHasNoResult() {
        assertThat(check("", SERVICE, null, EvaluationContext.empty())).isNull();
    }

    @Test
    void aTriggerThatLeftTheRuleFailsItWithoutBlocking() {
        EvaluationContext deletion =
                EvaluationContext.builder().operation(Operation.DELETE).build();

        RuleResult result = given(check("", null, PROD, deletion));

        assertThat(result.status()).isEqualTo(RuleStatus.FAIL);
        assertThat(result.message()).isEmpty();
        assertThat(result.failureAction()).isNull();
    }

    @Test
    void preconditionsThatDoNotHoldSkip() {
        RuleResult result = given(check(PRECONDITION, TEST, null, EvaluationContext.empty()));

        assertThat(result.status()).isEqualTo(RuleStatus.SKIP);
        assertThat(result.message()).isEmpty();
        assertThat(result.properties()).containsEntry("p", "{{ x }}");
    }

    @Test
    void preconditionsThatHeldForTheOldObjectFailWithTheirMessage() {
        RuleResult result = given(check(PRECONDITION, TEST, PROD, EvaluationContext.empty()));

        assertThat(result.status()).isEqualTo(RuleStatus.FAIL);
        assertThat(result.message()).isEqualTo("in production");
    }

    @Test
    void preconditionsWithoutAnAnswerAreAnErrorForEitherObject() {
        EvaluationContext context = EvaluationContext.empty();

        assertThat(given(check(PRECONDITION, pod("web", "null"), null, context)).status())
                .isEqualTo(RuleStatus.SKIP);
        JsonNode unlabelled = yaml("{apiVersion: v1, kind: Pod, metadata: {name: web}}");
        assertThat(given(check(PRECONDITION, unlabelled, PROD, context)).message())
                .startsWith("failed to evaluate conditions: ");
        RuleResult old = given(check(PRECONDITION, TEST, unlabelled, context));
        assertThat(old.status()).isEqualTo(RuleStatus.ERROR);
        assertThat(old.message()).startsWith("failed to evaluate conditions for old resource: ");
    }

    @Test
    void anExceptionSkipsEvenWhereTheRuleDoesNotMatch() {
        RuleResult result = given(check("", SERVICE, null, excepting("Service")));

        assertThat(result.status()).isEqualTo(RuleStatus.SKIP);
        assertThat(result.message()).isEqualTo("rule is skipped due to policy exception x/e");
        assertThat(result.exceptions()).hasSize(1);
        assertThat(check("", SERVICE, null, excepting("Pod"))).isNull();
    }

    @Test
    void theExceptionOfALookupIsKept() {
        LookupException thrown = new LookupException("away");
        EvaluationContext context = EvaluationContext.builder()
                .lookups(InMemoryLookups.builder()
                        .apiCall("GET", "/x", thrown)
                        .build()
                        .lookups())
                .build();
        String rule =
                "context: [{name: x, apiCall: {urlPath: /x}}], preconditions: {all: [{key: '{{ x }}', operator: Equals,"
                        + " value: 1}]}, ";

        assertThat(given(check(rule, PROD, null, context)).cause()).isSameAs(thrown);
    }
}
