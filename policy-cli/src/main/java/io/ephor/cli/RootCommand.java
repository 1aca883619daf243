package io.ephor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The program's own options and the list of its commands. */
final class RootCommand {
    static final String HELP = "help";

    private RootCommand() {}

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("ephor").versionProvider(new Version());
        spec.usageMessage()
                .description("Applies Kyverno policies to Kubernetes resources without a cluster.")
                .synopsisSubcommandLabel("COMMAND");
        spec.addOption(help());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .type(boolean.class)
                .versionHelp(true)
                .description("Print the version and exit.")
                .build());
        spec.addSubcommand(ApplyCommand.NAME, new CommandLine(ApplyCommand.spec()));
        spec.addSubcommand(ExplainCommand.NAME, new CommandLine(ExplainCommand.spec()));
        return spec.addSubcommand(HELP, new CommandLine(helpCommand()));
    }

    private static CommandSpec helpCommand() {
        CommandSpec spec = CommandSpec.create().name(HELP);
        spec.usageMessage().description("Shows the help of a command.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("COMMAND")
                .type(String.class)
                .index("0")
                .arity("0..1")
                .description("The command.")
                .build());
        return spec.addOption(help());
    }

    static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .description("Show this help and exit.")
                .build();
    }

    /** Reads the version that the build wrote beside the classes. */
    private static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            try (InputStream text = RootCommand.class.getResourceAsStream("version.txt")) {
                if (text == null) {
                    throw new IOException("version.txt is missing");
                }
                String version = new String(text.readAllBytes(), StandardCharsets.UTF_8);
                return new String[] {"ephor " + version.strip()};
            }
        }
    }
}
