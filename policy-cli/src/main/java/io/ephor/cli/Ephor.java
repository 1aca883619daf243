package io.ephor.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code ephor} with its surroundings injected. Not thread-safe. */
public final class Ephor {
    private static final int FAILED = 1;

    private final Surroundings surroundings;

    public Ephor(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Runs one command line. Never ends the process: every fault is told on the error stream and by the exit code. */
    public Outcome run(String... arguments) {
        RootCommand root = new RootCommand();
        ApplyCommand apply = new ApplyCommand();
        CommandLine commands = commands(root, apply);
        try {
            ParseResult parsed = commands.parseArgs(arguments);
            Integer helped = CommandLine.executeHelpRequest(parsed);
            if (helped != null) {
                return Outcome.exit(helped);
            }
            if (parsed.subcommand() != null) {
                return new Application(surroundings).apply(apply.request());
            }
            commands.usage(commands.getOut());
            return Outcome.exit(0);
        } catch (ParameterException e) {
            return misused(e);
        } catch (CommandFault e) {
            return fault(e.text());
        }
    }

    private CommandLine commands(RootCommand root, ApplyCommand apply) {
        return new CommandLine(root)
                .addSubcommand(apply)
                .addSubcommand(new HelpCommand())
                .setOut(writer(surroundings.out()))
                .setErr(writer(surroundings.err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(surroundings.colours() ? Ansi.ON : Ansi.OFF))
                .setOverwrittenOptionsAllowed(true)
                .setExpandAtFiles(false);
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private Outcome misused(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched);
        }
        String message = String.valueOf(fault.getMessage());
        return fault(Character.toLowerCase(message.charAt(0)) + message.substring(1));
    }

    private Outcome unknown(UnmatchedArgumentException fault) {
        String word = fault.getUnmatched().get(0);
        String sort = word.startsWith("-") ? "option" : "command";
        List<String> suggestions = fault.getSuggestions();
        String hint = suggestions.isEmpty() ? "" : "; did you mean `" + suggestions.get(0) + "`?";
        return fault("unknown " + sort + " `" + word + "`" + hint);
    }

    private Outcome fault(String message) {
        surroundings.err().println("error: " + message);
        return Outcome.exit(FAILED);
    }
}
