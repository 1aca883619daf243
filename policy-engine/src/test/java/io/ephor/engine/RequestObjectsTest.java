package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.values.YamlDocument;
import org.junit.jupiter.api.Test;

class RequestObjectsTest {
    private static final JsonNode HERE = yaml("{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: here}}");
    private static final JsonNode THERE = yaml("{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: there}}");

    private static JsonNode yaml(String text) {
        return YamlDocument.parse("test.yaml", text).value();
    }

    private static EvaluationContext.Builder context(Operation operation) {
        return EvaluationContext.builder().operation(operation);
    }

    @Test
    void whatIsEvaluatedIsTheNewObjectBesideTheOldOneOfTheContext() {
        assertThat(RequestObjects.of(HERE, EvaluationContext.empty())).isEqualTo(new RequestObjects(HERE, null));
        assertThat(RequestObjects.of(
                        HERE, context(Operation.UPDATE).oldResource(THERE).build()))
                .isEqualTo(new RequestObjects(HERE, THERE));
    }

    @Test
    void aDeletionHasAnOldObjectAlone() {
        assertThat(RequestObjects.of(
                        HERE, context(Operation.DELETE).oldResource(THERE).build()))
                .isEqualTo(new RequestObjects(null, HERE));
    }

    @Test
    void aDeletionWhoseRequestStatesANewObjectKeepsIt() {
        JsonNode review = yaml("{request: {uid: u, operation: DELETE, object: {apiVersion: v1, kind: Pod,"
                + " metadata: {name: a}}, oldObject: {apiVersion: v1, kind: Pod, metadata: {name: b}}}}");
        EvaluationContext admission = EvaluationContext.admission(review);

        RequestObjects objects = RequestObjects.of(HERE, admission);

        assertThat(objects.newObject()).isSameAs(HERE);
        assertThat(objects.oldObject()).isSameAs(admission.oldResource());
    }

    @Test
    void aPolicyOfANamespaceAdmitsOnlyWhatIsInItBeforeAndAfter() {
        EvaluationContext empty = EvaluationContext.empty();

        assertThat(new RequestObjects(HERE, null).isAdmittedBy("here", empty)).isTrue();
        assertThat(new RequestObjects(null, HERE).isAdmittedBy("here", empty)).isTrue();
        assertThat(new RequestObjects(HERE, THERE).isAdmittedBy("here", empty)).isFalse();
        assertThat(new RequestObjects(HERE, THERE).isAdmittedBy("there", empty)).isFalse();
        assertThat(new RequestObjects(HERE, THERE).isAdmittedBy("", empty)).isTrue();
    }
}
