package io.ephor.architecture.planted.patches;

import picocli.CommandLine;

final class UsesALibrary {
    private UsesALibrary() {}

    static String version() {
        return CommandLine.VERSION + new CommandLine(new Object()).getCommandName();
    }
}
