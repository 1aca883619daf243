package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationResult;
import io.ephor.PolicyEngine;
import io.ephor.UserInfo;
import io.ephor.lookup.Lookups;
import io.ephor.lookup.ManifestSignatureLookup;
import io.ephor.values.SourceRange;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tests of a {@code kyverno-test.yaml}. Immutable and thread-safe, as far as its engine is.
 *
 * <p>What is wrong with a test is never an exception: it is a diagnostic of its report, with its place. Only files named by
 * the manifest are read; what policies ask of the world outside is answered by the mocks of the test alone, and signatures,
 * which no test can mock, by {@link #withManifestSignatures a lookup}. Randomness is the same in every run.
 *
 * <pre>{@code
 * TestRunner runner = new TestRunner(StandardPolicyEngine.create());
 * List<TestRow> rows = new ArrayList<>();
 * for (TestReport report : runner.run(Path.of("require-labels/kyverno-test.yaml"))) {
 *     rows.addAll(report.rows());
 * }
 * }</pre>
 */
public final class TestRunner {
    private static final long RANDOM_SEED = 0;

    private final PolicyEngine engine;
    private final InstantSource clock;
    private final @Nullable ManifestSignatureLookup signatures;

    /**
     * Creates a runner that puts the policies to an engine, at the time of the system's clock.
     *
     * @param engine the engine
     */
    public TestRunner(PolicyEngine engine) {
        this(engine, InstantSource.system());
    }

    /**
     * Creates a runner that puts the policies to an engine at a time of its own.
     *
     * @param engine the engine
     * @param clock what time it is for the policies
     */
    public TestRunner(PolicyEngine engine, InstantSource clock) {
        this(engine, clock, null);
    }

    private TestRunner(PolicyEngine engine, InstantSource clock, @Nullable ManifestSignatureLookup signatures) {
        this.engine = Objects.requireNonNull(engine, "engine");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.signatures = signatures;
    }

    /**
     * {@return a runner whose policies may ask for signatures of manifests}
     *
     * @param lookup what verifies the signatures
     */
    public TestRunner withManifestSignatures(ManifestSignatureLookup lookup) {
        return new TestRunner(engine, clock, Objects.requireNonNull(lookup, "lookup"));
    }

    /**
     * Runs every test of a manifest: one report for each of its documents, or one with what is wrong with the file.
     *
     * @param manifest the path of the manifest
     * @return the reports, in the order of the documents
     */
    public List<TestReport> run(Path manifest) {
        Faults faults = new Faults();
        Path folder = folder(manifest);
        SourceRange start = new SourceRange(manifest.toString(), 1, 1, 1, 1);
        TestFiles.TextFile file =
                new TestFiles(folder, faults).read(manifest.toAbsolutePath().toString(), start);
        if (file == null) {
            return List.of(failed(manifest, 0, faults));
        }
        TestFiles.TextFile named = new TestFiles.TextFile(manifest, file.utf8());
        List<SourceDocument> documents = SourceDocument.readStrictly(named, faults);
        List<TestReport> reports = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            reports.add(run(manifest, i, documents.get(i)));
        }
        if (reports.isEmpty() && !faults.hasErrors()) {
            faults.error("no-test", "the file holds no test", start);
        }
        if (faults.hasErrors()) {
            reports.add(failed(manifest, documents.size(), faults));
        }
        return reports;
    }

    private Lookups withSignatures(Lookups mocked) {
        return signatures == null
                ? mocked
                : mocked.toBuilder().manifestSignatures(signatures).build();
    }

    private static Path folder(Path manifest) {
        return Objects.requireNonNull(manifest.toAbsolutePath().getParent(), "a manifest stands in a folder");
    }

    private static TestReport failed(Path manifest, int document, Faults faults) {
        return new TestReport(manifest, document, "", List.of(), List.of(), TestPolicies.NONE, faults.diagnostics());
    }

    private TestReport run(Path file, int number, SourceDocument document) {
        Faults faults = new Faults();
        TestManifest manifest = new ManifestReader(document, faults).read(file, number);
        if (faults.hasErrors()) {
            return failed(file, number, faults);
        }
        TestFiles files = new TestFiles(folder(file), faults);
        TestPolicies policies = TestPolicies.load(engine, manifest, files, faults);
        TestValues values = values(manifest, files, faults);
        UserInfo user = user(manifest, files, faults);
        Map<ResourceKey, JsonNode> resources = new TestResources(manifest, files, faults).judged();
        Map<ResourceKey, JsonNode> targets = new TestResources(manifest, files, faults).targets();
        RequestCircumstances circumstances = new RequestCircumstances(
                values,
                user,
                withSignatures(new MockedWorld(manifest.mocks(), files, faults).lookups(existing(resources, targets))),
                clock,
                RANDOM_SEED,
                policies.exceptions().loaded());
        RowChecker checker = new RowChecker(manifest, policies, files, faults);
        CloneSources sources = CloneSources.read(manifest, files, faults);
        TestRequests requests =
                new TestRequests(engine, circumstances, sources, policies, resources, payloads(manifest));
        List<TestRow> rows = new ArrayList<>();
        for (ExpectedResult expected : manifest.results()) {
            Map<ResourceKey, TestEvaluation> evaluations = requests.all(expected.operation());
            RowSelection selection = RowSelection.of(
                    expected, evaluations.keySet(), targets.keySet(), changedTargets(evaluations.values()));
            for (ResourceKey key : selection.keys()) {
                TestEvaluation evaluation = evaluations.get(key);
                rows.add(
                        evaluation == null
                                ? checker.target(expected, key, evaluations.values())
                                : checker.check(expected, evaluation));
            }
            for (String name : selection.unknown()) {
                rows.add(checker.unknownResource(expected, name));
            }
        }
        return new TestReport(file, number, manifest.name(), rows, requests.made(), policies, faults.diagnostics());
    }

    private static GivenResources existing(Map<ResourceKey, JsonNode> resources, Map<ResourceKey, JsonNode> targets) {
        List<JsonNode> existing = new ArrayList<>(resources.values());
        existing.addAll(targets.values());
        return GivenResources.of(existing);
    }

    private static Set<ResourceKey> changedTargets(Collection<TestEvaluation> evaluations) {
        Set<ResourceKey> changed = new LinkedHashSet<>();
        for (TestEvaluation evaluation : evaluations) {
            for (EvaluationResult result : evaluation.results()) {
                result.targets().forEach(target -> changed.add(ResourceKey.of(target.after())));
            }
        }
        return changed;
    }

    private static TestValues values(TestManifest manifest, TestFiles files, Faults faults) {
        TestValues inline = manifest.values();
        String path = manifest.inputs().variables();
        if (inline != null || path.isEmpty()) {
            return inline == null ? TestValues.NONE : inline;
        }
        SourceDocument document = single(path, manifest.locate("/variables"), files, faults);
        return document == null ? TestValues.NONE : new ValuesReader(document, faults).readFile();
    }

    private static UserInfo user(TestManifest manifest, TestFiles files, Faults faults) {
        String path = manifest.inputs().user();
        if (path.isEmpty()) {
            return UserInfo.none();
        }
        SourceDocument document = single(path, manifest.locate("/userinfo"), files, faults);
        return document == null ? UserInfo.none() : UserReader.read(document, faults);
    }

    private static @Nullable SourceDocument single(String path, SourceRange place, TestFiles files, Faults faults) {
        TestFiles.TextFile file = files.read(path, place);
        List<SourceDocument> documents = file == null ? List.of() : SourceDocument.readStrictly(file, faults);
        if (file != null && documents.size() != 1 && !faults.hasErrors()) {
            faults.error("wrong-documents", "`" + path + "` must hold one document", place);
        }
        return documents.isEmpty() ? null : documents.get(0);
    }

    private static List<ResourceKey> payloads(TestManifest manifest) {
        List<ResourceKey> payloads = new ArrayList<>();
        TestInputs inputs = manifest.inputs();
        inputs.jsonPayloads().forEach(path -> payloads.add(ResourceKey.ofPayload(path)));
        for (List<String> paths : List.of(inputs.httpPayloads(), inputs.envoyPayloads())) {
            paths.forEach(path -> payloads.add(ResourceKey.ofPayload(
                    manifest.file().resolveSibling(path).normalize().toString())));
        }
        return payloads;
    }
}
