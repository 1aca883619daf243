package io.ephor.cli;

import io.ephor.cli.ApplyRequest.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code ephor apply}. */
@Command(
        name = "apply",
        customSynopsis = "ephor apply POLICY... --resource FILE... [OPTION]...",
        description = "Applies policies to resources and exits with 1 if a resource violates one.",
        footer = {
            "",
            "A policy that is missing, broken or uses what Ephor does not support makes the exit code 1 too.",
            "",
            "Example:",
            "  ephor apply require-labels.yaml --resource pod.yaml"
        })
final class ApplyCommand {
    @Parameters(paramLabel = "POLICY", description = "File or folder with policies; - for the standard input.")
    private List<String> policies = new ArrayList<>();

    @Option(
            names = {"-r", "--resource", "--resources"},
            paramLabel = "FILE",
            split = ",",
            description = "File or folder with resources; - for the standard input.")
    private List<String> resources = new ArrayList<>();

    @Option(
            names = {"-s", "--set"},
            paramLabel = "NAME=VALUE",
            split = ",",
            description = "Variables for the policies.")
    private List<String> assignments = new ArrayList<>();

    @Option(
            names = {"-f", "--values-file"},
            paramLabel = "FILE",
            description = "File with variables and namespace labels (kind Values).")
    private @Nullable String valuesFile;

    @Option(
            names = {"-u", "--userinfo"},
            paramLabel = "FILE",
            description = "File that says who makes the request (kind UserInfo).")
    private @Nullable String userFile;

    @Option(names = "--format", paramLabel = "plain|table|jsonl", description = "How results are printed.")
    private @Nullable String format;

    @Option(
            names = {"-t", "--table"},
            description = "The same as --format table.")
    private boolean table;

    @Option(names = "--detailed-results", description = "Show the messages in the table.")
    private boolean detailed;

    @Option(names = "--remove-color", description = "Leave out colours, which are used on a terminal only.")
    private boolean colourless;

    @Option(names = "--audit-warn", description = "Count failures of Audit policies as warnings.")
    private boolean auditWarns;

    @Option(
            names = "--warn-exit-code",
            paramLabel = "N",
            description = "Exit code when there are warnings and nothing worse.")
    private int warnExitCode;

    @Option(names = "--warn-no-pass", description = "Exit with the code for warnings when nothing passed.")
    private boolean warnsWithoutPass;

    @Option(
            names = {"-i", "--stdin"},
            description = "Leave out the line that says what is applied to what.")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // its presence is what picocli acts on
    private boolean help;

    ApplyRequest request() throws CommandFault {
        return new ApplyRequest(
                policies,
                resources,
                assignments,
                valuesFile,
                userFile,
                auditWarns,
                warnExitCode,
                warnsWithoutPass,
                quiet,
                format(),
                detailed,
                colourless);
    }

    private Format format() throws CommandFault {
        if (format == null) {
            return table ? Format.TABLE : Format.PLAIN;
        }
        Format named = switch (format.toLowerCase(Locale.ROOT)) {
            case "plain" -> Format.PLAIN;
            case "table" -> Format.TABLE;
            case "jsonl" -> Format.JSONL;
            default -> throw new CommandFault("unknown format `" + format + "`: expected plain, table or jsonl");
        };
        if (table && named != Format.TABLE) {
            throw new CommandFault("--table and --format " + format + " exclude each other");
        }
        return named;
    }
}
