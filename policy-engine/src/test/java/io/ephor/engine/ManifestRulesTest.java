package io.ephor.engine;

import static io.ephor.engine.Explained.ENGINE;
import static io.ephor.engine.Explained.all;
import static io.ephor.engine.Explained.excepting;
import static io.ephor.engine.Explained.rule;
import static io.ephor.engine.PodPolicies.pod;
import static io.ephor.engine.PodPolicies.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Explanation;
import io.ephor.FailureAction;
import io.ephor.MissingLookup;
import io.ephor.Operation;
import io.ephor.Policy;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.explain.SignatureStep;
import io.ephor.lookup.InMemoryLookups;
import io.ephor.lookup.LookupException;
import io.ephor.lookup.Lookups;
import io.ephor.lookup.ManifestSignatureLookup;
import io.ephor.lookup.ManifestSignatureRequest;
import io.ephor.lookup.ManifestVerification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules with {@code validate.manifests} from the text of a policy to their answers. */
class ManifestRulesTest {
    private static final String ERROR = "error occurred during manifest verification: ";
    private static final String BOTH = "attestors: [{entries: [{keys: {publicKeys: a}}, {keys: {publicKeys: b}}]}]";
    private static final String ONE =
            "attestors: [{count: 1, entries: [{keys: {publicKeys: a}}, {keys: {publicKeys: b}}]}]";
    private static final JsonNode POD = pod("name: web");

    /** Keys that are named `good` something signed; `bad` ones did not, and of others there is no answer. */
    private static ManifestVerification byName(ManifestSignatureRequest request) {
        String key = request.publicKey();
        if (key.startsWith("good")) {
            return ManifestVerification.verified(key + "@example.com");
        }
        if (key.startsWith("bad")) {
            return ManifestVerification.refused("no " + key);
        }
        throw new LookupException("cannot read " + key);
    }

    private static EvaluationContext context(ManifestSignatureLookup lookup) {
        return EvaluationContext.builder()
                .lookups(Lookups.builder().manifestSignatures(lookup).build())
                .build();
    }

    private static Policy manifests(String manifests) {
        return rule("validate: {message: not shown, manifests: {" + manifests + "}}");
    }

    private static RuleResult only(EvaluationResult result) {
        assertThat(result.rules()).hasSize(1);
        return result.rules().get(0);
    }

    private static String answer(String manifests) {
        return answer(manifests, POD);
    }

    private static String answer(String manifests, JsonNode resource) {
        return only(ENGINE.evaluate(manifests(manifests), resource, context(ManifestRulesTest::byName)))
                .toString();
    }

    private static String entries(String... keys) {
        return "entries: [{keys: {publicKeys: " + String.join("}}, {keys: {publicKeys: ", keys) + "}}]";
    }

    private static String set(String... keys) {
        return "attestors: [{" + entries(keys) + "}]";
    }

    @Test
    void everyEntryMustHaveSignedWhereNoCountIsStated() {
        assertThat(answer(set("good1", "good2")))
                .isEqualTo("r: pass: verified manifest signatures; manifest verification succeeded; verifiedCount 2;"
                        + " requiredCount 2; message singed by a valid signer: good1@example.com,"
                        + "singed by a valid signer: good2@example.com");
        assertThat(answer(set("good1", "bad2", "bad3")))
                .isEqualTo("r: fail: manifest verification failed; verifiedCount 1; requiredCount 3;"
                        + " message .attestors[0].entries[1].keys: no bad2,.attestors[0].entries[2].keys: no bad3");
    }

    @Test
    void asManyAsCountMustHaveSignedAndNoMoreAreAsked() {
        String count = "attestors: [{count: 1, " + entries("bad1", "broken", "good", "broken") + "}]";

        assertThat(answer(count))
                .isEqualTo("r: pass: verified manifest signatures; manifest verification succeeded; verifiedCount 1;"
                        + " requiredCount 1; message singed by a valid signer: good@example.com");
        assertThat(answer("attestors: [{count: 3, " + entries("good", "bad") + "}]"))
                .isEqualTo("r: fail: manifest verification failed; verifiedCount 1; requiredCount 3;"
                        + " message .attestors[0].entries[1].keys: no bad");
        assertThat(answer("attestors: [{}]"))
                .isEqualTo("r: fail: manifest verification failed; verifiedCount 0; requiredCount 0; message ");
    }

    @Test
    void everySetMustBeSatisfied() {
        String two = "attestors: [{" + entries("good1") + "}, {" + entries("bad2") + "}, {" + entries("broken") + "}]";

        assertThat(answer(two))
                .isEqualTo("r: fail: manifest verification failed; verifiedCount 0; requiredCount 1;"
                        + " message .attestors[1].entries[0].keys: no bad2");
        assertThat(answer(two.replace("bad2", "good2").replace("broken", "good3")))
                .isEqualTo("r: pass: verified manifest signatures;"
                        + " manifest verification succeeded; verifiedCount 1; requiredCount 1;"
                        + " message singed by a valid signer: good1@example.com,"
                        + "manifest verification succeeded; verifiedCount 1; requiredCount 1;"
                        + " message singed by a valid signer: good2@example.com,"
                        + "manifest verification succeeded; verifiedCount 1; requiredCount 1;"
                        + " message singed by a valid signer: good3@example.com");
    }

    @Test
    void setInAnEntryCountsAsOne() {
        String nested = "attestors: [{entries: [{keys: {publicKeys: good0}}, {attestor: {count: 1, "
                + entries("bad1", "KEY") + "}}]}]";

        assertThat(answer(nested.replace("KEY", "good1")))
                .isEqualTo("r: pass: verified manifest signatures; manifest verification succeeded; verifiedCount 2;"
                        + " requiredCount 2; message singed by a valid signer: good0@example.com,"
                        + "manifest verification succeeded; verifiedCount 1; requiredCount 1;"
                        + " message singed by a valid signer: good1@example.com");
        assertThat(answer(nested.replace("KEY", "bad2")))
                .isEqualTo("r: fail: manifest verification failed; verifiedCount 1; requiredCount 2;"
                        + " message manifest verification failed; verifiedCount 0; requiredCount 1;"
                        + " message .attestors[0].entries[1].attestor.entries[0].keys: no bad1,"
                        + ".attestors[0].entries[1].attestor.entries[1].keys: no bad2");
        assertThat(answer(nested.replace("KEY", "broken")))
                .isEqualTo("r: error: " + ERROR
                        + "failed to verify signature; .attestors[0].entries[1].attestor:"
                        + " .attestors[0].entries[1].attestor.entries[1].keys: cannot read broken");
    }

    @Test
    void eachOfSeveralKeysInOneEntryCounts() {
        String keys = "\"-----BEGIN PUBLIC KEY-----\\nA\\n-----END PUBLIC KEY-----\\n"
                + " -----BEGIN PUBLIC KEY-----\\nB\\n-----END PUBLIC KEY-----\\n\"";
        List<ManifestSignatureRequest> asked = new ArrayList<>();
        EvaluationContext context = context(request -> {
            asked.add(request);
            return ManifestVerification.verified("");
        });
        Policy policy = manifests("attestors: [{" + entries(keys, "\" c\\n\"") + "}]");

        assertThat(only(ENGINE.evaluate(policy, POD, context)).message())
                .contains("verifiedCount 3; requiredCount 3; message");
        assertThat(asked)
                .extracting(ManifestSignatureRequest::publicKey)
                .containsExactly(
                        "-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----",
                        "-----BEGIN PUBLIC KEY-----\nB\n-----END PUBLIC KEY-----",
                        "c");
        assertThat(asked.get(1).attestor().path("signatureAlgorithm").textValue())
                .isEqualTo("sha256");
        assertThat(answer(set(keys.replace("A", "x"))).replaceAll("-----", ""))
                .contains(".attestors[0].entries[0].keys: cannot read", "; .attestors[0].entries[1].keys: cannot read");
    }

    @Test
    void manyKeysAndDeepSetsAreNoBurden() {
        String keys = "\"" + "k-----END PUBLIC KEY-----".repeat(20_000) + "\"";
        String deep = "{attestor: {entries: [".repeat(15) + "{keys: {publicKeys: good}}" + "]}}".repeat(15);

        assertThat(answer(set(keys.replace('k', 'x'))))
                .contains(".attestors[0].entries[19999].keys: cannot read x-----END PUBLIC KEY-----");
        assertThat(answer("attestors: [{entries: [" + deep + "]}]")).startsWith("r: pass: ");
    }

    @Test
    void questionHasWhatThePolicySays() {
        List<ManifestSignatureRequest> asked = new ArrayList<>();
        EvaluationContext context = context(request -> {
            asked.add(request);
            return ManifestVerification.verified("");
        });
        String entries =
                "entries: [{keys: {publicKeys: a, rekor: {url: log}}}, {repository: own, keys: {publicKeys: b}},"
                        + " {keys: {publicKeys: c, rekor: {ignoreTlog: true}}}]";
        ENGINE.evaluate(
                manifests("annotationDomain: example.com, repository: all, attestors: [{" + entries + "}]"),
                POD,
                context);
        ENGINE.evaluate(manifests(set("d")), POD, context);

        assertThat(asked)
                .extracting(request -> String.join(
                        " ", request.publicKey(), request.annotationDomain(), request.repository(), request.rekorUrl()))
                .containsExactly(
                        "a example.com all log",
                        "b example.com own log",
                        "c example.com own ",
                        "d cosign.sigstore.dev  ");
        assertThat(asked).allMatch(request -> request.resource() == POD);
        assertThat(asked.get(0)).hasToString("a");
    }

    @Test
    void sameQuestionIsAskedOnceInAnEvaluation() {
        InMemoryLookups world = InMemoryLookups.builder()
                .manifest(
                        "web",
                        "-----BEGIN PUBLIC KEY-----\na\n-----END PUBLIC KEY-----",
                        ManifestVerification.verified(""))
                .manifest("web", "b", ManifestVerification.refused("no"))
                .build();
        EvaluationContext context =
                EvaluationContext.builder().lookups(world.lookups()).build();

        RuleResult result = only(ENGINE.evaluate(
                manifests("attestors: [{" + entries("a") + "}, {count: 2, " + entries("a", "b", "b", "a") + "}]"),
                POD,
                context));

        assertThat(result.status()).isEqualTo(RuleStatus.PASS);
        assertThat(world.asked()).containsExactly("manifest web by a", "manifest web by b");
    }

    @Test
    void failureEnforcesAndNamesTheSet() {
        EvaluationResult result = ENGINE.evaluate(manifests(set("bad")), POD, context(ManifestRulesTest::byName));

        assertThat(result.blocked()).isTrue();
        assertThat(only(result).failureAction()).isEqualTo(FailureAction.ENFORCE);
        assertThat(only(result).at()).isNull();
        assertThat(only(result).source()).hasToString("p.yaml:9:60");
    }

    @Test
    void failuresOfLookupsAreErrorsWithTheFirstCause() {
        assertThat(answer(set("good", "bad", "broken1", "broken2")))
                .isEqualTo("r: error: " + ERROR + ".attestors[0].entries[2].keys: cannot read broken1;"
                        + " .attestors[0].entries[3].keys: cannot read broken2");
        RuntimeException fault = new IllegalStateException("boom");
        RuleResult broken = only(ENGINE.evaluate(manifests(ONE), POD, context(request -> {
            throw fault;
        })));
        assertThat(broken.cause()).isSameAs(fault);
        assertThat(broken.message()).contains(".attestors[0].entries[0].keys: the lookup failed: ", "boom");
    }

    @Test
    @SuppressWarnings("NullAway") // a lookup that breaks its contract
    void lookupThatReturnsNullHasNoAnswer() {
        RuleResult result = only(ENGINE.evaluate(manifests(BOTH), POD, context(request -> null)));

        assertThat(result.status()).isEqualTo(RuleStatus.ERROR);
        assertThat(result.message())
                .isEqualTo(ERROR + ".attestors[0].entries[0].keys: the lookup has no answer;"
                        + " .attestors[0].entries[1].keys: the lookup has no answer");
        assertThat(result.cause()).isNull();
    }

    @Test
    void lookupThatIsMissingIsNamed() {
        RuleResult result = only(ENGINE.evaluate(manifests(BOTH), POD));

        assertThat(result).hasToString("r: error: " + ERROR + "no lookup of signatures of manifests was given");
        assertThat(result.missingLookups())
                .containsExactly(MissingLookup.of("validate.manifests", "manifestSignatures"));
    }

    @Test
    void annotationsOfAnEntryAreComparedBeforeItIsAsked() {
        String wanted = "attestors: [{entries: [{annotations: {env: prod, none: ''}, keys: {publicKeys: good}}]}]";

        assertThat(answer(wanted, pod("name: web, annotations: {env: prod}"))).startsWith("r: pass: ");
        assertThat(answer(wanted, pod("name: web, annotations: {env: test}")))
                .isEqualTo("r: error: " + ERROR
                        + "annotations mismatch: test does not match expected value prod for key env");
        for (String annotations : List.of("name: web", "annotations: {env: prod, other: 1}", "annotations: [env]")) {
            assertThat(answer(wanted, pod(annotations)))
                    .isEqualTo("r: error: " + ERROR
                            + "annotations mismatch:  does not match expected value prod for key env");
        }
    }

    @Test
    void hugeAnnotationsAreCarriedToTheLookup() {
        String huge = "x".repeat(1_000_000);
        JsonNode resource = pod("name: web, annotations: {cosign.sigstore.dev/message: " + huge + "}");

        assertThat(answer(set("good", "bad"), resource)).contains("verifiedCount 1; requiredCount 2");
    }

    @Test
    void dryRunIsAllowedWithoutAsking() {
        JsonNode review = resource("""
                apiVersion: admission.k8s.io/v1
                kind: AdmissionReview
                request:
                  uid: u
                  operation: CREATE
                  dryRun: DRY
                  kind: {group: "", version: v1, kind: Pod}
                  object: {apiVersion: v1, kind: Pod, metadata: {name: web}}
                """.replace("DRY", "true"));

        assertThat(only(ENGINE.evaluate(manifests(BOTH), POD, EvaluationContext.admission(review))))
                .hasToString("r: pass: allowed because of DryRun request");
    }

    @Test
    void deletionIsNotAskedAboutNotEvenByPreconditions() {
        EvaluationContext deletion =
                EvaluationContext.builder().operation(Operation.DELETE).build();
        String preconditions = "preconditions: {all: [{key: a, operator: Equals, value: b}]}\n";
        Policy policy = rule(preconditions + "validate: {manifests: {" + BOTH + "}}");

        assertThat(only(ENGINE.evaluate(policy, POD))).hasToString("r: skip: preconditions not met");
        assertThat(ENGINE.evaluate(policy, POD, deletion).rules()).isEmpty();
        Explanation why = ENGINE.explain(policy, POD, deletion);
        assertThat(why.result().rules()).isEmpty();
        assertThat(why.render()).contains("the request has no new object to compare: the rule has no answer");
    }

    @Test
    void updateOfAnUnsignedResourceFailsThoughItWasUnsignedBefore() {
        EvaluationContext update = context(ManifestRulesTest::byName).toBuilder()
                .operation(Operation.UPDATE)
                .oldResource(POD)
                .build();
        EvaluationContext odd = update.toBuilder().operation(Operation.CREATE).build();

        assertThat(only(ENGINE.evaluate(manifests(set("bad")), POD, update)).status())
                .isEqualTo(RuleStatus.FAIL);
        assertThat(only(ENGINE.evaluate(manifests(set("good")), POD, odd)).status())
                .isEqualTo(RuleStatus.PASS);
    }

    @Test
    void exceptionsKeepTheRuleFromAsking() {
        assertThat(only(ENGINE.evaluate(manifests(BOTH), POD, excepting("Pod"))))
                .hasToString("r: skip: rule is skipped due to policy exceptionsshop/for-pod");
    }

    @Test
    void requestOfTheContextIsWhatIsVerified() {
        EvaluationContext odd = context(ManifestRulesTest::byName).toBuilder()
                .variable("request.object", resource("5"))
                .build();

        assertThat(only(ENGINE.evaluate(manifests(set("good")), POD, odd)))
                .hasToString("r: error: " + ERROR + "failed to Unmarshal a requested object: expected an object");
    }

    @Test
    void blockWithoutAttestorsIsNone() {
        Policy policy =
                rule("validate: {manifests: {ignoreFields: [{fields: [a]}]}, pattern: {metadata: {name: web}}}");

        assertThat(only(ENGINE.evaluate(policy, POD))).hasToString("r: pass: validation rule 'r' passed.");
    }

    @Test
    void explanationHasEveryAttestorThatWasAsked() {
        String count = "attestors: [{count: 1, " + entries("bad", "broken", "good", "good2") + "}]";
        Explanation why = ENGINE.explain(manifests(count), POD, context(ManifestRulesTest::byName));

        assertThat(all(why.rules().get(0).steps(), SignatureStep.class))
                .extracting(step -> step.attestor() + " " + step.outcome() + " " + step.text())
                .containsExactly(
                        ".attestors[0].entries[0].keys REFUSED no bad",
                        ".attestors[0].entries[1].keys FAILED cannot read broken",
                        ".attestors[0].entries[2].keys VERIFIED good@example.com");
        assertThat(why.render())
                .contains("attestor .attestors[0].entries[0].keys refused: no bad\n", "       9 | validate: {message");
    }

    @Test
    void explanationSaysWhichAnnotationDiffersAndLeavesOutASignerThatIsNotKnown() {
        String entries = "entries: [{annotations: {env: prod}, keys: {publicKeys: a}}, {keys: {publicKeys: b}}]";
        Explanation why = ENGINE.explain(
                manifests("attestors: [{count: 1, " + entries + "}]"),
                POD,
                context(request -> ManifestVerification.verified("")));

        assertThat(why.render())
                .contains(
                        "entries[0].keys failed: annotations mismatch:  does not match expected value prod for key env\n",
                        "entries[1].keys verified\n");
    }
}
