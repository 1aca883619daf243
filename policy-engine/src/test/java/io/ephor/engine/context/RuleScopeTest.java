package io.ephor.engine.context;

import static io.ephor.engine.context.GivenContext.POD;
import static io.ephor.engine.context.GivenContext.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.UserInfo;
import io.ephor.engine.variables.QueryException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleScopeTest {
    @Test
    void seesTheRequestInTheShapeOfTheCommandLine() {
        RuleScope scope = scope("[]");

        assertThat(scope.query("request.object")).isSameAs(POD);
        assertThat(scope.query("request.namespace").textValue()).isEqualTo("ns1");
        assertThat(scope.query("request.operation").textValue()).isEqualTo("CREATE");
        assertThatThrownBy(() -> scope.query("request.oldObject"))
                .isInstanceOf(QueryException.class)
                .hasMessage("JMESPath query failed: Unknown key \"oldObject\" in path");
        assertThatThrownBy(() -> scope.query("serviceAccountName")).isInstanceOf(QueryException.class);
    }

    @Test
    void seesTheUserAndTheServiceAccount() {
        UserInfo user = UserInfo.of("system:serviceaccount:ns1:robot", "dev").withRoles(List.of("ns1:r"));
        RuleScope scope = scope(
                CompiledContext.EMPTY, EvaluationContext.builder().user(user).build());

        assertThat(scope.query("request.userInfo.groups[0]").textValue()).isEqualTo("dev");
        assertThat(scope.query("request.roles[0]").textValue()).isEqualTo("ns1:r");
        assertThat(scope.query("serviceAccountName").textValue()).isEqualTo("robot");
        assertThat(scope.query("serviceAccountNamespace").textValue()).isEqualTo("ns1");
    }

    @Test
    void seesAnAdmissionRequestWithNullForWhatItLacks() {
        EvaluationContext context = EvaluationContext.admission(GivenContext.yaml(
                "{request: {uid: u1, operation: UPDATE, userInfo: {username: alice}, dryRun: true}}"));
        RuleScope scope = scope(CompiledContext.EMPTY, context);

        assertThat(context.operation()).isEqualTo(Operation.UPDATE);
        assertThat(scope.query("request.uid").textValue()).isEqualTo("u1");
        assertThat(scope.query("request.dryRun").booleanValue()).isTrue();
        assertThat(scope.query("request.oldObject.metadata").isNull()).isTrue();
        assertThat(scope.query("request.object")).isSameAs(POD);
        assertThat(scope.query("serviceAccountName").textValue()).isEmpty();
    }

    @Test
    void tellsTheImages() {
        RuleScope scope = scope("[]");

        assertThat(scope.query("images.containers.a.referenceWithTag").textValue())
                .isEqualTo("docker.io/nginx:1.25");
        assertThat(scope.query("images.containers.b.registry").textValue()).isEqualTo("ghcr.io");
        assertThat(scope.query("images.containers.b.jsonPointer").textValue()).isEqualTo("/spec/containers/1/image");
        assertThat(scope.query("images.containers.b.tag || 'none'").textValue()).isEqualTo("none");
    }

    @Test
    void injectsVariablesBeforeEntries() {
        EvaluationContext context = EvaluationContext.builder()
                .variable("request.object.metadata.labels.app", TextNode.valueOf("other"))
                .variable("x", TextNode.valueOf("injected"))
                .ruleVariable("rule", "\"a.b\".c", TextNode.valueOf("dotted"))
                .ruleVariable("elsewhere", "y", TextNode.valueOf("unseen"))
                .build();
        RuleScope scope = scope(GivenContext.compile("[{name: x, variable: {value: '{{ x }} once more'}}]"), context);

        assertThat(scope.query("request.object.metadata.labels.app").textValue())
                .isEqualTo("other");
        assertThat(POD.at("/metadata/labels/app").textValue()).isEqualTo("shop");
        assertThat(scope.query("\"a.b\".c").textValue()).isEqualTo("dotted");
        assertThat(scope.query("y || 'none'").textValue()).isEqualTo("none");
        assertThat(scope.query("x").textValue()).isEqualTo("injected once more");
    }

    @Test
    void loadsOnlyWhatIsMentionedAndOnlyFromBefore() {
        RuleScope scope = scope("""
                - {name: early, variable: {value: '{{ late || ''none'' }}'}}
                - {name: broken, variable: {value: '{{ request.nope }}'}}
                - {name: late, variable: {value: late}}
                """);

        assertThat(scope.query("early").textValue()).isEqualTo("none");
        assertThat(scope.query("late").textValue()).isEqualTo("late");
    }

    @Test
    void forgetsTheOrderAfterALoadInsideOfALoad() {
        RuleScope scope = scope("""
                - {name: a, variable: {value: one}}
                - {name: b, variable: {value: '{{ a }}/{{ d || ''none'' }}'}}
                - {name: d, variable: {value: late}}
                """);

        assertThat(scope.query("b").textValue()).isEqualTo("one/late");
    }

    @Test
    void readsThePreviousDefinitionOfItsOwnName() {
        RuleScope scope = scope("""
                - {name: one, variable: {value: foo}}
                - {name: one, variable: {jmesPath: one}}
                """);

        assertThat(scope.query("one").textValue()).isEqualTo("foo");
    }

    @Test
    void failsOnceAndThenMisses() {
        RuleScope scope = scope("[{name: v, variable: {value: '{{ request.nope }}'}}]");

        assertThatThrownBy(() -> scope.query("v"))
                .isInstanceOf(QueryException.class)
                .hasMessage("failed to substitute variables in context entry v {{ request.nope }}: "
                        + "failed to resolve request.nope at path : "
                        + "JMESPath query failed: Unknown key \"nope\" in path");
        assertThat(scope.query("v || 'd'").textValue()).isEqualTo("d");
    }

    @Test
    void keepsADocumentThatAQueryGaveAway() {
        RuleScope scope = scope("""
                - {name: all, variable: {jmesPath: '@'}}
                - {name: more, variable: {value: 1}}
                """);

        assertThat(scope.query("all").has("request")).isTrue();
        assertThat(scope.query("more").intValue()).isEqualTo(1);
        assertThat(scope.query("all").has("more")).isFalse();
        assertThat(scope.query("all.all || 'none'").textValue()).isEqualTo("none");
    }

    @Test
    void judgesTheOldObjectAsIfItWereCreated() {
        RuleScope scope = scope(
                CompiledContext.EMPTY,
                EvaluationContext.builder().operation(Operation.DELETE).build());
        assertThat(scope.deletion()).isTrue();

        scope.request(TextNode.valueOf("old"), null, "CREATE");

        assertThat(scope.deletion()).isFalse();
        assertThat(scope.query("request.object").textValue()).isEqualTo("old");
        assertThat(scope.query("request.operation").textValue()).isEqualTo("CREATE");
    }
}
