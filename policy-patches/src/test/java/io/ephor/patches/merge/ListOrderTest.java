package io.ephor.patches.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ListOrderTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int ROUNDS = 20_000;

    /** Equal texts of several kinds, and texts that share a hash code. */
    private static final List<JsonNode> TEXTS = List.of(
            NODES.textNode("80"),
            NODES.numberNode(80),
            NODES.numberNode(80L),
            NODES.numberNode(80.0),
            NODES.numberNode(-7),
            NODES.textNode("-7"),
            NODES.numberNode(0),
            NODES.numberNode(Integer.MAX_VALUE),
            NODES.textNode("2147483647"),
            NODES.booleanNode(true),
            NODES.textNode("true"),
            NODES.textNode("Aa"),
            NODES.textNode("BB"));

    @Test
    void keepsListsWhoseTextsOnlyShareAHash() {
        assertThat(kept(List.of("name"), named("Aa"), named("BB"))).isTrue();
        assertThat(kept(List.of("name"), named("Aa"), named("BB"), named("Aa"))).isFalse();
    }

    @Test
    void findsTheSameTextInValuesOfOtherKinds() {
        assertThat(kept(List.of("name"), named("80"), NODES.objectNode().put("name", 80)))
                .isFalse();
        assertThat(kept(List.of(""), NODES.textNode("true"), NODES.booleanNode(true)))
                .isFalse();
    }

    @Test
    void agreesWithTheSetOfAllTexts() {
        Random random = new Random(1);
        int keptOnes = 0;
        for (int i = 0; i < ROUNDS; i++) {
            List<String> keys = random.nextBoolean() ? List.of("a") : List.of("a", "b");
            ArrayNode list = list(keys, random);
            boolean kept = ListOrder.isKept(list, MergePosition.ofList(keys));
            assertThat(kept).as("%s by %s", list, keys).isEqualTo(areDistinct(list, keys));
            keptOnes += kept ? 1 : 0;
        }
        assertThat(keptOnes).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    /** Returns a list of elements that have all keys. */
    private static ArrayNode list(List<String> keys, Random random) {
        ArrayNode list = NODES.arrayNode();
        int size = random.nextInt(10) == 0 ? 60 : random.nextInt(5);
        for (int i = 0; i < size; i++) {
            ObjectNode element = list.addObject();
            for (String key : keys) {
                boolean own = size > 5 && random.nextInt(60) != 0;
                element.set(key, own ? NODES.textNode("text-" + i) : TEXTS.get(random.nextInt(TEXTS.size())));
            }
        }
        return list;
    }

    private static boolean areDistinct(ArrayNode list, List<String> keys) {
        HashSet<List<String>> all = new HashSet<>();
        for (JsonNode element : list) {
            List<String> texts = new ArrayList<>();
            keys.forEach(key -> texts.add(Values.text(element.path(key))));
            all.add(texts);
        }
        return all.size() == list.size();
    }

    private static JsonNode named(String name) {
        return NODES.objectNode().put("name", name);
    }

    private static boolean kept(List<String> keys, JsonNode... elements) {
        return ListOrder.isKept(NODES.arrayNode().addAll(List.of(elements)), MergePosition.ofList(keys));
    }
}
