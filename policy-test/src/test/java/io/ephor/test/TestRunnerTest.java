package io.ephor.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestRunnerTest {
    private static final String HEAD = "apiVersion: cli.kyverno.io/v1alpha1\nkind: Test\nmetadata: {name: t}\n"
            + "policies: [policies.yaml]\nresources: [resources.yaml]\n";
    private static final String PODS = """
            apiVersion: v1
            kind: Pod
            metadata: {name: good}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: bad, namespace: shop}
            """;

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void policy(String rules) throws IOException {
        write("policies.yaml", "kind: ClusterPolicy\nmetadata: {name: p}\nspec:\n  rules: " + rules + "\n");
    }

    private TestReport run(String manifest) throws IOException {
        if (!Files.exists(folder.resolve("resources.yaml"))) {
            write("resources.yaml", PODS);
        }
        write("kyverno-test.yaml", manifest);
        List<TestReport> reports = new TestRunner(new ScriptedEngine()).run(folder.resolve("kyverno-test.yaml"));
        assertThat(reports).hasSize(1);
        return reports.get(0);
    }

    private static List<String> codes(TestReport report) {
        return report.diagnostics().stream().map(Diagnostic::code).toList();
    }

    @Test
    void meetsAnExpectationByARealAnswer() throws IOException {
        policy("[{name: r, status: FAIL, only: bad}, {name: r, only: good}]");

        TestReport report = run(HEAD + "results:\n- {policy: p, rule: r, resources: [bad], result: fail}\n"
                + "- {policy: p, rule: r, resources: [good], result: pass}\n");

        assertThat(report.passed()).isTrue();
        assertThat(report.name()).isEqualTo("t");
        assertThat(report.rows())
                .extracting(TestRow::resource)
                .containsExactly("v1,Pod,shop,bad", "v1,Pod,default,good");
        assertThat(report.rows()).extracting(TestRow::actual).containsExactly("fail", "pass");
    }

    @Test
    void doesNotCountARowWithoutAnAnswerAsPassed() throws IOException {
        policy("[{name: other}]");

        TestReport report = run(HEAD + "results: [{policy: p, rule: r, resources: [good], result: pass}]\n");

        assertThat(report.passed()).isFalse();
        assertThat(report.rows().get(0).actual()).isEqualTo(TestRow.UNANSWERED);
    }

    @Test
    void takesTheRulesThatAutogenDerives() throws IOException {
        policy("[{name: autogen-r}, {name: autogen-cronjob-r, status: FAIL}, {name: r2}]");

        TestReport report = run(HEAD + "results: [{policy: p, rule: r, resources: [good], result: pass}]\n");

        assertThat(report.rows().get(0).actual()).isEqualTo("fail+pass");
        assertThat(report.passed()).isFalse();
    }

    @Test
    void takesEveryRuleWhereNoneIsNamedAndEveryResourceWhereNoneIsNamed() throws IOException {
        policy("[{name: a}, {name: b}]");

        TestReport report = run(HEAD + "results: [{policy: shop/p, result: pass}]\n");

        assertThat(report.rows()).hasSize(2).allMatch(TestRow::passed);
        assertThat(report.rows().get(0).answers()).hasSize(2);
    }

    @Test
    void selectsByNamespaceAndName() throws IOException {
        policy("[{name: r}]");

        TestReport report =
                run(HEAD + "results: [{policy: p, rule: r, resources: [shop/bad, default/bad], result: pass}]\n");

        assertThat(report.rows()).extracting(TestRow::resource).containsExactly("v1,Pod,shop,bad", "default/bad");
        assertThat(report.rows().get(1).passed()).isFalse();
        assertThat(report.rows().get(1).problems()).containsExactly("there is no resource `default/bad`");
    }

    @Test
    void selectsByParts() throws IOException {
        policy("[{name: r}]");

        TestReport report = run(HEAD + "results:\n- {policy: p, rule: r, resources: [], result: pass,\n"
                + "   resourceSpecs: [{version: v1, namespace: shop, name: bad}]}\n");

        assertThat(report.rows()).extracting(TestRow::resource).containsExactly("v1,Pod,shop,bad");
    }

    @Test
    void saysThatThereIsNoSuchPolicy() throws IOException {
        policy("[{name: r}]");

        TestReport report = run(HEAD + "results: [{policy: q, rule: r, resources: [good], result: pass}]\n");

        assertThat(report.rows().get(0).problems()).containsExactly("there is no policy `q`");
    }

    @Test
    void namesTheFeaturesThatAPolicyLacks() throws IOException {
        write(
                "policies.yaml",
                "kind: P\nmetadata: {name: p}\nspec: {missing: cel}\n---\n"
                        + "kind: P\nmetadata: {name: q}\nspec: {missing: invalid}\n");

        TestReport report = run(HEAD + "results:\n- {policy: p, rule: r, resources: [good], result: pass}\n"
                + "- {policy: q, rule: r, resources: [good], result: pass}\n");

        assertThat(report.refused()).extracting(RefusedPolicy::name).containsExactly("p", "q");
        assertThat(report.rows().get(0).missingFeatures()).containsExactly("cel");
        assertThat(report.rows().get(1).missingFeatures()).isEmpty();
        assertThat(report.rows()).noneMatch(TestRow::passed);
    }

    @Test
    void tellsTheItemsOfAListApart() throws IOException {
        write(
                "policies.yaml",
                "kind: List\nitems:\n- {metadata: {name: p}, spec: {missing: cel}}\n"
                        + "- {metadata: {name: q}, spec: {missing: deny}}\n");

        TestReport report = run(HEAD + "results: [{policy: q, rule: r, resources: [good], result: pass}]\n");

        assertThat(report.refused()).extracting(RefusedPolicy::name).containsExactly("p", "q");
        assertThat(report.missingFeatures("q")).containsExactly("deny");
    }

    @Test
    void namesATargetThatOnlyAPolicyCouldReach() throws IOException {
        policy("[{name: r}]");
        write("targets.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: target}\n");

        TestReport report = run(HEAD + "targetResources: [targets.yaml]\n"
                + "results: [{policy: p, rule: r, resources: [target], result: pass}]\n");

        assertThat(report.rows().get(0).resource()).isEqualTo("v1,Secret,default,target");
        assertThat(report.rows().get(0).actual()).isEqualTo(TestRow.UNANSWERED);
    }

    @Test
    void marksPoliciesWithExceptions() throws IOException {
        policy("[{name: r}]");
        write("exception.yaml", "spec: {missing: PolicyException, exceptions: [{policyName: p, ruleNames: [r]}]}\n");

        TestReport report = run(HEAD + "exceptions: [exception.yaml]\n"
                + "results: [{policy: p, rule: r, resources: [good], result: pass}]\n");

        assertThat(report.rows().get(0).missingFeatures()).containsExactly("PolicyException");
    }

    @Test
    void putsAResourceToThePoliciesAgainForAnOperation() throws IOException {
        policy("[{name: r, operation: DELETE, status: FAIL}, {name: r, operation: CREATE}]");

        TestReport report = run(HEAD + "results:\n- {policy: p, rule: r, resources: [good], result: pass}\n"
                + "- {policy: p, rule: r, resources: [good], result: fail, operation: DELETE}\n");

        assertThat(report.rows()).allMatch(TestRow::passed);
        assertThat(report.evaluations()).hasSize(4);
    }

    @Test
    void mutatesBeforeItValidates() throws IOException {
        write("policies.yaml", """
                kind: ClusterPolicy
                metadata: {name: p}
                spec: {rules: [{name: r, label: added}]}
                ---
                kind: ClusterPolicy
                metadata: {name: m}
                spec: {rules: [{name: m, mutate: added}]}
                """);
        write("patched.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: good, labels: {added: 'yes'}}\n");

        TestReport report = run(HEAD + "results:\n- {policy: p, rule: r, resources: [good], result: pass}\n"
                + "- {policy: m, rule: m, resources: [good], result: pass, patchedResources: patched.yaml}\n"
                + "- {policy: m, rule: m, resources: [bad], result: pass, patchedResources: patched.yaml}\n");

        assertThat(report.rows()).extracting(TestRow::passed).containsExactly(true, true, false);
        assertThat(report.rows().get(2).problems()).containsExactly("`v1,Pod,shop,bad` is not in `patched.yaml`");
    }

    @Test
    void seesThatAnObjectDiffers() throws IOException {
        policy("[{name: m, mutate: added}]");
        write("patched.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: good, labels: {added: 'no'}}\n");

        TestReport report = run(HEAD + "results:\n"
                + "- {policy: p, rule: m, resources: [good], result: pass, patchedResources: patched.yaml}\n");

        assertThat(report.rows().get(0).passed()).isFalse();
        assertThat(report.rows().get(0).message()).contains("differs from what is in `patched.yaml`");
    }

    @Test
    void givesVariablesUserLabelsAndSubresources() throws IOException {
        policy("[{name: a, variable: x.y}, {name: b, variable: own, only: bad}, {name: c, team: blue, only: bad},"
                + " {name: d, user: petrov}, {name: e, subresource: exec}, {name: f, only: renamed}]");
        write("values.yaml", """
                apiVersion: cli.kyverno.io/v1alpha1
                kind: Values
                globalValues: {x.y: 1}
                policies:
                - name: p
                  resources:
                  - {name: bad, values: {own: 2}}
                  - {name: good, values: {request.object.metadata.name: renamed}}
                namespaceSelector: [{name: shop, labels: {team: blue}}]
                subresources:
                - subresource: {name: pods/exec, kind: Pod, version: v1}
                  parentResource: {name: pods, kind: Other, version: v1}
                """);
        write(
                "user.yaml",
                "apiVersion: cli.kyverno.io/v1alpha1\nkind: UserInfo\nuserInfo: {username: petrov, groups: [dev]}\n");

        TestReport report = run(HEAD + "variables: values.yaml\nuserinfo: user.yaml\nresults:\n"
                + "- {policy: p, resources: [good, bad], result: pass}\n");

        assertThat(report.diagnostics()).isEmpty();
        assertThat(report.rows().get(0).answers())
                .extracting(answer -> answer.rule().name())
                .containsExactly("a", "d", "e", "f");
        assertThat(report.rows().get(1).answers())
                .extracting(answer -> answer.rule().name())
                .containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void aFailureOfAPolicyThatIsNotScoredIsAWarning() throws IOException {
        write(
                "policies.yaml",
                "kind: P\nmetadata: {name: p, annotations: {policies.kyverno.io/scored: 'false'}}\n"
                        + "spec: {rules: [{name: r, status: FAIL}]}\n");

        TestReport report = run(HEAD + "results: [{policy: p, rule: r, resources: [good], result: warn}]\n");

        assertThat(report.passed()).isTrue();
    }

    @Test
    void keepsTheFirstOfTwoEqualResources() throws IOException {
        policy("[{name: r}]");
        write("resources.yaml", PODS + "---\napiVersion: v1\nkind: Pod\nmetadata: {name: good}\nspec: {}\n");

        TestReport report = run(HEAD + "results: [{policy: p, rule: r, result: pass}]\n");

        assertThat(codes(report)).containsExactly("duplicate-resource");
        assertThat(report.rows()).hasSize(2);
        assertThat(report.passed()).isTrue();
    }

    @Test
    void runsEveryDocumentOfAManifest() throws IOException {
        policy("[{name: r}]");
        write("resources.yaml", PODS);
        String test = HEAD + "results: [{policy: p, rule: r, resources: [good], result: pass}]\n";
        write("kyverno-test.yaml", test + "---\n" + test);

        List<TestReport> reports = new TestRunner(new ScriptedEngine()).run(folder.resolve("kyverno-test.yaml"));

        assertThat(reports).extracting(TestReport::document).containsExactly(0, 1);
        assertThat(reports).allMatch(TestReport::passed);
    }

    @Test
    void aFileThatIsNotThereIsAFaultAtThePlaceThatNamesIt() throws IOException {
        policy("[{name: r}]");

        TestReport report = run(HEAD.replace("[resources.yaml]", "[resources.yaml, nowhere.yaml]")
                + "variables: lost.yaml\nresults: [{policy: p, rule: r, resources: [good], result: pass}]\n");

        assertThat(codes(report)).containsExactly("missing-file", "missing-file");
        assertThat(report.diagnostics().get(0).range().line()).isEqualTo(6);
        assertThat(report.diagnostics().get(1).range().line()).isEqualTo(5);
        assertThat(report.rows()).allMatch(TestRow::passed);
        assertThat(report.passed()).isFalse();
    }

    @Test
    void readsThePoliciesOfAFolderButNothingHidden() throws IOException {
        Files.createDirectories(folder.resolve("all/.hidden"));
        write("all/p.yaml", "kind: P\nmetadata: {name: p}\nspec: {rules: [{name: r}]}\n");
        write("all/.hidden/q.yaml", "kind: P\nmetadata: {name: p}\nspec: {rules: [{name: r, status: FAIL}]}\n");
        write("all/notes.txt", "no policy");

        TestReport report = run(HEAD.replace("policies.yaml", "all")
                + "results: [{policy: p, rule: r, resources: [good], result: pass}]\n");

        assertThat(report.passed()).isTrue();
    }

    @Test
    void aManifestThatIsNotThereIsAFault() {
        List<TestReport> reports = new TestRunner(new ScriptedEngine()).run(folder.resolve("kyverno-test.yaml"));

        assertThat(reports).hasSize(1);
        assertThat(codes(reports.get(0))).containsExactly("missing-file");
        assertThat(reports.get(0).passed()).isFalse();
    }

    @Test
    void hostileManifestsAreFaultsWithAPlace() throws IOException {
        for (String text : List.of(
                "",
                "# nothing\n",
                "a: [\n",
                "[]",
                "text",
                "\u0000",
                "apiVersion: x\napiVersion: y\n",
                "[".repeat(100_000),
                HEAD + "results: {}\n",
                HEAD + "results: [1]\n",
                HEAD + "results: [{policy: {}, result: pass}]\n",
                HEAD + "results: [{policy: p, result: passed}]\n",
                HEAD + "results: [{policy: p, result: pass, operation: delete}]\n",
                HEAD + "resources: 5\n",
                HEAD + "policies: [\"\\0\"]\n",
                HEAD + "policies: [\"https://example.org/p.yaml\"]\nresults: []\n",
                HEAD + "values: {globalValues: [1]}\n",
                HEAD + "values: {globalValues: {request.operation: PATCH}}\n",
                HEAD + "values: {policies: [{resources: {}}]}\n",
                HEAD + "userinfo: [a]\n",
                HEAD + "exceptions: [[a]]\n",
                HEAD + "checks: []\n")) {
            policy("[{name: r}]");

            TestReport report = run(text);

            assertThat(report.passed())
                    .as(text.substring(0, Math.min(60, text.length())))
                    .isFalse();
            assertThat(report.diagnostics())
                    .as(text.substring(0, Math.min(60, text.length())))
                    .isNotEmpty();
        }
    }

    @Test
    void hostileResourcesAreFaultsWithAPlace() throws IOException {
        policy("[{name: r}]");
        write("resources.yaml", "[]\n---\na: [\n---\n" + PODS);

        TestReport report = run(HEAD + "results: [{policy: p, rule: r, result: pass}]\n");

        assertThat(report.rows()).hasSize(2);
        assertThat(report.diagnostics())
                .hasSize(2)
                .allMatch(diagnostic -> diagnostic.range().line() >= 1);
    }
}
