package io.ephor.jmespath.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/**
 * The result of {@code items()}: a list whose Go type is {@code []map}, which equals no list and has no type that
 * {@code type()} knows.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go
 */
@SuppressWarnings("unchecked")
public final class ItemList extends ArrayNode {
    private static final long serialVersionUID = 1L;

    public ItemList(List<JsonNode> items) {
        super(JsonNodeFactory.instance, items);
    }
}
