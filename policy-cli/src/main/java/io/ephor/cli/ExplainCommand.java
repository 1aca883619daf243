package io.ephor.cli;

import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options of {@code ephor explain}: those of {@link ApplyCommand} that say what is asked. */
final class ExplainCommand {
    static final String NAME = "explain";

    /** The first name of each option. */
    private static final Set<String> OPTIONS = Set.of(
            "--clock",
            "--cluster-scoped",
            "-e",
            "--exceptions-within-policies",
            "--exceptions-within-resources",
            "-f",
            "-h",
            "-r",
            "-s",
            "--target-resource",
            "-u");

    private ExplainCommand() {}

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(NAME);
        spec.usageMessage()
                .description("Says why policies judge resources as they do: every rule from its match to its verdict.")
                .customSynopsis("ephor explain POLICY... --resource FILE... [OPTION]...")
                .footer(
                        "",
                        "The exit code is 0 whatever the verdicts are, and 1 where a policy or an exception cannot be"
                                + " loaded.",
                        "",
                        "Cleanup policies are not explained.",
                        "",
                        "Example:",
                        "  ephor explain require-labels.yaml --resource pod.yaml");
        CommandSpec apply = ApplyCommand.spec();
        for (PositionalParamSpec policies : apply.positionalParameters()) {
            spec.addPositional(PositionalParamSpec.builder(policies).build());
        }
        spec.usageMessage().sortOptions(false);
        for (OptionSpec option : apply.options()) {
            String name = option.names()[0];
            if (OPTIONS.contains(name)) {
                spec.addOption(OptionSpec.builder(option).build());
            }
        }
        return spec;
    }

    /** Reads what the user asked for. */
    static ApplyRequest request(ParseResult parsed) throws CommandFault {
        return ApplyCommand.request(parsed);
    }
}
