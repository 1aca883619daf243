package io.ephor.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.Diagnostic;
import io.ephor.Operation;
import io.ephor.Phase;
import io.ephor.Severity;
import io.ephor.UserInfo;
import io.ephor.lookup.Lookups;
import io.ephor.values.YamlDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestFilesTest {
    private static final JsonNode POD = YamlDocument.parse(
                    "pod.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop}}")
            .value();

    private final List<Diagnostic> found = new ArrayList<>();

    private static RequestCircumstances under(TestValues values, UserInfo user) {
        return new RequestCircumstances(values, user, Lookups.none(), InstantSource.system(), 1, List.of());
    }

    @Test
    void readsVariablesAndLabelsOfNamespaces() {
        TestValues values = values("""
                apiVersion: cli.kyverno.io/v1alpha1
                kind: Values
                globalValues: {request.operation: UPDATE}
                namespaceSelector:
                - {name: shop, labels: {tier: front}}
                """);

        EvaluationRequest request = EvaluationRequest.of("p", POD, under(values, UserInfo.of("dora")), null);

        assertThat(found).isEmpty();
        assertThat(request.resource()).isSameAs(POD);
        assertThat(request.context().operation()).isEqualTo(Operation.UPDATE);
        assertThat(request.context().oldResource()).isSameAs(POD);
        assertThat(request.context().namespaceLabels()).containsExactly(Map.entry("tier", "front"));
        assertThat(request.context().user()).isEqualTo(UserInfo.of("dora"));
        assertThat(request.context().phases()).contains(Phase.values());
    }

    @Test
    void letsVariablesStandForPartsOfTheResource() {
        TestValues values =
                new TestValues(Map.of("request.object.kind", TextNode.valueOf("Job")), List.of(), Map.of(), List.of());

        EvaluationRequest request =
                EvaluationRequest.of("p", POD, under(values, UserInfo.none()), Operation.DELETE, Phase.VALIDATE);

        assertThat(request.context().operation()).isEqualTo(Operation.DELETE);
        assertThat(request.context().phases()).containsExactly(Phase.VALIDATE);
        assertThat(request.resource().path("kind").textValue()).isEqualTo("Pod");
        assertThat(EvaluationRequest.of("p", POD, under(values, UserInfo.none()), null)
                        .resource()
                        .path("kind")
                        .textValue())
                .isEqualTo("Job");
    }

    @Test
    void readsWhoMakesTheRequest() {
        UserInfo user = RequestFiles.user(Path.of("user.yaml"), utf8("""
                        apiVersion: cli.kyverno.io/v1alpha1
                        kind: UserInfo
                        clusterRoles: [admin]
                        userInfo: {username: dora, groups: [devs]}
                        """), found::add);

        assertThat(found).isEmpty();
        assertThat(user).isEqualTo(UserInfo.of("dora", "devs").withClusterRoles(List.of("admin")));
    }

    @Test
    void takesAUserOfTheOldFormWithAWarning() {
        UserInfo user = RequestFiles.user(Path.of("user.yaml"), utf8("userInfo: {username: dora}\n"), found::add);

        assertThat(user).isEqualTo(UserInfo.of("dora"));
        assertThat(found).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("deprecated-schema");
            assertThat(fault.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void refusesAFileWithFaults() {
        assertThat(RequestFiles.values(Path.of("v.yaml"), utf8("kind: Values\nglobalValue: {}\n"), found::add))
                .isNull();
        assertThat(found).extracting(Diagnostic::code).contains("deprecated-schema", "unknown-field");
    }

    @Test
    void refusesAFileWithoutExactlyOneDocument() {
        assertThat(RequestFiles.values(Path.of("v.yaml"), utf8("# nothing\n"), found::add))
                .isNull();
        assertThat(RequestFiles.user(Path.of("u.yaml"), utf8("a: b\n---\na: b\n"), found::add))
                .isNull();
        assertThat(found).extracting(Diagnostic::code).containsExactly("wrong-documents", "wrong-documents");
    }

    @Test
    void refusesBrokenYaml() {
        assertThat(RequestFiles.values(Path.of("v.yaml"), utf8("a: [b\n"), found::add))
                .isNull();
        assertThat(found)
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.code()).startsWith("yaml-"));
    }

    private TestValues values(String text) {
        TestValues values = RequestFiles.values(Path.of("values.yaml"), utf8(text), found::add);
        assertThat(values).isNotNull();
        return values;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
