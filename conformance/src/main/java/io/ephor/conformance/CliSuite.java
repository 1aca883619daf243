package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.Diagnostic;
import io.ephor.cli.Ephor;
import io.ephor.cli.Outcome;
import io.ephor.cli.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Command lines, each a folder below the suite's folder. Every command line is up to three cases, so that a difference on
 * purpose in one respect does not hide the others: its exit code; its standard output without colours; and, where the
 * recorded output is coloured, its standard output as it is. The error stream is not compared.
 */
final class CliSuite implements Suite {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern UNKNOWN =
            Pattern.compile("error: unknown (option|command) `([^`]*)`.*", Pattern.DOTALL);

    @Override
    public String name() {
        return "cli";
    }

    @Override
    public String file() {
        return "cli";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        try (Stream<Path> entries = Files.list(run.file())) {
            List<Path> folders = entries.filter(entry -> Files.isRegularFile(entry.resolve("cmd")))
                    .sorted()
                    .toList();
            for (Path folder : folders) {
                new Case(run, folder.toAbsolutePath()).run();
            }
        }
    }

    /** One command line with its recorded answer. */
    private static final class Case {
        private final SuiteRun run;
        private final Path folder;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();

        Case(SuiteRun run, Path folder) {
            this.run = run;
            this.folder = folder;
        }

        void run() throws IOException {
            List<String> words = Files.readAllLines(folder.resolve("cmd"));
            Outcome outcome = execute(words);
            Set<String> missing = missing(outcome);
            if (!missing.isEmpty()) {
                run.unsupported(missing);
                return;
            }
            String expected = text("stdout");
            String actual = recordable(out);
            if (run.wantsAnswers()) {
                ObjectNode answer =
                        SuiteRun.object().put("name", folder.getFileName().toString());
                run.answer(answer.put("exit", outcome.exitCode()).put("stdout", actual));
            }
            check("exit", words, IntNode.valueOf(exit()), IntNode.valueOf(outcome.exitCode()));
            check("stdout", words, colourless(expected), colourless(actual));
            if (COLOUR.matcher(expected).find()) {
                check("colours", words, TextNode.valueOf(expected), TextNode.valueOf(actual));
            }
        }

        private Outcome execute(List<String> words) throws IOException {
            String[] arguments = words.stream()
                    .map(word -> word.replace("@CASE@", folder.toString()))
                    .toArray(String[]::new);
            try (PrintStream output = new PrintStream(out, false, StandardCharsets.UTF_8);
                    PrintStream errors = new PrintStream(err, false, StandardCharsets.UTF_8)) {
                Path directory = run.corpus().root().toAbsolutePath();
                return new Ephor(new Surroundings(directory, stdin(), output, errors, false, InstantSource.system()))
                        .run(arguments);
            }
        }

        private InputStream stdin() throws IOException {
            Path file = folder.resolve("stdin");
            return new ByteArrayInputStream(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
        }

        /** Returns what Ephor does not have yet: features of policies, else the option or command it stumbled over. */
        private Set<String> missing(Outcome outcome) throws IOException {
            Set<String> missing = new TreeSet<>();
            for (Diagnostic diagnostic : outcome.diagnostics()) {
                String feature = diagnostic.feature();
                if (feature != null) {
                    missing.add(feature);
                }
            }
            Matcher unknown = UNKNOWN.matcher(err.toString(StandardCharsets.UTF_8));
            boolean unknownToBoth = text("stderr").startsWith("Error: unknown ");
            if (unknown.matches() && !unknownToBoth) {
                missing.add(unknown.group(1) + " " + unknown.group(2));
            }
            return missing;
        }

        private void check(String aspect, List<String> words, JsonNode expected, JsonNode actual) throws IOException {
            ObjectNode content = SuiteRun.object().put("aspect", aspect);
            words.forEach(content.putArray("cmd")::add);
            content.put("exit", exit()).put("stdout", text("stdout")).put("stderr", text("stderr"));
            boolean named = words.stream().allMatch(this::isThere);
            content.put("filesExist", named);
            run.check(folder.getFileName() + " " + aspect, content, expected, actual);
        }

        /** Says whether a word names a file that exists, or is no file of the case. */
        private boolean isThere(String word) {
            return !word.startsWith("@CASE@") || Files.exists(Path.of(word.replace("@CASE@", folder.toString())));
        }

        private int exit() throws IOException {
            return Integer.parseInt(text("exit").strip());
        }

        private String text(String name) throws IOException {
            return Files.readString(folder.resolve(name));
        }

        private String recordable(ByteArrayOutputStream output) {
            return output.toString(StandardCharsets.UTF_8).replace(folder.toString(), "@CASE@");
        }

        private static JsonNode colourless(String text) {
            return TextNode.valueOf(COLOUR.matcher(text).replaceAll(""));
        }
    }
}
