package io.ephor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** The options of the program itself. */
@Command(
        name = "ephor",
        description = "Applies Kyverno policies to Kubernetes resources without a cluster.",
        versionProvider = RootCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND")
final class RootCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // its presence is what picocli acts on
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version and exit.")
    @SuppressWarnings("UnusedVariable") // its presence is what picocli acts on
    private boolean version;

    /** Reads the version that the build wrote beside the classes. */
    static final class Version implements IVersionProvider {
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
