package io.ephor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.test.ResourceNormalization;
import io.ephor.values.YamlDocument;
import io.ephor.values.YamlFault;
import io.ephor.values.YamlOutcome;
import io.ephor.values.YamlReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Loads the resources that a command line names. Not thread-safe, used once. */
final class ResourceFiles {
    private final InputFiles files;
    private final PrintStream err;
    private final List<JsonNode> resources = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final IdentityHashMap<JsonNode, YamlDocument> documents = new IdentityHashMap<>();

    ResourceFiles(InputFiles files, PrintStream err) {
        this.files = files;
        this.err = err;
    }

    /**
     * Returns the resources in the order in which they are named and written, as policies see them. Of a folder the YAML
     * files are read, without those below it.
     *
     * @throws CommandFault if anything cannot be read as a resource: what was not judged must not pass. It tells all
     *     that was found
     */
    List<JsonNode> load(List<String> paths) throws CommandFault {
        for (String path : paths) {
            try {
                load(path);
            } catch (CommandFault e) {
                faults.add("error: " + e.text());
            }
        }
        if (!faults.isEmpty()) {
            faults.forEach(fault -> err.print(fault + "\n"));
            throw new CommandFault("the resources cannot be read, nothing was applied");
        }
        return resources;
    }

    /** Returns what the resources were read from, by the resources themselves. */
    IdentityHashMap<JsonNode, YamlDocument> documents() {
        return documents;
    }

    private void load(String path) throws CommandFault {
        if (!files.isFolder(path)) {
            loadFile(path);
            return;
        }
        for (String file : files.yamlFilesOf(path)) {
            loadFile(file);
        }
    }

    private void loadFile(String path) throws CommandFault {
        for (YamlOutcome outcome : YamlReader.lenient().readAll(files.name(path), files.bytes(path))) {
            if (outcome instanceof YamlOutcome.Read read) {
                take(read.document());
            } else if (outcome instanceof YamlOutcome.Faulty faulty) {
                for (YamlFault fault : faulty.faults()) {
                    faults.add(fault.toString());
                }
            }
        }
    }

    private void take(YamlDocument document) {
        if (document.value().isNull()) {
            return;
        }
        if (!(document.value() instanceof ObjectNode object)) {
            faults.add(document.range() + ": error[not-a-resource]: expected an object with `apiVersion` and `kind`");
            return;
        }
        ResourceIdentity identity = ResourceIdentity.of(object);
        if (identity.kind().isEmpty() || identity.apiVersion().isEmpty()) {
            String missing = identity.kind().isEmpty() ? "kind" : "apiVersion";
            faults.add(document.range() + ": error[not-a-resource]: the resource has no `" + missing + "`");
            return;
        }
        if (identity.kind().equals("List") && identity.apiVersion().equals("v1")) {
            err.print(document.range() + ": warning[list]: a `List` is judged as one resource, not its items\n");
        }
        JsonNode resource = ResourceNormalization.of(object);
        documents.put(resource, document);
        resources.add(resource);
    }
}
