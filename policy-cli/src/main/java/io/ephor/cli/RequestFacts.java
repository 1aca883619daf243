package io.ephor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.Diagnostic;
import io.ephor.UserInfo;
import io.ephor.test.RequestFiles;
import io.ephor.test.TestValues;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Under which circumstances the policies of a run are asked. Immutable. */
record RequestFacts(TestValues values, UserInfo user) {
    /**
     * Reads what a request says about circumstances.
     *
     * @param err where faults of the files are told
     * @throws CommandFault if a file that is named cannot be used
     */
    static RequestFacts read(ApplyRequest request, InputFiles files, PrintStream err) throws CommandFault {
        Consumer<Diagnostic> complain = diagnostic -> err.print(diagnostic.render());
        TestValues values = assigned(request.assignments(), err);
        String valuesFile = request.valuesFile();
        if (valuesFile != null) {
            values = usable(
                    RequestFiles.values(Path.of(files.name(valuesFile)), files.bytes(valuesFile), complain),
                    valuesFile);
        }
        UserInfo user = UserInfo.none();
        String userFile = request.userFile();
        if (userFile != null) {
            user = usable(RequestFiles.user(Path.of(files.name(userFile)), files.bytes(userFile), complain), userFile);
        }
        return new RequestFacts(values, user);
    }

    private static <T> T usable(@Nullable T read, String path) throws CommandFault {
        if (read == null) {
            throw new CommandFault("`" + path + "` cannot be used, nothing was applied");
        }
        return read;
    }

    /**
     * Returns the variables of {@code NAME=VALUE} texts. Of several values of a name the first counts; a text that is no
     * assignment or would change the resource is passed over.
     *
     * <p>Kyverno: cmd/cli/kubectl-kyverno/variables/parse.go.
     */
    private static TestValues assigned(List<String> assignments, PrintStream err) {
        Map<String, JsonNode> variables = new LinkedHashMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            String name = assignment.substring(0, Math.max(0, equals)).strip();
            String value = assignment.substring(equals + 1).strip();
            boolean usable = !name.isEmpty() && !value.isEmpty() && value.indexOf('=') < 0;
            if (usable && !name.contains("request.object.")) {
                variables.putIfAbsent(name, TextNode.valueOf(value));
            } else {
                err.print("warning: `--set " + assignment + "` has no effect\n");
            }
        }
        return new TestValues(variables, List.of(), Map.of(), List.of());
    }
}
