package io.ephor.engine.existing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ephor.EvaluationContext;
import io.ephor.engine.context.CompiledContext;
import io.ephor.engine.context.ContextOptions;
import io.ephor.engine.context.EvaluationScope;
import io.ephor.engine.context.FailedLookup;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.match.LabelExpression;
import io.ephor.engine.match.LabelSelector;
import io.ephor.engine.match.ListSelector;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.jmespath.JmesPath;
import io.ephor.lookup.InMemoryLookups;
import io.ephor.lookup.LookupException;
import io.ephor.lookup.Lookups;
import io.ephor.lookup.ResourceKind;
import io.ephor.lookup.ResourceLookup;
import io.ephor.values.YamlDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExistingResourcesTest {
    private static final ResourceKind SECRETS = new ResourceKind("*", "v1", "Secret", "");
    private static final List<JsonNode> CLUSTER = List.of(
            yaml("{apiVersion: v1, kind: Secret, metadata: {name: one, namespace: src, labels: {l: q}}}"),
            yaml("{apiVersion: v1, kind: Secret, metadata: {name: two, namespace: src, labels: {l: z}}}"),
            yaml("{apiVersion: v1, kind: Secret, metadata: {name: one, namespace: other}}"),
            yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: one, namespace: src, labels: {l: q}}}"),
            yaml("{apiVersion: v1, kind: Namespace, metadata: {name: src}}"));

    private static JsonNode yaml(String text) {
        return YamlDocument.parse("test.yaml", text).value();
    }

    private static ExistingResources existing(Lookups lookups) {
        EvaluationContext context = EvaluationContext.builder().lookups(lookups).build();
        QueryCompiler queries = new QueryCompiler(JmesPath.builder().build());
        RuleScope scope = new EvaluationScope(null, null, context, queries, ContextOptions.DEFAULT)
                .enter("rule", "", CompiledContext.EMPTY);
        return new ExistingResources(scope);
    }

    private static ExistingResources existing(ResourceLookup lookup) {
        return existing(Lookups.builder().resources(lookup).build());
    }

    private static List<String> names(List<JsonNode> resources) {
        return resources.stream()
                .map(resource -> resource.at("/metadata/namespace").asText() + "/"
                        + resource.at("/metadata/name").asText())
                .toList();
    }

    private static ListSelector label(String value) {
        return ListSelector.compile(new LabelSelector(Map.of("l", value), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', src/one src/two other/one",
        "src, '', '', src/one src/two",
        "'*r*', 'o?e', '', src/one other/one",
        "'', one, '', src/one other/one",
        "'', '', q, src/one",
        "nowhere, '', '', ''"
    })
    void aListHasWhatWasAskedForWhateverTheLookupReturns(String namespace, String name, String label, String wanted) {
        ListSelector selector = label.isEmpty() ? ListSelector.EVERYTHING : label(label);

        List<JsonNode> found = existing(new Everything(CLUSTER)).list(SECRETS, namespace, name, selector);

        assertThat(String.join(" ", names(found))).isEqualTo(wanted);
    }

    @Test
    void whatIsNoResourceIsLeftOutOfAList() {
        List<JsonNode> nonsense =
                new ArrayList<>(Arrays.asList(null, NullNode.instance, yaml("[1]"), yaml("text"), yaml("{kind: 3}")));
        nonsense.addAll(CLUSTER);

        List<JsonNode> found = existing(new Everything(nonsense)).list(SECRETS, "", "one", ListSelector.EVERYTHING);

        assertThat(names(found)).containsExactly("src/one", "other/one");
    }

    @Test
    void anAnswerThatIsNoResourceIsAFailedLookup() {
        ExistingResources existing = existing(new Everything(List.of(yaml("[1]"))));

        assertThatThrownBy(() -> existing.find(SECRETS, "src", "one"))
                .isInstanceOf(FailedLookup.class)
                .hasMessage("the lookup has an answer that is no resource");
    }

    @Test
    void aSelectorThatKubernetesRefusesIsAskedOfNobody() {
        InMemoryLookups world = InMemoryLookups.builder().resources(CLUSTER).build();

        assertThatThrownBy(() -> existing(world.lookups()).list(SECRETS, "", "", label("web*")))
                .isInstanceOf(FailedLookup.class)
                .hasMessageStartingWith("values[0][l]: Invalid value: \"web*\"");
        assertThat(world.asked()).isEmpty();
    }

    @Test
    void theSameQuestionIsAskedOnce() {
        InMemoryLookups world = InMemoryLookups.builder().resources(CLUSTER).build();
        ExistingResources existing = existing(world.lookups());

        existing.find(SECRETS, "src", "one");
        existing.find(SECRETS, "src", "one");
        existing.list(SECRETS, "s*", "", label("q"));
        existing.list(SECRETS, "*c", "", label("q"));
        existing.list(SECRETS, "src", "", ListSelector.EVERYTHING);

        assertThat(world.asked())
                .containsExactly(
                        "resource */v1/Secret src/one",
                        "resources */v1/Secret where l=q",
                        "resources */v1/Secret in src");
    }

    @Test
    void aLookupThatThrowsHasNoAnswerAndItsExceptionIsKept() {
        LookupException thrown = new LookupException("the cluster is away");
        ExistingResources existing = existing(new ResourceLookup() {
            @Override
            public Optional<JsonNode> resource(ResourceKind kind, String namespace, String name) {
                throw thrown;
            }

            @Override
            public List<JsonNode> resources(ResourceKind kind, String namespace, String labelSelector) {
                throw new IllegalStateException("broken");
            }
        });

        assertThatThrownBy(() -> existing.find(SECRETS, "", "one"))
                .isInstanceOf(FailedLookup.class)
                .hasMessage("the cluster is away")
                .hasCause(thrown);
        assertThatThrownBy(() -> existing.list(SECRETS, "", "", ListSelector.EVERYTHING))
                .isInstanceOf(FailedLookup.class)
                .hasMessageContaining("broken");
    }

    @Test
    void preparedResourcesAreAllThereIsOfTheirKinds() {
        ExistingResources existing = existing(InMemoryLookups.builder()
                .resources(CLUSTER)
                .kind(ResourceKind.of("apps/v1", "Deployment"))
                .build()
                .lookups());

        assertThat(existing.find(SECRETS, "src", "one")).isSameAs(CLUSTER.get(0));
        assertThat(existing.find(SECRETS, "src", "three")).isNull();
        assertThat(existing.find(ResourceKind.of("v1", "Namespace"), "", "src")).isSameAs(CLUSTER.get(4));
        assertThat(existing.find(new ResourceKind("apps", "v1", "Deployment", "scale"), "src", "web"))
                .isNull();
        assertThat(existing.list(ResourceKind.of("apps/v1", "Deployment"), "", "", ListSelector.EVERYTHING))
                .isEmpty();
    }

    @Test
    void aPreparedKindIsKnownToAQuestionForAnyGroupOrVersion() {
        ExistingResources existing = existing(InMemoryLookups.builder()
                .kind(ResourceKind.of("apps/v1", "Deployment"))
                .build()
                .lookups());

        for (ResourceKind asked : List.of(
                new ResourceKind("*", "v1", "Deployment", ""),
                new ResourceKind("*", "*", "Deployment", "scale"),
                new ResourceKind("apps", "v?", "Deploy*", ""))) {
            assertThat(existing.find(asked, "src", "web")).isNull();
            assertThat(existing.list(asked, "", "", ListSelector.EVERYTHING)).isEmpty();
        }
        for (ResourceKind asked : List.of(
                new ResourceKind("*", "v2", "Deployment", ""),
                new ResourceKind("*", "*", "Secret", ""),
                new ResourceKind("", "v1", "Deployment", ""))) {
            assertThatThrownBy(() -> existing.find(asked, "src", "web"))
                    .isInstanceOf(FailedLookup.class)
                    .hasMessageContaining("are prepared, only [apps/v1/Deployment]");
        }
    }

    @Test
    void aListCountsWhatItLooksAtAndNotOnlyWhatItHas() {
        ExistingResources existing = existing(new Everything(CLUSTER));
        assertThat(existing.looked()).isZero();

        assertThat(existing.list(SECRETS, "src", "two", ListSelector.EVERYTHING))
                .hasSize(1);
        assertThat(existing.looked()).isEqualTo(CLUSTER.size());
        existing.list(SECRETS, "nowhere", "", ListSelector.EVERYTHING);
        assertThat(existing.looked()).isEqualTo(2L * CLUSTER.size());
    }

    @Test
    void aKindThatIsNotPreparedFailsLoudly() {
        ExistingResources existing =
                existing(InMemoryLookups.builder().resources(CLUSTER).build().lookups());

        assertThatThrownBy(() -> existing.find(ResourceKind.of("v1", "Service"), "src", "web"))
                .isInstanceOf(FailedLookup.class)
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "no resources of kind `v1/Service` are prepared, only [v1/ConfigMap, v1/Namespace, v1/Secret]");
    }

    @Test
    void aSelectorIsWrittenAsKubectlTakesIt() {
        ListSelector selector = ListSelector.compile(new LabelSelector(
                Map.of("b", "1", "a", ""),
                List.of(
                        new LabelExpression("e", "In", List.of("y", "x")),
                        new LabelExpression("d", "NotIn", List.of("z")),
                        new LabelExpression("c", "DoesNotExist", List.of()),
                        new LabelExpression("f", "Exists", List.of()))));

        assertThat(selector.text()).isEqualTo("a=,b=1,!c,d notin (z),e in (x,y),f");
        assertThat(selector.fault()).isNull();
        assertThat(ListSelector.compile(null).text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NetworkPolicy, networkpolicies",
        "Endpoints, endpoints",
        "Ingress, ingresses",
        "ConfigMap, configmaps",
        "I, is",
        "'', ''"
    })
    void pluralsFollowTheRulesOfThumb(String kind, String plural) {
        assertThat(new ResourceKind("", "v1", kind, "").plural()).isEqualTo(plural);
    }

    @Test
    void whatIsNotThereIsNamedWithItsGroup() {
        assertThat(AbsentResource.text(ResourceKind.of("apps/v1", "Deployment"), "web"))
                .isEqualTo("deployments.apps \"web\" not found");
        assertThat(AbsentResource.text(SECRETS, "one")).isEqualTo("secrets \"one\" not found");
    }
}
