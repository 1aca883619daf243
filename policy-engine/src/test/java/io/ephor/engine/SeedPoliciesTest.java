package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.CleanupPolicy;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.GeneratedResource;
import io.ephor.InvalidPolicyException;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.UserInfo;
import io.ephor.engine.read.CorpusFiles;
import io.ephor.lookup.InMemoryLookups;
import io.ephor.lookup.LookupException;
import io.ephor.lookup.Lookups;
import io.ephor.lookup.ResponseBody;
import io.ephor.lookup.ServiceRequest;
import io.ephor.lookup.ServiceResponse;
import io.ephor.values.YamlDocument;
import io.ephor.values.YamlOutcome;
import io.ephor.values.YamlReader;
import io.ephor.values.YamlWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The policies of the founding documents that ask the clock or the world outside, with prepared answers. */
class SeedPoliciesTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();

    private static String text(String file) {
        Path seeds = CorpusFiles.root().orElseThrow().resolve("seeds");
        try {
            return Files.readString(seeds.resolve(file));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static List<String> judge(String seed, EvaluationContext context) {
        Policy policy = ENGINE.load("policy.yaml", text(seed + "/policy.yaml"));
        List<String> results = new ArrayList<>();
        for (YamlOutcome outcome : YamlReader.lenient().readAll("resources.yaml", text(seed + "/resources.yaml"))) {
            JsonNode resource = ((YamlOutcome.Read) outcome).document().value();
            ENGINE.evaluate(policy, resource, context).rules().stream()
                    .map(RuleResult::toString)
                    .forEach(results::add);
        }
        return results;
    }

    private static EvaluationContext at(String time) {
        return EvaluationContext.builder()
                .clock(InstantSource.fixed(Instant.parse(time)))
                .build();
    }

    private static EvaluationContext with(Lookups lookups) {
        return EvaluationContext.builder().lookups(lookups).build();
    }

    private static JsonNode yaml(String text) {
        return YamlDocument.parse("given.yaml", text).value();
    }

    @Test
    void deniesBeginningWithASecond() {
        if (CorpusFiles.root().isEmpty()) {
            return;
        }
        assertThat(judge("10-no-deploy-after", at("2023-01-11T23:59:59Z")))
                .containsExactly("no-deploy-after: pass: validation rule 'no-deploy-after' passed.");
        assertThat(judge("10-no-deploy-after", at("2023-01-12T00:00:01Z")))
                .containsExactly("no-deploy-after: fail: Petrov pls stop");
    }

    @Test
    void comparesACodeWithThoseOfAConfigMap() {
        if (CorpusFiles.root().isEmpty()) {
            return;
        }
        InMemoryLookups world = InMemoryLookups.builder()
                .configMap(
                        "platform",
                        "otp",
                        yaml(text("11-otp-check/configmap.yaml")).path("data"))
                .build();

        assertThat(judge("11-otp-check", with(world.lookups())))
                .containsExactly(
                        "check-otp: skip: preconditions not met",
                        "check-otp: fail: The code zzzzzzzz is invalid or has already been used");
        assertThat(world.asked()).containsOnly("configMap platform/otp");
    }

    @Test
    void changesTheConfigMapThatExistsAlready() {
        if (CorpusFiles.root().isEmpty()) {
            return;
        }
        assertThat(codes("12-otp-manage")).isEqualTo("- ua8v92pg-2024-03-06T14:00:00Z-alice\n- 9akvm2o7");
        assertThat(codes("13-otp-request")).isEqualTo("- ua8v92pg\n- 9akvm2o7\n- 7hh2k0qq");
    }

    private static String codes(String seed) {
        JsonNode map = yaml(text(seed + "/configmap.yaml"));
        EvaluationContext context = at("2024-03-06T14:00:00Z").toBuilder()
                .user(UserInfo.of("alice"))
                .lookups(InMemoryLookups.builder()
                        .configMap("platform", "otp", map.get("data"))
                        .resources(List.of(map))
                        .build()
                        .lookups())
                .build();
        EvaluationResult result = ENGINE.evaluate(
                ENGINE.load("policy.yaml", text(seed + "/policy.yaml")), yaml(text(seed + "/resource.yaml")), context);
        assertThat(result.targets()).hasSize(1);
        return result.targets().get(0).after().at("/data/codes").asText();
    }

    @Test
    void generatesTheNetworkPolicyOfANamespace() {
        if (CorpusFiles.root().isEmpty()) {
            return;
        }
        String seed = "06-add-netpol-dns";
        Policy policy = ENGINE.load("policy.yaml", text(seed + "/policy.yaml"));
        JsonNode trigger = yaml(text(seed + "/resources.yaml"));
        JsonNode expected = yaml(text(seed + "/generated.yaml"));
        EvaluationResult result = ENGINE.evaluate(policy, trigger);

        assertThat(result.rules().get(0).status()).isEqualTo(RuleStatus.PASS);
        assertThat(result.generated()).hasSize(1);
        GeneratedResource made = result.generated().get(0);
        assertThat(made.action()).isEqualTo(GeneratedResource.Action.CREATE);
        assertThat(written(made.resource().path("spec"))).isEqualTo(written(expected.path("spec")));
        JsonNode metadata = made.resource().path("metadata");
        assertThat(metadata.path("name").textValue()).isEqualTo("allow-dns");
        assertThat(metadata.path("namespace").textValue()).isEqualTo("hello-world-namespace");

        EvaluationContext existing = with(
                InMemoryLookups.builder().resources(List.of(expected)).build().lookups());
        assertThat(ENGINE.evaluate(policy, trigger, existing).generated()).isEmpty();
    }

    private static String written(JsonNode node) {
        return YamlWriter.write(node, 2);
    }

    @Test
    void countsWhatTheApiServerLists() {
        if (CorpusFiles.root().isEmpty()) {
            return;
        }
        String path = "/api/v1/namespaces/prod/services";
        String balancer = "{spec: {type: LoadBalancer}}";
        InMemoryLookups two = InMemoryLookups.builder()
                .apiCall("GET", path, yaml("{items: [" + balancer + ", " + balancer + "]}"))
                .build();
        InMemoryLookups one = InMemoryLookups.builder()
                .apiCall("GET", path, yaml("{items: [" + balancer + "]}"))
                .build();
        InMemoryLookups none = InMemoryLookups.builder()
                .apiCall("GET", path, new LookupException("the server is down"))
                .build();

        assertThat(judge("15-api-call", with(two.lookups())))
                .containsExactly("limit-lb-svc: fail: Only one LoadBalancer service is allowed per namespace");
        assertThat(judge("15-api-call", with(one.lookups())))
                .containsExactly("limit-lb-svc: pass: validation rule 'limit-lb-svc' passed.");
        assertThat(judge("15-api-call", with(none.lookups())))
                .singleElement()
                .asString()
                .startsWith("limit-lb-svc: error: failed to check deny conditions: ")
                .contains("the server is down");
    }

    @Test
    void asksAServiceWithTheNamespace() {
        if (CorpusFiles.root().isEmpty()) {
            return;
        }
        List<String> sent = new ArrayList<>();
        assertThat(judge("16-service-call", with(service(sent, "{\"allowed\": false}"))))
                .containsExactly("call-extension: fail: namespace default is not allowed");
        assertThat(judge("16-service-call", with(service(sent, "{\"allowed\": true}"))))
                .containsExactly("call-extension: pass: validation rule 'call-extension' passed.");
        assertThat(sent)
                .containsOnly("POST http://sample.kyverno-extension/check-namespace {\"namespace\":\"default\"}");

        Lookups unreachable = Lookups.builder()
                .serviceCalls(request -> {
                    throw new LookupException("no route to host");
                })
                .build();
        assertThat(judge("16-service-call", with(unreachable)))
                .singleElement()
                .asString()
                .startsWith("call-extension: error: failed to check deny conditions: ")
                .contains("failed to fetch data for APICall: ");
    }

    @Test
    void makesACleanupPolicyThatDeletesTheExceptionFourHoursLater() {
        if (CorpusFiles.root().isEmpty()) {
            return;
        }
        PolicyEngine engine = StandardPolicyEngine.builder()
                .clusterScopedKinds(List.of("kyverno.io/v2alpha1/ClusterCleanupPolicy"))
                .build();
        Instant now = Instant.parse("2024-03-06T14:00:00Z");
        EvaluationContext context = EvaluationContext.builder()
                .clock(InstantSource.fixed(now))
                .randomSeed(8)
                .build();
        JsonNode exception = yaml(text("08-exception-cleanup/resources.yaml"));
        Policy policy = engine.load("policy.yaml", text("08-exception-cleanup/policy.yaml"));

        List<GeneratedResource> generated =
                engine.evaluate(policy, exception, context).generated();

        assertThat(generated).hasSize(1);
        JsonNode made = generated.get(0).resource();
        assertThat(made.at("/metadata/name").textValue()).matches("polex-delta-delta-exception-[0-9a-z]{8}");
        assertThat(made.at("/spec/schedule").textValue()).isEqualTo("0 18 6 3 3");
        CleanupPolicy cleanup = engine.loadAll("made.yaml", made.toString().replace("v2alpha1", "v2"))
                .orThrow()
                .cleanupPolicies()
                .get(0);
        assertThat(cleanup.nextExecution(now)).contains(Instant.parse("2024-03-06T18:00:00Z"));
        assertThat(engine.shouldDelete(cleanup, exception, context).deletes()).isTrue();

        assertThatThrownBy(() -> ENGINE.load("policy.yaml", text("08-exception-cleanup/policy.yaml")))
                .as("the scope of the target is not known")
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("namespace");
    }

    private static Lookups service(List<String> sent, String answer) {
        return Lookups.builder()
                .serviceCalls(request -> {
                    sent.add(line(request));
                    return ServiceResponse.of(200, ResponseBody.ofText(answer));
                })
                .build();
    }

    private static String line(ServiceRequest request) {
        return request.method() + " " + request.url() + " "
                + String.valueOf(request.body()).strip();
    }
}
