package io.ephor.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.Diagnostic;
import io.ephor.Severity;
import io.ephor.values.YamlLimits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {
    private static final String VALID = """
            apiVersion: kyverno.io/v1
            kind: ClusterPolicy
            metadata:
              name: require-labels
              annotations:
                b: "1"
                a:
            spec:
              rules:
              - name: check-labels
                match:
                  any:
                  - resources:
                      kinds: [Pod]
                validate:
                  message: label `team` is required
                  pattern:
                    metadata:
                      labels:
                        team: "?*"
            """;

    private final PolicyReader reader = new PolicyReader(YamlLimits.DEFAULT);

    @Test
    void readsAPolicyAndAppliesTheDefaults() {
        PolicyDefinition policy = policy(VALID);

        assertThat(policy.name()).isEqualTo("require-labels");
        assertThat(policy.namespace()).isEmpty();
        assertThat(policy.kind().toString()).contains("ClusterPolicy", "v1", "kyverno.io");
        assertThat(policy.annotations()).containsExactly(java.util.Map.entry("b", "1"), java.util.Map.entry("a", ""));
        assertThat(policy.spec().get("admission").booleanValue()).isTrue();
        assertThat(policy.spec().get("background").booleanValue()).isTrue();
        assertThat(policy.spec().get("emitWarning").booleanValue()).isFalse();
        assertThat(policy.spec().get("validationFailureAction").textValue()).isEqualTo("Audit");
        RuleDefinition rule = policy.rules().get(0);
        assertThat(rule.name()).isEqualTo("check-labels");
        assertThat(rule.pointer()).isEqualTo("/spec/rules/0");
        assertThat(rule.derived()).isFalse();
        assertThat(rule.node().get("skipBackgroundRequests").booleanValue()).isTrue();
        assertThat(rule.node().at("/validate/allowExistingViolations").booleanValue())
                .isTrue();
    }

    @Test
    void keepsTheDocumentAsWritten() {
        PolicyDocument document = reader.read("p.yaml", VALID).documents().get(0);

        assertThat(document.faults().document().get("spec").has("admission")).isFalse();
        assertThat(document.definition()).isNotNull();
        assertThat(document.definition().rules().get(0).node().at("/validate/pattern"))
                .isSameAs(document.faults().document().at("/spec/rules/0/validate/pattern"));
    }

    @Test
    void appliesTheDefaultsOfEveryBody() {
        PolicyDefinition policy = policy("""
                apiVersion: kyverno.io/v1
                kind: Policy
                metadata: {name: p}
                spec:
                  validationFailureAction: Enforce
                  rules:
                  - name: images
                    match: {any: [{resources: {kinds: [Pod]}}]}
                    context:
                    - {name: c, apiCall: {urlPath: /x, method: null}}
                    verifyImages:
                    - imageReferences: ["*"]
                      required: false
                      attestors: [{entries: [{keys: {publicKeys: k}}]}]
                  - name: cel
                    match: {any: [{resources: {kinds: [Pod]}}]}
                    validate: {cel: {expressions: [{expression: "true"}]}}
                """);

        assertThat(policy.namespace()).isEqualTo("default");
        assertThat(policy.spec().get("validationFailureAction").textValue()).isEqualTo("Enforce");
        assertThat(policy.rules().get(0).node().at("/context/0/apiCall/method").textValue())
                .isEqualTo("GET");
        assertThat(policy.rules().get(0).node().at("/verifyImages/0"))
                .hasToString("{\"imageReferences\":[\"*\"],\"required\":false,\"attestors\":[{\"entries\":["
                        + "{\"keys\":{\"publicKeys\":\"k\",\"signatureAlgorithm\":\"sha256\"},"
                        + "\"signatureAlgorithm\":\"sha256\"}]}],\"mutateDigest\":true,\"verifyDigest\":true,"
                        + "\"useCache\":true}");
        assertThat(policy.rules().get(1).node().at("/validate/cel/generate").booleanValue())
                .isFalse();
    }

    @Test
    void takesNullForAbsent() {
        PolicyDefinition policy = policy(VALID.replace("  rules:", "  background: null\n  failurePolicy: ~\n  rules:")
                .replace("    validate:\n", "    exclude:\n    preconditions:\n    validate:\n")
                .replace("        team: \"?*\"", "        team: null"));

        assertThat(policy.spec().get("background").booleanValue()).isTrue();
        assertThat(policy.spec().has("failurePolicy")).isFalse();
        assertThat(policy.rules().get(0).node().has("exclude")).isFalse();
        assertThat(policy.rules().get(0).node().has("preconditions")).isFalse();
        assertThat(policy.rules()
                        .get(0)
                        .node()
                        .at("/validate/pattern/metadata/labels/team")
                        .isNull())
                .isTrue();
    }

    @Test
    void reportsEveryFaultAtItsPlaceInOrder() {
        String text = """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata:
                  name: P_x
                  namespace: a
                spec:
                  applyRules: Al
                  backgroud: true
                  rules:
                  - name: a
                    match:
                      any:
                      - resources: {kinds: Pod, name: a, names: [b]}
                    validate: {message: 1, pattern: {}}
                  - name: a
                    match: {}
                    context: [{name: x, variable: {}, configMap: {}}, {}]
                  - 7
                """;

        List<Diagnostic> diagnostics = diagnostics(text);

        assertThat(lines(diagnostics))
                .containsExactly(
                        "4:9 invalid-value",
                        "5:14 namespace-not-allowed",
                        "7:15 invalid-value",
                        "8:3 unknown-field",
                        "13:20 conflicting-fields",
                        "13:28 wrong-type",
                        "14:25 wrong-type",
                        "15:5 no-operation",
                        "15:11 duplicate-rule",
                        "17:15 conflicting-fields",
                        "17:50 missing-field",
                        "17:55 missing-field",
                        "17:55 missing-field",
                        "18:5 wrong-type");
        assertThat(diagnostics).extracting(Diagnostic::severity).containsOnly(Severity.ERROR);
        assertThat(diagnostics.get(3).help()).isEqualTo("did you mean `background`?");
        assertThat(diagnostics.get(2).help()).isEqualTo("did you mean `All`?");
        assertThat(diagnostics.get(5).subject()).isEqualTo("rule `a`");
        assertThat(diagnostics.get(5).pointer()).isEqualTo("/spec/rules/0/match/any/0/resources/kinds");
        assertThat(diagnostics.get(5).render()).isEqualTo("""
                        p.yaml:13:28: error[wrong-type]: expected a list, found a text
                           |
                        13 |       - resources: {kinds: Pod, name: a, names: [b]}
                           |                            ^^^
                           = at spec.rules[0].match.any[0].resources.kinds, rule `a`
                        """);
    }

    @Test
    void warnsOfFieldsThatTheApiServerKeepsAndKyvernoIgnores() {
        String text = VALID.replace(
                "    validate:\n",
                "    preconditions:\n      all:\n      - {key: a, operator: Equals, valu: b}\n    validate:\n");

        PolicyDocument document = reader.read("p.yaml", text).documents().get(0);

        assertThat(document.definition()).isNotNull();
        assertThat(lines(document.faults().warnings())).containsExactly("17:36 unknown-field");
        assertThat(document.faults().warnings().get(0).help()).isEqualTo("did you mean `value`?");
    }

    @Test
    void refusesAFieldThatDiffersOnlyInCase() {
        String text = VALID.replace("    validate:\n", "    preconditions: {All: []}\n    validate:\n");

        assertThat(lines(diagnostics(text))).containsExactly("15:21 unknown-field");
    }

    @Test
    void holdsTheTwoVersionsApart() {
        String direct = VALID.replace(
                "      any:\n      - resources:\n          kinds: [Pod]\n", "      resources: {kinds: [Pod]}\n");

        assertThat(diagnostics(direct)).isEmpty();
        assertThat(lines(diagnostics(direct.replace("/v1", "/v2beta1")))).containsExactly("12:7 unknown-field");
        assertThat(diagnostics(VALID.replace("/v1", "/v2beta1"))).isEmpty();
        assertThat(lines(diagnostics(VALID.replace("/v1", "/v3")))).containsExactly("1:13 unknown-kind");
    }

    @Test
    void readsEveryDocumentOfATextWhateverTheOthersAre() {
        String text = VALID + "---\na: [\n---\nkind: ConfigMap\napiVersion: v1\n---\n# nothing\n---\n5\n---\n"
                + VALID.replace("name: require", "nam: require");

        ReadResult result = reader.read("p.yaml", text);

        assertThat(result.unreadable()).hasSize(1);
        assertThat(result.unreadable().get(0).range().line()).isBetween(22, 24);
        assertThat(result.documents()).hasSize(4);
        assertThat(result.documents().get(0).definition()).isNotNull();
        assertThat(result.documents().get(1).isOfOtherKind()).isTrue();
        assertThat(lines(result.documents().get(2).faults().diagnostics())).containsExactly("29:1 unknown-kind");
        assertThat(lines(result.documents().get(3).faults().diagnostics()))
                .containsExactly("34:3 unknown-field", "34:3 missing-field");
    }

    @Test
    void readsTheItemsOfAList() {
        String text = "apiVersion: v1\nkind: List\nitems:\n- " + VALID.indent(2).strip()
                + "\n- kind: Foo\n  apiVersion: x.io/v1\n";

        ReadResult result = reader.read("p.yaml", text.replace("team: \"?*\"", "team: \"?*\"\n    nope: 1"));

        assertThat(result.documents()).hasSize(2);
        assertThat(lines(result.documents().get(0).faults().diagnostics())).containsExactly("24:5 unknown-field");
        assertThat(result.documents().get(1).isOfOtherKind()).isTrue();
        result.documents().get(1).refuseOtherKind();
        assertThat(result.documents().get(1).faults().diagnostics().get(0).pointer())
                .isEqualTo("/items/1/kind");
    }

    @Test
    void namesTheFeatureWhereAnotherKindOfPolicyIsNotBuiltYet() {
        PolicyDocument document = reader.read("p.yaml", "apiVersion: policies.kyverno.io/v1\nkind: ValidatingPolicy\n")
                .documents()
                .get(0);

        document.refuseOtherKind();

        assertThat(document.faults().hasErrors()).isTrue();
        assertThat(document.faults().diagnostics().get(0).feature()).isEqualTo("ValidatingPolicy");
        assertThat(document.faults().diagnostics().get(0).code()).isEqualTo("unsupported-feature");
    }

    @Test
    void reportsDuplicateKeysTogetherWithTheOtherFaults() {
        String text = VALID.replace("  rules:", "  background: true\n  background: false\n  nope: 1\n  rules:");

        assertThat(lines(diagnostics(text))).containsExactly("10:3 yaml-duplicate-key", "11:3 unknown-field");
    }

    @Test
    void refusesBytesThatAreNoUtf8AtTheirPlace() {
        byte[] bytes = VALID.replace("require-labels", "x?").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        bytes[VALID.indexOf("require-labels") + 1] = (byte) 0xC3;

        ReadResult result = reader.read("p.yaml", bytes);

        assertThat(result.documents()).isEmpty();
        assertThat(lines(result.unreadable())).containsExactly("4:10 yaml-invalid-utf8");
        assertThat(reader.read("p.yaml", VALID.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .documents())
                .hasSize(1);
    }

    @Test
    void keepsSilentAboutWhatHasBeenSaid() {
        PolicyDocument document = reader.read("p.yaml", VALID).documents().get(0);

        document.faults().warning("w", "/spec/rules/0", "said");
        document.faults().warning("w", "/spec/rules/0", "said");
        document.faults().warning("w", "/spec/rules", "said");

        assertThat(document.faults().warnings()).hasSize(2);
        assertThat(document.faults().hasErrors()).isFalse();
    }

    @Test
    void keepsSilentAfterAHundredFaults() {
        StringBuilder text = new StringBuilder(VALID);
        for (int i = 0; i < 50_000; i++) {
            text.append("unknown").append(i).append(": 1\n");
        }

        List<Diagnostic> diagnostics = diagnostics(text.toString());

        assertThat(diagnostics).hasSize(101);
        assertThat(diagnostics).extracting(Diagnostic::code).contains("too-many-faults");
    }

    @Test
    void refusesWhatIsTooDeep() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        String loops = "{list: x, foreach: [".repeat(450) + "]}".repeat(450);

        assertThat(all(VALID.replace("\"?*\"", deep))).hasSize(1);
        assertThat(all(deep)).hasSize(1);
        assertThat(all(VALID.replace("      pattern:", "      foreach: [" + loops + "]\n      pattern:")))
                .isEmpty();
    }

    @Test
    void givesEveryRefusalAPlace() {
        for (String text : List.of("", "\0", "\t", "a: b: c", "- x", "x", "{}", "null", "kind: ClusterPolicy", "[")) {
            ReadResult result = reader.read("p.yaml", text);
            List<Diagnostic> diagnostics = all(text);
            boolean empty = result.documents().isEmpty() && result.unreadable().isEmpty();
            assertThat(empty || !diagnostics.isEmpty()).as(text).isTrue();
        }
    }

    @Test
    void refusesRulesWithoutOrWithSeveralOperations() {
        assertThat(codes(VALID.replace("    validate:\n", "    mutate: {targets: []}\n    validate:\n")))
                .containsExactly("several-operations");
        assertThat(codes(VALID.replace("    validate:\n", "    mutate: {}\n    verifyImages: []\n    validate:\n")))
                .isEmpty();
        assertThat(codes(VALID.replace("    validate:\n", "    imageExtractors: {}\n    validate:\n")))
                .containsExactly("conflicting-fields");
    }

    private PolicyDefinition policy(String text) {
        ReadResult result = reader.read("p.yaml", text);
        assertThat(result.unreadable()).isEmpty();
        assertThat(result.documents()).hasSize(1);
        assertThat(result.documents().get(0).faults().diagnostics()).isEmpty();
        PolicyDefinition definition = result.documents().get(0).definition();
        assertThat(definition).isNotNull();
        return definition;
    }

    private List<Diagnostic> diagnostics(String text) {
        ReadResult result = reader.read("p.yaml", text);
        assertThat(result.documents()).hasSize(1);
        return result.documents().get(0).faults().diagnostics();
    }

    private List<Diagnostic> all(String text) {
        ReadResult result = reader.read("p.yaml", text);
        List<Diagnostic> all = new ArrayList<>(result.unreadable());
        result.documents().forEach(document -> all.addAll(document.faults().diagnostics()));
        return all;
    }

    private List<String> codes(String text) {
        return diagnostics(text).stream().map(Diagnostic::code).toList();
    }

    private static List<String> lines(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(d -> d.range().line() + ":" + d.range().column() + " " + d.code())
                .toList();
    }
}
