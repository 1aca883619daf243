package io.ephor.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The program behind {@code conformance/run}.
 *
 * <p>Exit codes: 0 everything agrees, 1 something failed, 2 the run could not be made.
 */
public final class Conformance {
    private final List<Suite> suites;
    private final Path repository;
    private final PrintStream out;

    Conformance(List<Suite> suites, Path repository, PrintStream out) {
        this.suites = List.copyOf(suites);
        this.repository = repository;
        this.out = out;
    }

    /** Runs the suites named on the command line, or those that are due. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path repository = Path.of(System.getProperty("ephor.repository", "."));
        System.exit(new Conformance(Suites.ALL, repository, out).run(arguments));
    }

    int run(String... words) {
        try {
            Arguments arguments = Arguments.read(words);
            return run(arguments);
        } catch (IllegalArgumentException e) {
            out.println("error: " + e.getMessage());
            out.println(Arguments.USAGE);
            return 2;
        } catch (IOException e) {
            out.println("error: " + e);
            return 2;
        }
    }

    private int run(Arguments arguments) throws IOException {
        Optional<Corpus> corpus =
                arguments.corpus() == null ? Corpus.find(repository) : Optional.of(new Corpus(arguments.corpus()));
        String name = arguments.suite();
        if (corpus.isEmpty() || !Files.isDirectory(corpus.get().root())) {
            return withoutCorpus(arguments);
        }
        if (name == null) {
            return runDue(corpus.get(), arguments);
        }
        SuiteReport report = runSuite(named(name), corpus.get(), arguments);
        out.println(report.summary());
        return report.failed() == 0 ? 0 : 1;
    }

    private int withoutCorpus(Arguments arguments) {
        if (arguments.suite() != null || arguments.corpus() != null) {
            out.println("error: there is no corpus; name its folder with --corpus or EPHOR_CORPUS");
            return 2;
        }
        out.println("**********************************************************************");
        out.println("  THERE IS NO CORPUS: NOTHING WAS COMPARED WITH RECORDED ANSWERS");
        out.println("  name its folder with --corpus or EPHOR_CORPUS");
        out.println("**********************************************************************");
        return 0;
    }

    private Suite named(String name) {
        return Suites.named(suites, name)
                .orElseThrow(() -> new IllegalArgumentException("unknown suite " + name
                        + "; there are "
                        + String.join(", ", suites.stream().map(Suite::name).toList())));
    }

    private int runDue(Corpus corpus, Arguments arguments) throws IOException {
        int passed = 0;
        int failed = 0;
        int known = 0;
        int unsupported = 0;
        StringBuilder summary = new StringBuilder();
        for (Map.Entry<String, Integer> due :
                DueSuites.read(repository.resolve("conformance/due.yaml")).entrySet()) {
            long start = System.nanoTime();
            SuiteReport report = runSuite(named(due.getKey()), corpus, arguments);
            passed += report.passed();
            failed += report.failed();
            known += report.known();
            unsupported += report.unsupported();
            summary.append(report.summary()).append(" (%.1f s)%n".formatted((System.nanoTime() - start) / 1e9));
            if (report.unsupported() != due.getValue()) {
                failed++;
                summary.append("  conformance/due.yaml pins ")
                        .append(due.getValue())
                        .append(" unsupported\n");
            }
        }
        out.print(summary);
        SuiteReport total = new SuiteReport("due", passed, failed, known, unsupported, new TreeMap<>());
        out.println(total.summary());
        return failed == 0 ? 0 : 1;
    }

    private SuiteReport runSuite(Suite suite, Corpus corpus, Arguments arguments) throws IOException {
        Path file = arguments.file();
        Path actual = arguments.actual();
        Path own = corpus.path("golden").resolve(suite.file());
        Path rows = file == null ? own : file;
        if (!Files.exists(rows)) {
            throw new IllegalArgumentException("there is no file or folder " + rows);
        }
        List<KnownDifference> known = KnownDifferences.read(repository.resolve("known-differences.yaml"));
        Path record = repository.resolve("conformance/target/" + suite.name() + "-differences.jsonl");
        out.println(suite.name() + ": " + rows);
        try (Differences differences = Differences.open(out, record);
                @Nullable AnswerFile answers = actual == null ? null : AnswerFile.create(actual)) {
            SuiteRun run =
                    new SuiteRun(suite, corpus, rows, file == null, known, differences, answers, arguments.explained());
            suite.run(run);
            if (arguments.explained() && arguments.suite() != null && !run.engineAsked()) {
                throw new IllegalArgumentException(
                        "the suite " + suite.name() + " evaluates no policy: there is nothing to explain");
            }
            SuiteReport report = run.finish();
            printFeatures(report);
            if (differences.count() > 0) {
                out.println("all " + differences.count() + " differences: " + record);
            }
            return report;
        }
    }

    private void printFeatures(SuiteReport report) {
        if (report.features().isEmpty()) {
            return;
        }
        out.println("unsupported by feature:");
        report.features().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(feature -> out.println("%8d  %s".formatted(feature.getValue(), feature.getKey())));
    }
}
