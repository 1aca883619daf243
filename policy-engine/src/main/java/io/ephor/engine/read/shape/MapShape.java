package io.ephor.engine.read.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map with keys of the author's choice.
 *
 * @param value the shape of a value
 * @param forNull what a null value becomes; where this is null, the API server leaves the entry out
 */
record MapShape(Shape value, @Nullable JsonNode forNull) implements Shape {
    @Override
    public JsonNode check(JsonNode map, ShapeCheck check) {
        if (!(map instanceof ObjectNode object)) {
            check.wrongType(this, map);
            return map;
        }
        ObjectNode copy = null;
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            JsonNode before = entry.getValue();
            JsonNode after = forNull;
            if (!before.isNull()) {
                check.enter(entry.getKey());
                after = value.check(before, check);
                check.leave();
            }
            if (after == before) {
                continue;
            }
            copy = copy == null ? ObjectShape.shallowCopy(object) : copy;
            if (after == null) {
                copy.remove(entry.getKey());
            } else {
                copy.set(entry.getKey(), after);
            }
        }
        return copy == null ? map : copy;
    }

    @Override
    public String expected() {
        return "a map";
    }
}
