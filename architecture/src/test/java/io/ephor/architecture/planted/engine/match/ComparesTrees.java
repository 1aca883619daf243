package io.ephor.architecture.planted.engine.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

final class ComparesTrees {
    private ComparesTrees() {}

    static boolean same(JsonNode left, TextNode right) {
        return right.equals(left) && left.asText().isEmpty();
    }
}
