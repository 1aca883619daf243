package io.ephor.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code ephor} with its surroundings injected. Not thread-safe. */
public final class Ephor {
    private static final int FAILED = 1;

    private final Surroundings surroundings;

    /**
     * Creates the program.
     *
     * @param surroundings what it reads and where it writes
     */
    public Ephor(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Runs one command line. Never ends the process: every fault is told on the error stream and by the exit code.
     *
     * @param arguments the arguments of the command line
     * @return how it ended
     */
    public Outcome run(String... arguments) {
        CommandLine commands = new CommandLine(RootCommand.spec())
                .setOut(writer(surroundings.out()))
                .setErr(writer(surroundings.err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(surroundings.colours() ? Ansi.ON : Ansi.OFF))
                .setOverwrittenOptionsAllowed(true)
                .setExpandAtFiles(false);
        try {
            return run(commands, commands.parseArgs(arguments));
        } catch (ParameterException e) {
            return misused(e);
        } catch (CommandFault e) {
            return fault(e.text());
        } catch (OutOfMemoryError e) {
            return fault("the memory is exhausted; JAVA_TOOL_OPTIONS=-Xmx4g gives more");
        }
    }

    private Outcome run(CommandLine commands, ParseResult parsed) throws CommandFault {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return Outcome.exit(helped);
        }
        ParseResult command = parsed.subcommand();
        if (command != null && command.commandSpec().name().equals(ApplyCommand.NAME)) {
            return new Application(surroundings).apply(ApplyCommand.request(command));
        }
        if (command != null && command.commandSpec().name().equals(ExplainCommand.NAME)) {
            return new Application(surroundings).explain(ExplainCommand.request(command));
        }
        return help(commands, command == null ? "" : command.matchedPositionalValue(0, ""));
    }

    private Outcome help(CommandLine commands, String name) throws CommandFault {
        CommandLine command =
                name.isEmpty() ? commands : commands.getSubcommands().get(name);
        if (command == null) {
            throw new CommandFault("unknown command `" + name + "`");
        }
        command.usage(command.getOut());
        return Outcome.exit(0);
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
