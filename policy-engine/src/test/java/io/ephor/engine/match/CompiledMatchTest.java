package io.ephor.engine.match;

import static io.ephor.engine.match.Written.json;
import static io.ephor.engine.match.Written.request;
import static io.ephor.engine.match.Written.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.UserInfo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompiledMatchTest {
    private static final JsonNode POD =
            json("{apiVersion: v1, kind: Pod, metadata: {name: web-1, namespace: dev, labels: {app: web}}}");
    private static final UserInfo ALICE = UserInfo.of("alice", "devs").withRoles(List.of("dev:editor"));

    private static EvaluationContext by(UserInfo user) {
        return EvaluationContext.builder().user(user).build();
    }

    private static boolean matches(String rule) {
        return matches(rule, EvaluationContext.empty());
    }

    private static boolean matches(String rule, EvaluationContext context) {
        return matches(rule, POD, context);
    }

    private static boolean matches(String rule, JsonNode object, EvaluationContext context) {
        CompiledMatch compiled = rule(rule);
        boolean matches = compiled.matches(MatchRequest.of(object, context));
        assertThat(compiled.explain(MatchRequest.of(object, context)) == null).isEqualTo(matches);
        return matches;
    }

    @Test
    void prefersAnyToAllAndAllToDirect() {
        String pod = "{resources: {kinds: [Pod]}}";
        String job = "{resources: {kinds: [Job]}}";
        assertThat(matches("{match: {any: [" + job + "], all: [" + pod + "], resources: {kinds: [Pod]}}}"))
                .isFalse();
        assertThat(matches("{match: {any: [], all: [" + job + "], resources: {kinds: [Pod]}}}"))
                .isFalse();
        assertThat(matches("{match: {all: [" + pod + "], resources: {kinds: [Job]}}}"))
                .isTrue();
        assertThat(matches("{match: {any: [" + job + ", " + pod + "]}}")).isTrue();
        assertThat(matches("{match: {all: [" + job + ", " + pod + "]}}")).isFalse();
    }

    @Test
    void neverMatchesAndNeverExcludesByAnEmptyFilter() {
        assertThat(matches("{match: {}}")).isFalse();
        assertThat(matches("{match: {any: [{}]}}")).isFalse();
        assertThat(matches("{match: {resources: {kinds: []}}}")).isFalse();
        assertThat(matches("{}")).isFalse();
        String pod = "{match: {resources: {kinds: [Pod]}}, exclude: ";
        assertThat(matches(pod + "{any: [{}]}}")).isTrue();
        assertThat(matches(pod + "{all: [{}]}}")).isTrue();
        assertThat(matches(pod + "{}}")).isTrue();
        assertThat(matches(pod + "null}")).isTrue();
    }

    @Test
    void takesAnEmptyListOfRolesForAFilterThatEverythingPasses() {
        assertThat(matches("{match: {any: [{roles: []}]}}", by(ALICE))).isTrue();
        assertThat(matches("{match: {any: [{roles: []}]}}")).isFalse();
        assertThat(matches("{match: {resources: {kinds: [Pod]}}, exclude: {any: [{subjects: []}]}}"))
                .isFalse();
    }

    @Test
    void excludesWhereOneOfAnyOrAllOfAllHold() {
        String pod = "{match: {resources: {kinds: [Pod]}}, exclude: ";
        String yes = "{resources: {name: 'web-*'}}";
        String no = "{resources: {name: db}}";
        assertThat(matches(pod + "{any: [" + no + ", " + yes + "]}}")).isFalse();
        assertThat(matches(pod + "{all: [" + no + ", " + yes + "]}}")).isTrue();
        assertThat(matches(pod + "{all: [" + yes + ", " + yes + "]}}")).isFalse();
        assertThat(matches(pod + "{resources: {name: web-1}}}")).isFalse();
    }

    @Test
    void dropsTheUserPartsOfAMatchWhereNothingIsKnownOfTheUser() {
        String filter = "{resources: {kinds: [Pod]}, subjects: [{kind: User, name: bob}]}";
        assertThat(matches("{match: {any: [" + filter + "]}}")).isTrue();
        assertThat(matches("{match: {any: [" + filter + "]}}", by(ALICE))).isFalse();
        assertThat(matches("{match: {any: [{subjects: [{kind: User, name: '*'}]}]}}"))
                .isFalse();
        assertThat(matches("{match: {any: [{subjects: [{kind: User, name: '*'}]}]}}", by(ALICE)))
                .isTrue();
    }

    @Test
    void keepsTheUserPartsOfAnExcludeWhereNothingIsKnownOfTheUser() {
        String pod = "{match: {resources: {kinds: [Pod]}}, exclude: ";
        assertThat(matches(pod + "{any: [{resources: {kinds: [Pod]}, subjects: [{kind: Group, name: '*'}]}]}}"))
                .isTrue();
        assertThat(matches(pod + "{clusterRoles: [cluster-admin]}}")).isTrue();
        assertThat(matches(pod + "{any: [{subjects: [{kind: Group, name: devs}]}]}}", by(ALICE)))
                .isFalse();
    }

    @Test
    void wantsEveryPartAboutTheUser() {
        String roles = "{match: {any: [{resources: {kinds: [Pod]}, roles: ['dev:editor']";
        assertThat(matches(roles + "}]}}", by(ALICE))).isTrue();
        assertThat(matches(roles + ", subjects: [{kind: User, name: bob}]}]}}", by(ALICE)))
                .isFalse();
        assertThat(matches("{match: {any: [{resources: {kinds: [Pod]}, roles: ['dev:*']}]}}", by(ALICE)))
                .isFalse();
    }

    @Test
    void admitsEveryOperationUnlessSomeAreNamed() {
        EvaluationContext delete =
                EvaluationContext.builder().operation(Operation.DELETE).build();
        assertThat(matches("{match: {resources: {kinds: [Pod]}}}", delete)).isTrue();
        assertThat(matches("{match: {resources: {kinds: [Pod], operations: [CREATE, UPDATE]}}}", delete))
                .isFalse();
        assertThat(matches("{match: {resources: {operations: [DELETE]}}}", delete))
                .isTrue();
        assertThat(matches("{match: {resources: {operations: [delete]}}}", delete))
                .isFalse();
        CompiledMatch named = rule("{match: {resources: {operations: [CREATE]}}}");
        assertThat(named.matches(MatchRequest.withoutOperation(POD, EvaluationContext.empty())))
                .isFalse();
    }

    @Test
    void wantsNameAndNames() {
        assertThat(matches("{match: {resources: {name: 'web-*', names: [db, 'web-?']}}}"))
                .isTrue();
        assertThat(matches("{match: {resources: {name: 'web-*', names: [db]}}}"))
                .isFalse();
        JsonNode generated = json("{kind: Pod, metadata: {generateName: web-}}");
        assertThat(matches("{match: {resources: {name: web-}}}", generated, EvaluationContext.empty()))
                .isTrue();
    }

    @Test
    void takesTheNameOfANamespaceForItsNamespace() {
        JsonNode namespace = json("{kind: Namespace, metadata: {name: dev, namespace: other}}");
        assertThat(matches("{match: {resources: {namespaces: [dev]}}}", namespace, EvaluationContext.empty()))
                .isTrue();
    }

    @Test
    void findsTheEmptyNamespaceByAStarOnly() {
        JsonNode node = json("{kind: Node, metadata: {name: n}}");
        assertThat(matches("{match: {resources: {namespaces: ['*']}}}", node, EvaluationContext.empty()))
                .isTrue();
        assertThat(matches("{match: {resources: {namespaces: ['?*']}}}", node, EvaluationContext.empty()))
                .isFalse();
    }

    @Test
    void neverMatchesANamespaceByItsNamespaceSelector() {
        JsonNode namespace = json("{kind: Namespace, metadata: {name: dev}}");
        EvaluationContext labelled = EvaluationContext.builder()
                .namespaceLabels(Map.of("env", "dev"))
                .build();
        String rule = "{match: {resources: {namespaceSelector: {}}}}";
        assertThat(matches(rule, namespace, labelled)).isFalse();
        assertThat(matches(rule, labelled)).isTrue();
    }

    @Test
    void takesUnknownNamespaceLabelsForNone() {
        String not =
                "{match: {resources: {namespaceSelector: {matchExpressions: [{key: e, operator: NotIn, values: [a]}]}}}}";
        assertThat(matches(not)).isTrue();
        assertThat(matches("{match: {resources: {namespaceSelector: {matchLabels: {e: a}}}}}"))
                .isFalse();
    }

    @Test
    void countsTheNamespaceSelectorOfAnObjectWithoutKindOnlyBesideAStar() {
        JsonNode nameless = json("{metadata: {name: x}}");
        String selector = "namespaceSelector: {matchLabels: {e: a}}";
        assertThat(matches("{match: {resources: {name: x, " + selector + "}}}", nameless, EvaluationContext.empty()))
                .isTrue();
        assertThat(matches(
                        "{match: {resources: {kinds: ['*'], " + selector + "}}}", nameless, EvaluationContext.empty()))
                .isFalse();
    }

    @Test
    void confinesARuleToTheNamespaceOfItsPolicy() {
        String pods = "{match: {resources: {kinds: [Pod]}}}";
        assertThat(rule(pods, "dev").matches(request(POD.toString()))).isTrue();
        assertThat(rule(pods, "prod").matches(request(POD.toString()))).isFalse();
        assertThat(rule(pods, "prod").explain(request(POD.toString())))
                .isEqualTo("policy and resource namespaces mismatch");
        assertThat(rule("{match: {resources: {kinds: [Namespace]}}}", "dev")
                        .matches(request("{kind: Namespace, metadata: {name: dev}}")))
                .isFalse();
    }

    @Test
    void matchesNothingThatIsNoObject() {
        assertThat(rule("{match: {resources: {kinds: ['*']}}}")
                        .explain(MatchRequest.of(null, EvaluationContext.empty())))
                .isEqualTo("resource is empty");
        assertThat(rule("{match: {resources: {kinds: ['*']}}}").matches(request("[]")))
                .isFalse();
        assertThat(rule("{match: {resources: {kinds: ['*']}}}").matches(request("{}")))
                .isTrue();
    }

    @Test
    void explainsEveryPartThatDoesNotHold() {
        assertThat(rule("{match: {resources: {kinds: [Job, Service], name: x, selector: {matchLabels: {app: db}}}}}")
                        .explain(request(POD.toString())))
                .isEqualTo("rule r not matched:\n 1. kind does not match [Job Service]\n 2. name does not match\n"
                        + " 3. selector does not match");
    }
}
