package io.ephor.engine.match;

import static io.ephor.engine.match.Written.json;
import static io.ephor.engine.match.Written.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.EvaluationContext;
import io.ephor.GroupVersionKind;
import org.junit.jupiter.api.Test;

class MatchRequestTest {
    @Test
    void takesTheKindFromTheRequestBeforeTheObject() {
        String pod = "{apiVersion: v1, kind: Pod}";
        EvaluationContext context = EvaluationContext.builder()
                .kind(new GroupVersionKind("autoscaling", "v1", "Scale"))
                .subresource("scale")
                .build();
        MatchRequest request = request(pod, context);
        assertThat(request.kind()).isEqualTo("Scale");
        assertThat(request.group()).isEqualTo("autoscaling");
        assertThat(request.objectKind()).isEqualTo("Pod");
        assertThat(request.subresource()).isEqualTo("scale");
    }

    @Test
    void splitsTheVersionOfTheObject() {
        MatchRequest request = request("{apiVersion: apps/v1, kind: Deployment}");
        assertThat(request.group()).isEqualTo("apps");
        assertThat(request.version()).isEqualTo("v1");
        assertThat(request("{apiVersion: v1, kind: Pod}").group()).isEmpty();
    }

    @Test
    void readsNoKindBesideAVersionWithTwoSlashes() {
        MatchRequest request = request("{apiVersion: a/b/c, kind: Pod}");
        assertThat(request.kind()).isEmpty();
        assertThat(request.group()).isEmpty();
        assertThat(request.version()).isEmpty();
    }

    @Test
    void takesOnlyAnObjectForAnObject() {
        for (String text : new String[] {"[]", "'Pod'", "null", "5"}) {
            assertThat(request(text).object()).as(text).isNull();
            assertThat(request(text).kind()).as(text).isEmpty();
            assertThat(request(text).name()).as(text).isEmpty();
            assertThat(request(text).labels().value("a")).as(text).isNull();
        }
    }

    @Test
    void takesFieldsOfWrongTypesForAbsent() {
        MatchRequest request =
                request("{apiVersion: 1, kind: [], metadata: {name: 5, generateName: {}, namespace: true}}");
        assertThat(request.kind()).isEmpty();
        assertThat(request.version()).isEmpty();
        assertThat(request.name()).isEmpty();
        assertThat(request.namespace()).isEmpty();
        assertThat(request("{metadata: x}").name()).isEmpty();
    }

    @Test
    void fallsBackToTheGeneratedName() {
        assertThat(request("{metadata: {generateName: web-}}").name()).isEqualTo("web-");
        assertThat(request("{metadata: {name: a, generateName: web-}}").name()).isEqualTo("a");
    }

    @Test
    void readsANullLabelAsEmptyAndNoLabelsBesideANumber() {
        assertThat(request("{metadata: {labels: {a: null, b: '1'}}}").labels().value("a"))
                .isEmpty();
        assertThat(request("{metadata: {labels: {a: 1, b: '1'}}}").labels().value("b"))
                .isNull();
        assertThat(request("{metadata: {annotations: {a: {}, b: '1'}}}")
                        .annotations()
                        .value("b"))
                .isNull();
        assertThat(request("{metadata: {labels: [a]}}").labels().value("a")).isNull();
    }

    @Test
    void knowsNoOperationWhereThereIsNone() {
        assertThat(MatchRequest.withoutOperation(json("{}"), EvaluationContext.empty())
                        .operation())
                .isNull();
    }
}
