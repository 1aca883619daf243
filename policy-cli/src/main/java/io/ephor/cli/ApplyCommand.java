package io.ephor.cli;

import io.ephor.cli.ApplyRequest.Format;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options of {@code ephor apply}. Built without annotations, which would cost a third of a start. */
final class ApplyCommand {
    static final String NAME = "apply";

    private static final String RESOURCE = "--resource";
    private static final String TARGET_RESOURCE = "--target-resource";
    private static final String EXCEPTION = "--exception";
    private static final String WITHIN_RESOURCES = "--exceptions-within-resources";
    private static final String WITHIN_POLICIES = "--exceptions-within-policies";
    private static final String SET = "--set";
    private static final String VALUES_FILE = "--values-file";
    private static final String USERINFO = "--userinfo";
    private static final String FORMAT = "--format";
    private static final String OUTPUT = "--output";
    private static final String TABLE = "--table";
    private static final String DETAILED_RESULTS = "--detailed-results";
    private static final String CLOCK = "--clock";
    private static final String CLUSTER_SCOPED = "--cluster-scoped";
    private static final String REMOVE_COLOR = "--remove-color";
    private static final String AUDIT_WARN = "--audit-warn";
    private static final String WARN_EXIT_CODE = "--warn-exit-code";
    private static final String WARN_NO_PASS = "--warn-no-pass";
    private static final String STDIN = "--stdin";

    private ApplyCommand() {}

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(NAME);
        spec.usageMessage()
                .description("Applies policies to resources and exits with 1 if a resource violates one.")
                .customSynopsis("ephor apply POLICY... --resource FILE... [OPTION]...")
                .footer(
                        "",
                        "For rules that generate the given resources exist already: they are what is cloned.",
                        "",
                        "A policy that is missing, broken or uses what Ephor does not support makes the exit code 1"
                                + " too.",
                        "",
                        "Example:",
                        "  ephor apply require-labels.yaml --resource pod.yaml");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("POLICY")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("File or folder with policies; - for the standard input.")
                .build());
        // In the order of their names: the library would sort them by the rules of the user's locale.
        spec.usageMessage().sortOptions(false);
        spec.addOption(flag("Count failures of Audit policies as warnings.", AUDIT_WARN));
        spec.addOption(text("INSTANT", "What time it is to policies, such as 2024-03-06T14:00:00Z.", CLOCK));
        spec.addOption(list("KIND", "Kinds that are in no namespace, such as v1/Namespace.", CLUSTER_SCOPED));
        spec.addOption(flag(
                "Show the messages in the table; in plain text, the reasons of cleanup policies.", DETAILED_RESULTS));
        spec.addOption(list("FILE", "File with policy exceptions.", "-e", EXCEPTION, "--exceptions"));
        spec.addOption(flag("Use the policy exceptions among the policies too.", WITHIN_POLICIES));
        spec.addOption(flag(
                "Use the policy exceptions among the resources instead of those in files.",
                WITHIN_RESOURCES,
                "--exceptions-with-resources"));
        spec.addOption(text("FILE", "File with variables and namespace labels (kind Values).", "-f", VALUES_FILE));
        spec.addOption(text("plain|table|jsonl", "How results are printed.", FORMAT));
        spec.addOption(RootCommand.help());
        spec.addOption(flag("Leave out the line that says what is applied to what.", "-i", STDIN));
        spec.addOption(text(
                "FILE", "File, or folder with a slash at its end, for resources that were changed.", "-o", OUTPUT));
        spec.addOption(list(
                "FILE", "File or folder with resources; - for the standard input.", "-r", RESOURCE, "--resources"));
        spec.addOption(flag("Leave out colours, which are used on a terminal only.", REMOVE_COLOR));
        spec.addOption(list("NAME=VALUE", "Variables for the policies.", "-s", SET));
        spec.addOption(flag("The same as --format table.", "-t", TABLE));
        spec.addOption(list(
                "FILE",
                "File or folder with resources that exist already, which policies may change.",
                TARGET_RESOURCE,
                "--target-resources"));
        spec.addOption(text("FILE", "File that says who makes the request (kind UserInfo).", "-u", USERINFO));
        spec.addOption(OptionSpec.builder(WARN_EXIT_CODE)
                .paramLabel("N")
                .type(int.class)
                .description("Exit code when there are warnings and nothing worse.")
                .build());
        return spec.addOption(flag("Exit with the code for warnings when nothing passed.", WARN_NO_PASS));
    }

    private static OptionSpec list(String label, String description, String name, String... names) {
        return OptionSpec.builder(name, names)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .splitRegex(",")
                .description(description)
                .build();
    }

    private static OptionSpec text(String label, String description, String name, String... names) {
        return OptionSpec.builder(name, names)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    private static OptionSpec flag(String description, String name, String... names) {
        return OptionSpec.builder(name, names)
                .type(boolean.class)
                .description(description)
                .build();
    }

    /** Reads what the user asked for. */
    static ApplyRequest request(ParseResult parsed) throws CommandFault {
        return new ApplyRequest(
                parsed.matchedPositionalValue(0, List.of()),
                parsed.matchedOptionValue(RESOURCE, List.of()),
                parsed.matchedOptionValue(TARGET_RESOURCE, List.of()),
                parsed.matchedOptionValue(EXCEPTION, List.of()),
                parsed.matchedOptionValue(WITHIN_RESOURCES, false),
                parsed.matchedOptionValue(WITHIN_POLICIES, false),
                parsed.matchedOptionValue(SET, List.of()),
                value(parsed, VALUES_FILE),
                value(parsed, USERINFO),
                parsed.matchedOptionValue(AUDIT_WARN, false),
                parsed.matchedOptionValue(WARN_EXIT_CODE, 0),
                parsed.matchedOptionValue(WARN_NO_PASS, false),
                parsed.matchedOptionValue(STDIN, false),
                format(value(parsed, FORMAT), parsed.matchedOptionValue(TABLE, false)),
                parsed.matchedOptionValue(DETAILED_RESULTS, false),
                parsed.matchedOptionValue(REMOVE_COLOR, false),
                clock(value(parsed, CLOCK)),
                parsed.matchedOptionValue(CLUSTER_SCOPED, List.of()),
                value(parsed, OUTPUT));
    }

    private static @Nullable String value(ParseResult parsed, String option) {
        return parsed.hasMatchedOption(option) ? parsed.matchedOptionValue(option, "") : null;
    }

    private static @Nullable Instant clock(@Nullable String written) throws CommandFault {
        if (written == null) {
            return null;
        }
        try {
            return Instant.parse(written);
        } catch (DateTimeParseException exception) {
            throw new CommandFault("`" + written + "` is no instant: expected one such as 2024-03-06T14:00:00Z");
        }
    }

    private static Format format(@Nullable String written, boolean table) throws CommandFault {
        if (written == null) {
            return table ? Format.TABLE : Format.PLAIN;
        }
        Format named = switch (written.toLowerCase(Locale.ROOT)) {
            case "plain" -> Format.PLAIN;
            case "table" -> Format.TABLE;
            case "jsonl" -> Format.JSONL;
            default -> throw new CommandFault("unknown format `" + written + "`: expected plain, table or jsonl");
        };
        if (table && named != Format.TABLE) {
            throw new CommandFault("--table and --format " + written + " exclude each other");
        }
        return named;
    }
}
