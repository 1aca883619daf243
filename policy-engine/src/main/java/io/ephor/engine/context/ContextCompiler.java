package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.variables.QueryCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compiles context entries. Used by one thread, during one load. */
public final class ContextCompiler {
    private static final TextNode EMPTY = TextNode.valueOf("");

    private final QueryCompiler queries;
    private final FaultCollector faults;

    /**
     * Makes a compiler.
     *
     * @param queries compiles the queries in entries
     */
    public ContextCompiler(QueryCompiler queries, FaultCollector faults) {
        this.queries = queries;
        this.faults = faults;
    }

    /**
     * {@return the entries of a rule or a loop, compiled} What is wrong with them is reported.
     *
     * @param entries the list as the policy states it; anything but a list has no entries
     * @param pointer the JSON pointer of the list in its document
     */
    public CompiledContext compile(JsonNode entries, String pointer) {
        if (!entries.isArray() || entries.isEmpty()) {
            return CompiledContext.EMPTY;
        }
        List<CompiledEntry> compiled = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            ContextEntry entry = read(entries.get(i), pointer + "/" + i);
            if (entry != null) {
                compiled.add(compile(entry));
            }
        }
        return new CompiledContext(compiled);
    }

    private @Nullable ContextEntry read(JsonNode node, String pointer) {
        EntryKind kind = EntryKind.of(node);
        String name = text(node, "name");
        if (kind == null || name.isEmpty()) {
            faults.report(Fault.error(
                    "invalid-context-entry",
                    pointer,
                    name.isEmpty()
                            ? "a context entry needs a name"
                            : "context entry `" + name + "` has no source of its value"));
            return null;
        }
        return new ContextEntry(name, kind, node.path(kind.field()), pointer);
    }

    private CompiledEntry compile(ContextEntry entry) {
        EntryName name = new EntryName(entry.name());
        JsonNode node = entry.definition();
        return switch (entry.kind()) {
            case VARIABLE -> variable(name, node);
            case CONFIG_MAP -> new ConfigMapEntry(name, textOf(node, "name"), textOf(node, "namespace"));
            case API_CALL -> apiCall(name, node);
            case GLOBAL_REFERENCE -> new GlobalReferenceEntry(name, entryText(node));
            case IMAGE_REGISTRY ->
                new ImageRegistryEntry(
                        name,
                        textOf(node, "reference"),
                        textOf(node, "jmesPath"),
                        orNull(node.path("imageRegistryCredentials")));
        };
    }

    private VariableEntry variable(EntryName name, JsonNode node) {
        String path = text(node, "jmesPath");
        EntryText pathText = path.isEmpty() ? null : entryText(TextNode.valueOf(path));
        JsonNode value = orNull(node.path("value"));
        JsonNode fallback = orNull(node.path("default"));
        return new VariableEntry(
                name,
                pathText,
                pathText != null && pathText.isStatic()
                        ? queries.compile(pathText.tree().textValue())
                        : null,
                value == null ? null : entryText(value),
                fallback == null ? null : entryText(fallback));
    }

    private ApiCallEntry apiCall(EntryName name, JsonNode node) {
        return new ApiCallEntry(
                name,
                entryText(call(node)),
                textOf(node, "urlPath"),
                textOf(node, "jmesPath"),
                orNull(node.path("default")));
    }

    /** Returns the parts of a call in the order in which the reference has them: the first error is told. */
    private static JsonNode call(JsonNode node) {
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        for (String field : List.of("urlPath", "method", "data", "service", "default", "jmesPath")) {
            if (node.has(field)) {
                call.set(field, node.get(field));
            }
        }
        return call;
    }

    private EntryText textOf(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return entryText(value.isTextual() ? value : EMPTY);
    }

    private EntryText entryText(JsonNode written) {
        return EntryText.compile(written, queries);
    }

    private static @Nullable JsonNode orNull(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node;
    }

    private static String text(JsonNode node, String field) {
        return Objects.requireNonNullElse(node.path(field).textValue(), "");
    }
}
