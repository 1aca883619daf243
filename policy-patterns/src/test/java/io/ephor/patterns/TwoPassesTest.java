package io.ephor.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.NumberView;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast pass must say what the slow pass says, or nothing. */
class TwoPassesTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String[] KEYS = {"a", "b", "metadata", "labels", "annotations", "conditional anchor mismatch"};
    private static final String[] FRAMES = {"%s", "%s", "%s", "(%s)", "=(%s)", "X(%s)", "^(%s)", "<(%s)", "+(%s)", "%s*"
    };
    private static final String[] WANTED = {"x", "?*", "*", "!x", ">5", "1-5", "x | y", "its global anchor mismatch"};
    private static final String[] FOUND = {
        "x", "y", "", "7", "conditional anchor mismatch", "conditional", "anchor", "mismatch"
    };

    @Test
    void agreeOnRecordedTrees() {
        Map<Integer, JsonNode> patterns = new HashMap<>();
        Map<Integer, JsonNode> resources = new HashMap<>();
        for (JsonNode row : RecordedAnswers.rows("patterns/tree.jsonl.gz")) {
            if (!row.has("v")) {
                boolean pattern = row.has("p");
                (pattern ? patterns : resources)
                        .put(row.get(pattern ? "p" : "r").intValue(), row.get(pattern ? "pattern" : "resource"));
                continue;
            }
            agree(
                    row.has("p") ? defined(patterns, row.get("p")) : row.get("pattern"),
                    row.has("r") ? defined(resources, row.get("r")) : row.get("resource"));
        }
    }

    @Test
    void agreeOnRandomTrees() {
        Random random = new Random(20261125);
        int matched = 0;
        for (int i = 0; i < 60_000; i++) {
            matched += agree(pattern(random, 4), value(random, 4)) ? 1 : 0;
        }
        // if nothing matched, nothing was tried
        assertThat(matched).isGreaterThan(3_000);
    }

    private static JsonNode defined(Map<Integer, JsonNode> definitions, JsonNode number) {
        return Objects.requireNonNull(definitions.get(number.intValue()));
    }

    private static boolean agree(JsonNode tree, JsonNode value) {
        Pattern pattern = Pattern.compile(tree);
        boolean fast = pattern.certainlyMatches(value, NumberView.AS_WRITTEN);
        PatternMatch slow = pattern.examine(value, NumberView.AS_WRITTEN);
        boolean matched = slow instanceof PatternMatch.Matched;
        assertThat(pattern.match(value, NumberView.AS_WRITTEN))
                .as("%s on %s", tree, value)
                .isEqualTo(slow);
        if (fast && !matched) {
            assertThat(slow).as("%s on %s", tree, value).isInstanceOf(PatternMatch.Matched.class);
        }
        // only the words of a skip may keep the fast pass from seeing a match
        if (matched && !fast) {
            assertThat(tree + " on " + value).contains("anchor");
        }
        return matched;
    }

    private static JsonNode pattern(Random random, int depth) {
        int kind = random.nextInt(10);
        if (depth == 0 || kind < 4) {
            return scalar(random, WANTED);
        }
        if (kind < 6) {
            ArrayNode list = NODES.arrayNode();
            for (int i = random.nextInt(3); i >= 0; i--) {
                list.add(pattern(random, depth - 1));
            }
            return list;
        }
        ObjectNode map = NODES.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            String key = KEYS[random.nextInt(random.nextInt(20) == 0 ? KEYS.length : KEYS.length - 1)];
            map.set(FRAMES[random.nextInt(FRAMES.length)].formatted(key), pattern(random, depth - 1));
        }
        return map;
    }

    private static JsonNode value(Random random, int depth) {
        int kind = random.nextInt(10);
        if (depth == 0 || kind < 3) {
            return scalar(random, FOUND);
        }
        if (kind < 6) {
            ArrayNode list = NODES.arrayNode();
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add(value(random, depth - 1));
            }
            return list;
        }
        ObjectNode map = NODES.objectNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            String key = KEYS[random.nextInt(KEYS.length)];
            map.set(random.nextInt(6) == 0 ? key + random.nextInt(2) : key, value(random, depth - 1));
        }
        return map;
    }

    private static JsonNode scalar(Random random, String[] texts) {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.numberNode(random.nextInt(9));
            case 1 -> NODES.numberNode(random.nextInt(9) / 2.0);
            case 2 -> NODES.booleanNode(random.nextBoolean());
            case 3 -> NODES.nullNode();
            default -> NODES.textNode(texts[random.nextInt(texts.length)]);
        };
    }
}
