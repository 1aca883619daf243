package io.ephor.engine.match;

import static io.ephor.engine.match.Written.request;
import static io.ephor.engine.match.Written.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.engine.match.Written.Faults;
import org.junit.jupiter.api.Test;

class CompiledStatementTest {
    private static final String POD = "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: dev}}";

    @Test
    void ignoresOperations() {
        String block = "{any: [{resources: {operations: [DELETE]}}]}";
        EvaluationContext update =
                EvaluationContext.builder().operation(Operation.UPDATE).build();
        assertThat(statement(block, FilterUse.EXCEPTION).matches(request(POD, update)))
                .isTrue();
    }

    @Test
    void ofAnExceptionNeverMatchesWithoutFilters() {
        assertThat(statement("{}", FilterUse.EXCEPTION).matches(request(POD))).isFalse();
        assertThat(statement("{}", FilterUse.EXCEPTION).explain(request(POD))).isEqualTo("statement cannot be empty");
        assertThat(statement("{resources: {kinds: [Pod]}}", FilterUse.EXCEPTION).matches(request(POD)))
                .isFalse();
        assertThat(statement("{}", FilterUse.CLEANUP).matches(request(POD))).isTrue();
    }

    @Test
    void ofAnExceptionTakesEphemeralContainersForAChangeOfThePod() {
        String block = "{any: [{resources: {kinds: [Pod]}}]}";
        EvaluationContext context =
                EvaluationContext.builder().subresource("ephemeralcontainers").build();
        assertThat(statement(block, FilterUse.EXCEPTION).matches(request(POD, context)))
                .isTrue();
        assertThat(statement(block, FilterUse.CLEANUP).matches(request(POD, context)))
                .isFalse();
    }

    @Test
    void keepsPartsAboutTheUserWhereNothingIsKnownOfHim() {
        String block = "{any: [{resources: {kinds: [Pod]}, subjects: [{kind: User, name: alice}]}]}";
        assertThat(statement(block, FilterUse.EXCEPTION).matches(request(POD))).isFalse();
    }

    @Test
    void takesAFilterWithOnlyEmptyListsForEmpty() {
        assertThat(statement("{any: [{roles: [], subjects: []}]}", FilterUse.EXCEPTION)
                        .matches(request(POD)))
                .isFalse();
    }

    @Test
    void ignoresTheNamespaceSelectorForANamespace() {
        String block = "{any: [{resources: {namespaceSelector: {matchLabels: {a: '1'}}}}]}";
        CompiledStatement statement = statement(block, FilterUse.CLEANUP);
        assertThat(statement.matches(request("{kind: Namespace, metadata: {name: x}}")))
                .isTrue();
        assertThat(statement.matches(request(POD))).isFalse();
    }

    @Test
    void isNoRule() {
        MatchBlock block = new MatchReader(new Faults()).block(null, "");
        assertThatThrownBy(() -> CompiledStatement.compile(block, FilterUse.RULE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
