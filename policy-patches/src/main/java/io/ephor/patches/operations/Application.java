package io.ephor.patches.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Operations on one document, one after the other, with the three options that Kyverno turns on: negative indexes, a missing
 * path is no fault when something is removed, and missing containers are created when something is added. Not thread-safe.
 *
 * <p>Kyverno: {@code pkg/engine/mutate/patch/patchJSON6902.go}, evanphx/json-patch {@code v5/patch.go}
 */
final class Application {
    private final JsonNode document;
    private final Growth growth = new Growth();
    private Container root;

    Application(JsonNode document) {
        this.document = document;
        this.root = container(document, null, Slot.of(document));
    }

    /** {@return the document with what was changed; null where the reference would write the same characters} */
    @Nullable
    JsonNode result() {
        return Likeness.spelledAs(Slot.of(root), document) ? null : root.close();
    }

    void apply(CompiledOperation operation) {
        switch (operation.operation().kind()) {
            case ADD -> add(operation);
            case REMOVE -> remove(operation);
            case REPLACE -> replace(operation);
            case MOVE -> move(operation);
            case COPY -> copy(operation);
            case TEST -> test(operation);
        }
    }

    private void add(CompiledOperation operation) {
        Pointer path = operation.path();
        Written value = Objects.requireNonNull(operation.value());
        if (path.isEmpty() && value.isNull()) {
            root = new NullDocument(false, Slot.of(value));
            return;
        }
        if (path.isEmpty()) {
            if (value.fields() == null && value.elements() == null) {
                throw new OperationFault("json: cannot unmarshal " + value.kindName()
                        + " into Go value of type map[string]*jsonpatch.lazyNode");
            }
            root = container(value.node(), value, Slot.of(value));
            return;
        }
        create(path);
        Container container = find(path);
        if (container == null) {
            throw new OperationFault("add operation does not apply: doc is missing path: \"" + path.text() + "\""
                    + OperationFault.MISSING);
        }
        try {
            container.add(path.leaf(), Slot.of(value));
        } catch (OperationFault e) {
            throw new OperationFault("error in add for path: '" + path.text() + "': " + e.getMessage());
        }
    }

    private void remove(CompiledOperation operation) {
        Container container = find(operation.path());
        if (container == null) {
            return;
        }
        try {
            container.remove(operation.path().leaf());
        } catch (OperationFault e) {
            throw new OperationFault(
                    "error in remove for path: '" + operation.path().text() + "': " + e.getMessage());
        }
    }

    private void replace(CompiledOperation operation) {
        Pointer path = operation.path();
        Written value = Objects.requireNonNull(operation.value());
        if (path.isEmpty() && value.isNull()) {
            root = new NullDocument(true, null);
            return;
        }
        if (path.isEmpty()) {
            if (value.fields() == null && value.elements() == null) {
                throw new OperationFault("replace operation value must be object or array: %!w(<nil>)");
            }
            root = container(value.node(), value, null);
            return;
        }
        String unfit = "replace operation does not apply: doc is missing ";
        Container container = find(path);
        if (container == null) {
            throw new OperationFault(unfit + "path: " + path.text() + OperationFault.MISSING);
        }
        if (container.fault(path.leaf()) != null) {
            throw new OperationFault(unfit + "key: " + path.text() + OperationFault.MISSING);
        }
        try {
            container.set(path.leaf(), Slot.of(value));
        } catch (OperationFault e) {
            throw new OperationFault("error in remove for path: '" + path.text() + "': " + e.getMessage());
        }
    }

    private void move(CompiledOperation operation) {
        Pointer from = Objects.requireNonNull(operation.from());
        if (from.isEmpty()) {
            throw new OperationFault("unable to move entire document to another path: " + OperationFault.INVALID);
        }
        Container source = find(from);
        if (source == null) {
            throw new OperationFault(
                    "move operation does not apply: doc is missing from path: " + from.text() + OperationFault.MISSING);
        }
        String key = from.leaf();
        String fault = source.fault(key);
        if (fault != null) {
            throw new OperationFault("error in move for path: '" + key + "': " + fault);
        }
        Slot value = key.isEmpty() ? snapshot(source.get(key)) : source.get(key);
        try {
            source.remove(key);
        } catch (OperationFault e) {
            throw new OperationFault("error in move for path: '" + key + "': " + e.getMessage());
        }
        Pointer path = operation.path();
        Container destination = find(path);
        if (destination == null) {
            throw new OperationFault("move operation does not apply: doc is missing destination path: " + path.text()
                    + OperationFault.MISSING);
        }
        growth.moved(value, path);
        try {
            destination.add(path.leaf(), value);
        } catch (OperationFault e) {
            throw new OperationFault("error in move for path: '" + path.text() + "': " + e.getMessage());
        }
    }

    /** The empty key reads without taking away: what it reads must not end up inside itself. */
    private static @Nullable Slot snapshot(@Nullable Slot self) {
        return self == null || self.opened() == null ? self : Slot.of(self.close());
    }

    private void copy(CompiledOperation operation) {
        Pointer from = Objects.requireNonNull(operation.from());
        Container source = find(from);
        if (source == null) {
            throw new OperationFault("copy operation does not apply: doc is missing from path: \"" + from.text() + "\""
                    + OperationFault.MISSING);
        }
        String fault = source.fault(from.leaf());
        if (fault != null) {
            throw new OperationFault("error in copy for from: '" + from.text() + "': " + fault);
        }
        Pointer path = operation.path();
        Container destination = find(path);
        if (destination == null) {
            throw new OperationFault("copy operation does not apply: doc is missing destination path: " + path.text()
                    + OperationFault.MISSING);
        }
        Slot value = growth.copied(source.get(from.leaf()), path);
        try {
            destination.add(path.leaf(), value);
        } catch (OperationFault e) {
            throw new OperationFault("error while adding value during copy: " + e.getMessage());
        }
    }

    private void test(CompiledOperation operation) {
        Pointer path = operation.path();
        Written value = operation.value();
        OperationFault failed = new OperationFault("testing value " + path.text() + " failed: test failed");
        if (path.isEmpty()) {
            if (value == null || !Likeness.equal(Slot.of(root), value)) {
                throw failed;
            }
            return;
        }
        Container container = find(path);
        if (container == null) {
            throw new OperationFault(
                    "test operation does not apply: is missing path: " + path.text() + OperationFault.MISSING);
        }
        String fault = container.fault(path.leaf());
        if (fault != null && !container.isLenient()) {
            throw new OperationFault("error in test for path: '" + path.text() + "': " + fault);
        }
        Slot found = fault == null ? container.get(path.leaf()) : null;
        boolean passed = (value == null || found == null)
                ? (found == null && (value == null || value.isNull()))
                : (!value.isNull() && Likeness.equal(found, value));
        if (!passed) {
            throw failed;
        }
    }

    /** {@return the container of what a path points at, null where there is none} */
    private @Nullable Container find(Pointer path) {
        if (path.nowhere()) {
            return null;
        }
        Container container = root;
        for (int i = 0; i < path.tokens().size() - 1; i++) {
            String token = path.tokens().get(i);
            Slot next = container.fault(token) == null ? container.get(token) : null;
            Container inside = next == null ? null : next.open();
            if (inside == null) {
                return null;
            }
            container = inside;
        }
        return container;
    }

    /** Creates the containers that a path goes through. */
    private void create(Pointer path) {
        Container container = root;
        for (int i = 0; i < path.raw().size() - 1; i++) {
            String token = path.tokens().get(i);
            Slot next = container.fault(token) == null ? container.get(token) : null;
            if (next == null) {
                container = created(container, path.raw().get(i), path.raw().get(i + 1));
                continue;
            }
            Container inside = next.open();
            if (inside == null) {
                throw new OperationFault(OperationFault.INVALID);
            }
            container = inside;
        }
    }

    private Container created(Container container, String key, String next) {
        if (container instanceof OpenList list) {
            OptionalLong index = ListIndex.parse(key);
            if (index.isPresent() && index.getAsLong() >= list.size() + 1) {
                pad(list, index.getAsLong());
            }
        }
        OptionalLong index = ListIndex.parse(next);
        if (index.isEmpty() && !next.equals("-")) {
            return put(container, key, new OpenMap(JsonNodeFactory.instance.objectNode(), null, null));
        }
        long first = index.orElse(0);
        if (first < -1) {
            throw new OperationFault(
                    "Unable to ensure path for negative index other than -1: " + first + ": invalid index referenced");
        }
        OpenList list = new OpenList(JsonNodeFactory.instance.arrayNode(), null, null);
        put(container, key, list);
        pad(list, first);
        return list;
    }

    /** Puts a new container under a key as it is written; where it does not fit, it is lost, and the path stays missing. */
    private static Container put(Container container, String key, Container created) {
        try {
            container.add(key, Slot.of(created));
        } catch (OperationFault e) {
            return created;
        }
        return created;
    }

    private void pad(OpenList list, long size) {
        growth.padded(size - list.size());
        while (list.size() < size) {
            list.add("-", Growth.writtenNull());
        }
    }

    private static Container container(JsonNode node, @Nullable Written written, @Nullable Slot self) {
        return node.isArray() ? new OpenList(node, written, self) : new OpenMap(node, written, self);
    }

    /** Applies operations to a document; null where nothing changes. */
    static @Nullable JsonNode apply(List<CompiledOperation> operations, JsonNode document) {
        if (operations.isEmpty()) {
            return null;
        }
        Application application = new Application(document);
        for (CompiledOperation operation : operations) {
            application.apply(operation);
        }
        return application.result();
    }
}
