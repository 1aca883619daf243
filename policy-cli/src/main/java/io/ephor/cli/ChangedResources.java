package io.ephor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationResult;
import io.ephor.GeneratedResource;
import io.ephor.Generation;
import io.ephor.PatchedTarget;
import io.ephor.RuleStatus;
import io.ephor.cli.ApplyRequest.Format;
import io.ephor.values.YamlWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows what policies made of resources: as YAML on the standard output, or in files. Used by one thread for one run.
 *
 * <p>Kyverno: cmd/cli/kubectl-kyverno/processor/policy_processor.go
 */
final class ChangedResources {
    private static final int INDENTATION = 4;

    private final PrintStream out;
    private final PrintStream err;
    private final @Nullable Path file;
    private final boolean folder;
    private final boolean silent;
    private final boolean headings;

    private ChangedResources(
            Surroundings surroundings, @Nullable Path file, boolean folder, boolean silent, boolean headings) {
        this.out = surroundings.out();
        this.err = surroundings.err();
        this.file = file;
        this.folder = folder;
        this.silent = silent;
        this.headings = headings;
    }

    /**
     * Opens the output, and empties the file that it goes to.
     *
     * @throws CommandFault if the file cannot be written
     */
    static ChangedResources open(ApplyRequest request, Surroundings surroundings) throws CommandFault {
        String output = request.output();
        Path file = output == null ? null : surroundings.resolve(output);
        boolean folder = output != null && (output.endsWith("/") || Files.isDirectory(surroundings.resolve(output)));
        if (file != null) {
            create(file, folder);
        }
        return new ChangedResources(surroundings, file, folder, request.format() == Format.JSONL, !request.quiet());
    }

    private static void create(Path file, boolean folder) throws CommandFault {
        try {
            Path parent = folder ? file : file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (!folder) {
                Files.writeString(file, "");
            }
        } catch (IOException e) {
            throw new CommandFault("cannot write to `" + file + "`: " + e.getMessage());
        }
    }

    /**
     * Takes what a policy that mutates made of a resource, whether it changed anything or not; nothing is shown where one
     * of its rules ended in error.
     *
     * @throws CommandFault if a file cannot be written
     */
    void add(ResourceIdentity resource, EvaluationResult result) throws CommandFault {
        if (result.rules().stream().anyMatch(rule -> rule.status() == RuleStatus.ERROR)) {
            return;
        }
        write(resource, result, result.patchedResource(), result.targets(), resource.name() + "-mutated.yaml");
        if (!silent) {
            out.print("\n\nMutation:\nMutation has been applied successfully.");
        }
    }

    /**
     * Takes what a policy that generates wants to be created. Of a policy of which something could not be made nothing is
     * shown, and the error stream says why.
     *
     * @throws CommandFault if a file cannot be written
     */
    void addGenerated(ResourceIdentity resource, EvaluationResult result) throws CommandFault {
        boolean complete = true;
        for (Generation generation : result.generations()) {
            if (generation.failure() != null) {
                err.print("warning: policy " + result.policy().name() + ": rule " + generation.rule()
                        + " could not generate: " + generation.failure() + "\n");
                complete = false;
            }
        }
        for (GeneratedResource generated : complete ? result.generated() : List.<GeneratedResource>of()) {
            if (generated.action() == GeneratedResource.Action.CREATE) {
                String fileName = result.policy().name() + "-generated.yaml";
                write(resource, result, generated.resource(), List.of(), fileName);
                if (!silent) {
                    out.print("\n\nGenerate:\nGeneration completed successfully.");
                }
            }
        }
    }

    private void write(
            ResourceIdentity resource,
            EvaluationResult result,
            JsonNode object,
            List<PatchedTarget> targets,
            String fileName)
            throws CommandFault {
        String yaml = YamlWriter.write(object, INDENTATION);
        if (file != null) {
            StringBuilder all = new StringBuilder(yaml).append("\n---\n\n");
            targets.forEach(target -> all.append(yaml(target)).append("\n---\n"));
            append(folder ? file.resolve(fileName(fileName)) : file, all.toString());
        } else if (!silent) {
            String path = resource.namespace() + "/" + resource.kind() + "/" + resource.name();
            String heading = "\npolicy " + result.policy().name() + " applied to " + path + ":";
            out.print((headings ? heading : "") + "\n" + yaml + "\n---\n");
            if (!targets.isEmpty()) {
                out.print("patched targets: \n");
                targets.forEach(target -> out.print("\n" + yaml(target) + "\n---\n\n"));
            }
        }
    }

    private static String yaml(PatchedTarget target) {
        return YamlWriter.write(target.after(), INDENTATION);
    }

    /** The name of a resource must not lead out of the folder. */
    private static String fileName(String name) {
        return name.replace('/', '_').replace('\\', '_');
    }

    private static void append(Path file, String text) throws CommandFault {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new CommandFault("cannot write to `" + file + "`: " + e.getMessage());
        }
    }
}
