package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.values.YamlDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgedRequestTest {
    private static final JsonNode HERE = yaml("{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: here}}");
    private static final JsonNode THERE = yaml("{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: there}}");

    private static JsonNode yaml(String text) {
        return YamlDocument.parse("test.yaml", text).value();
    }

    private static EvaluationContext.Builder context(Operation operation) {
        return EvaluationContext.builder().operation(operation);
    }

    private static void assertObjects(
            JudgedRequest request, @Nullable JsonNode newObject, @Nullable JsonNode oldObject) {
        assertThat(request.newObject()).isSameAs(newObject);
        assertThat(request.oldObject()).isSameAs(oldObject);
    }

    @Test
    void whatIsEvaluatedIsTheNewObjectBesideTheOldOneOfTheContext() {
        EvaluationContext update = context(Operation.UPDATE).oldResource(THERE).build();

        assertObjects(new JudgedRequest(HERE, EvaluationContext.empty()), HERE, null);
        assertObjects(new JudgedRequest(HERE, update), HERE, THERE);
    }

    @Test
    void aDeletionHasAnOldObjectAlone() {
        EvaluationContext deletion =
                context(Operation.DELETE).oldResource(THERE).build();

        assertObjects(new JudgedRequest(HERE, deletion), null, HERE);
    }

    @Test
    void aDeletionWhoseRequestStatesANewObjectKeepsIt() {
        JsonNode review = yaml("{request: {uid: u, operation: DELETE, object: {apiVersion: v1, kind: Pod,"
                + " metadata: {name: a}}, oldObject: {apiVersion: v1, kind: Pod, metadata: {name: b}}}}");
        EvaluationContext admission = EvaluationContext.admission(review);

        assertObjects(new JudgedRequest(HERE, admission), HERE, admission.oldResource());
    }

    @Test
    void aPolicyOfANamespaceAdmitsOnlyWhatIsInItBeforeAndAfter() {
        JudgedRequest creation = new JudgedRequest(HERE, EvaluationContext.empty());
        JudgedRequest deletion =
                new JudgedRequest(HERE, context(Operation.DELETE).build());
        JudgedRequest move = new JudgedRequest(
                HERE, context(Operation.UPDATE).oldResource(THERE).build());

        assertThat(creation.isAdmittedBy("here")).isTrue();
        assertThat(deletion.isAdmittedBy("here")).isTrue();
        assertThat(move.isAdmittedBy("here")).isFalse();
        assertThat(move.isAdmittedBy("there")).isFalse();
        assertThat(move.isAdmittedBy("")).isTrue();
    }
}
