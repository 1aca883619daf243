package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.PolicyEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a suite over one file: gives the rows out, takes the answers in and counts. Not thread-safe.
 *
 * <p>Every case of the suite ends in exactly one call of {@code check} or {@link #unsupported}; a case whose answer the
 * reference leaves to chance is simply not handed in.
 */
public final class SuiteRun {
    private final String suite;
    private final Corpus corpus;
    private final Path file;
    private final boolean ownFile;
    private final List<KnownUse> known = new ArrayList<>();
    private final Differences differences;
    private final @Nullable AnswerFile answers;
    private final boolean explained;
    private boolean engineAsked;
    private final TreeMap<String, Integer> unsupported = new TreeMap<>();
    private int passed;
    private int failed;
    private int knownCount;
    private int unsupportedCount;

    /**
     * Starts a run.
     *
     * @param ownFile whether the file is the one that the suite runs by default
     * @param explained whether evaluations are explained, and the explanations compared with what is recorded
     */
    SuiteRun(
            Suite suite,
            Corpus corpus,
            Path file,
            boolean ownFile,
            List<KnownDifference> known,
            Differences differences,
            @Nullable AnswerFile answers,
            boolean explained) {
        this.suite = suite.name();
        this.corpus = corpus;
        this.file = file;
        this.ownFile = ownFile;
        for (KnownDifference difference : known) {
            if (difference.suite().equals(suite.name())) {
                this.known.add(new KnownUse(difference));
            }
        }
        this.differences = differences;
        this.answers = answers;
        this.explained = explained;
    }

    /** Returns the engine to ask: the given one, or one that explains where it is asked to evaluate. */
    public PolicyEngine engine(PolicyEngine engine) {
        engineAsked = true;
        return explained ? new ExplainingEngine(engine) : engine;
    }

    /** Says whether the suite asked for an engine: without one it evaluates no policy. */
    boolean engineAsked() {
        return engineAsked;
    }

    /** Returns the corpus below which references are resolved. */
    public Corpus corpus() {
        return corpus;
    }

    /** Returns the file with the rows. */
    public Path file() {
        return file;
    }

    /** Returns a document that lies beside the file. */
    public Path companion(String name) {
        return file.resolveSibling(name);
    }

    /** Gives out every line of the file, in order. A line on which the suite throws counts as a failed case. */
    public void lines(Consumer<String> consumer) throws IOException {
        lines(file, consumer);
    }

    /** Gives out every line of the file as JSON, in order. A row on which the suite throws counts as a failed case. */
    public void rows(Consumer<JsonNode> consumer) throws IOException {
        lines(file, line -> consumer.accept(Json.parse(line)));
    }

    /**
     * Gives out every line of the file, and of a second file beside it where the file is the one that the suite runs by
     * default.
     */
    public void rowsAlso(String second, Consumer<JsonNode> consumer) throws IOException {
        rows(consumer);
        if (ownFile) {
            lines(companion(second), line -> consumer.accept(Json.parse(line)));
        }
    }

    /** Reads every line of a companion document as JSON. */
    public List<JsonNode> companionRows(String name) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        try (LineReader reader = LineReader.open(companion(name))) {
            for (String line = reader.next(); line != null; line = reader.next()) {
                rows.add(Json.parse(line));
            }
        }
        return rows;
    }

    private void lines(Path source, Consumer<String> consumer) throws IOException {
        int number = 0;
        try (LineReader reader = LineReader.open(source)) {
            for (String line = reader.next(); line != null; line = reader.next()) {
                number++;
                if (!line.isEmpty()) {
                    consume(number, line, consumer);
                }
            }
        }
    }

    private void consume(int number, String line, Consumer<String> consumer) {
        guard("line " + number, TextNode.valueOf(line), () -> consumer.accept(line));
    }

    /** Asks a question; where that throws, the case counts as failed. */
    public void guard(String description, JsonNode content, Runnable question) {
        try {
            question.run();
        } catch (RuntimeException | StackOverflowError e) {
            notUnderstood(description + " ended in " + describe(e), content);
        }
    }

    private static String describe(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return thrown + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** Counts a case that the suite does not understand as failed. */
    public void notUnderstood(String description, JsonNode content) {
        failed++;
        differences.add(description, content, null, null);
    }

    /**
     * Compares an answer with the recorded one. An integer differs from a float64; the order of keys does not matter.
     *
     * @param description the case in a few words, for people
     * @param content the case as data: its input and recorded answer, by which known differences recognise it
     */
    public void check(String description, JsonNode content, JsonNode expected, JsonNode actual) {
        check(description, () -> content, expected, actual, JsonEquality.KINDS.same(expected, actual));
    }

    /**
     * Takes the outcome of a comparison that the suite made itself.
     *
     * @param content gives the case as data when it is needed
     * @param agrees whether the answers are the same
     */
    public void check(
            String description, Supplier<JsonNode> content, JsonNode expected, JsonNode actual, boolean agrees) {
        if (agrees && known.isEmpty()) {
            passed++;
            return;
        }
        JsonNode data = content.get();
        KnownUse use = covering(data);
        if (agrees) {
            agreed(use, description, data, expected, actual);
        } else if (use != null) {
            use.hidden++;
            knownCount++;
        } else {
            failed++;
            differences.add(description, data, expected, actual);
        }
    }

    private void agreed(@Nullable KnownUse use, String description, JsonNode data, JsonNode expected, JsonNode actual) {
        if (use == null) {
            passed++;
            return;
        }
        use.agreed++;
        if (ownFile) {
            failed++;
            differences.add("listed as known, but agrees: " + description, data, expected, actual);
        } else {
            passed++;
        }
    }

    private @Nullable KnownUse covering(JsonNode content) {
        for (KnownUse use : known) {
            if (use.difference.covers(content)) {
                return use;
            }
        }
        return null;
    }

    /**
     * Counts a case whose policy was refused with {@code unsupported-feature}.
     *
     * @param features the features that load named; at least one
     */
    public void unsupported(Collection<String> features) {
        if (features.isEmpty()) {
            throw new IllegalArgumentException("an unsupported case names its features");
        }
        unsupportedCount++;
        unsupported.merge(String.join(" + ", new TreeSet<>(features)), 1, Integer::sum);
    }

    /** Prints a line about the run as a whole. */
    public void say(String line) {
        differences.say(line);
    }

    /** Says whether Ephor's own answers are written down, so that a suite can spare itself to make them. */
    public boolean wantsAnswers() {
        return answers != null;
    }

    /** Writes a row with Ephor's own answer, in the form of the recorded one. */
    public void answer(JsonNode row) {
        answerLine(Json.write(row));
    }

    /** Writes a line with Ephor's own answer, in the form of the recorded one. */
    public void answerLine(String line) {
        if (answers != null) {
            answers.write(line);
        }
    }

    /** Returns an empty object, to be filled with the content of a case or an answer. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Ends the run and counts entries of known differences that hid nothing as failed. */
    SuiteReport finish() {
        for (KnownUse use : known) {
            boolean stale = use.hidden == 0 && (ownFile || use.agreed > 0);
            if (stale) {
                failed++;
                differences.add("a known difference hides nothing: " + use.difference.reason(), null, null, null);
            }
        }
        if (passed + failed + knownCount + unsupportedCount == 0) {
            failed++;
            differences.add("the file holds no case", null, null, null);
        }
        return new SuiteReport(suite, passed, failed, knownCount, unsupportedCount, unsupported);
    }

    private static final class KnownUse {
        private final KnownDifference difference;
        private int hidden;
        private int agreed;

        private KnownUse(KnownDifference difference) {
            this.difference = difference;
        }
    }
}
