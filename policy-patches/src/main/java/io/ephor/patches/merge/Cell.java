package io.ephor.patches.merge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** An element of a list that is being merged. Lists share cells, so that an element that changes does so in all of them. */
final class Cell {
    private JsonNode value;

    Cell(JsonNode value) {
        this.value = value;
    }

    static List<Cell> of(JsonNode list) {
        List<Cell> cells = new ArrayList<>(list.size());
        for (JsonNode element : list) {
            cells.add(new Cell(element));
        }
        return cells;
    }

    JsonNode value() {
        return value;
    }

    void set(JsonNode other) {
        value = other;
    }
}
