package io.ephor.patches.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ephor.values.KeyOrder;
import io.ephor.values.PatchOperation;
import io.ephor.values.PatchOperation.Kind;
import io.ephor.values.YamlOutcome;
import io.ephor.values.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the operations of a patch, and checks all of them before any is applied.
 *
 * <p>Kyverno: {@code pkg/engine/mutate/patch/patchesUtils.go}, evanphx/json-patch {@code v5/patch.go}
 */
final class OperationReader {
    private static final String UNDECODED = "failed to decode patches: ";
    private static final int MOST_SEGMENTS = 1_000;

    private final int depth;

    OperationReader(int depth) {
        this.depth = depth;
    }

    /** Reads a text: JSON where it starts with a bracket, else YAML. */
    List<CompiledOperation> read(String text) {
        return operations(text.startsWith("[") ? text : fromYaml(text));
    }

    private static String fromYaml(String text) {
        YamlOutcome outcome = YamlReader.lenient().readFirst("patchesJson6902", text);
        if (outcome instanceof YamlOutcome.Faulty faulty) {
            throw new OperationFault("failed to convert patchesJSON6902 to JSON: yaml: "
                    + faulty.faults().get(0).message());
        }
        return GoJson.write(outcome.orThrow().value());
    }

    private List<CompiledOperation> operations(String json) {
        Written patch;
        try {
            patch = WrittenReader.read(json, depth);
        } catch (OperationFault e) {
            throw new OperationFault(UNDECODED + e.getMessage());
        }
        if (patch.isNull()) {
            return List.of();
        }
        if (patch.elements() == null) {
            throw new OperationFault(UNDECODED + unmarshal(patch, "jsonpatch.Patch"));
        }
        for (Written element : patch.elements()) {
            if (element.fields() == null && !element.isNull()) {
                throw new OperationFault(UNDECODED + unmarshal(element, "jsonpatch.Operation"));
            }
        }
        List<CompiledOperation> operations = new ArrayList<>(patch.elements().size());
        for (Written element : patch.elements()) {
            operations.add(operation(element));
        }
        return List.copyOf(operations);
    }

    private static CompiledOperation operation(Written written) {
        String name = name(written.field("op"));
        Kind kind = kind(name);
        if (kind == null) {
            throw invalid(written, "unsupported operation");
        }
        Written value = written.field("value");
        if (value == null && (kind == Kind.ADD || kind == Kind.REPLACE)) {
            throw invalid(written, "failed to decode 'value': operation, missing value field: missing value");
        }
        Pointer from = null;
        if (kind == Kind.MOVE || kind == Kind.COPY) {
            from = pointer(written, "from", "operation, missing from field: missing value");
        }
        Pointer path = pointer(written, "path", "operation missing path field: missing value");
        boolean valued = kind == Kind.ADD || kind == Kind.REPLACE || kind == Kind.TEST;
        JsonNode node = value == null ? NullNode.instance : value.node();
        PatchOperation operation =
                new PatchOperation(kind, path.text(), from == null ? null : from.text(), valued ? node : null);
        return new CompiledOperation(operation, path, from, value);
    }

    private static Pointer pointer(Written operation, String field, String missing) {
        Written written = operation.field(field);
        if (written == null || written.isNull()) {
            throw invalid(operation, "failed to decode '" + field + "': " + missing);
        }
        if (!written.node().isTextual()) {
            throw invalid(operation, "failed to decode '" + field + "': " + unmarshal(written, "string"));
        }
        try {
            return Pointer.parse(written.node().textValue(), MOST_SEGMENTS);
        } catch (OperationFault e) {
            throw new OperationFault(UNDECODED + e.getMessage());
        }
    }

    private static String name(@Nullable Written written) {
        return written == null || !written.node().isTextual()
                ? ""
                : written.node().textValue();
    }

    private static @Nullable Kind kind(String name) {
        return switch (name) {
            case "add" -> Kind.ADD;
            case "remove" -> Kind.REMOVE;
            case "replace" -> Kind.REPLACE;
            case "move" -> Kind.MOVE;
            case "copy" -> Kind.COPY;
            case "test" -> Kind.TEST;
            default -> null;
        };
    }

    private static String unmarshal(Written value, String type) {
        return "json: cannot unmarshal " + value.kindName() + " into Go value of type " + type;
    }

    private static OperationFault invalid(Written operation, String why) {
        return new OperationFault(UNDECODED + "invalid operation " + shown(operation) + ": " + why);
    }

    /** The operation on one line, its own keys sorted and its values as they are written. */
    private static String shown(Written operation) {
        if (operation.fields() == null) {
            return "null";
        }
        TreeMap<String, Written> fields = new TreeMap<>(KeyOrder.INSTANCE);
        fields.putAll(operation.fields());
        StringBuilder text = new StringBuilder("{");
        fields.forEach((key, value) -> {
            text.append(text.length() == 1 ? "" : ",").append(GoJson.quote(key)).append(':');
            text.append(value.compact(true));
        });
        return text.append('}').toString();
    }
}
