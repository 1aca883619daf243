package io.ephor.patches;

import static io.ephor.patches.JsonText.json;
import static io.ephor.patches.JsonText.nestedMaps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.fge.jsonpatch.JsonPatchException;
import io.ephor.values.JsonEquality;
import io.ephor.values.NumberView;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentPatchTest {
    private static final int DOCUMENTS = 10_000;
    private static final String[] KEYS = {"a", "b", "c~d", "e/f", "0", "name"};

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{a:1} | {a:1.0} | []",
                "{a:1,b:2} | {b:3,'c/d':{}} | [{op:'remove',path:'/a'},{op:'replace',path:'/b',value:3},{op:'add',path:'/c~1d',value:{}}]",
                "{l:[1,2,3]} | {l:[0,1,2,3]} | [{op:'add',path:'/l/0',value:0}]",
                "{l:[1,2,3,4]} | {l:[1,4]} | [{op:'remove',path:'/l/2'},{op:'remove',path:'/l/1'}]",
                "{l:[{a:1},{a:2}]} | {l:[{a:1},{a:3}]} | [{op:'replace',path:'/l/1/a',value:3}]",
                "{l:[1,2,3,4]} | {l:[0,2,4,5]} | [{op:'replace',path:'/l/0',value:0},{op:'replace',path:'/l/2',value:4},{op:'replace',path:'/l/3',value:5}]",
                "{l:[{n:1},{n:2},{n:3},{n:4}]} | {l:[{n:9},{n:1},{n:3},{n:4,v:1}]} | [{op:'replace',path:'/l/0/n',value:9},{op:'replace',path:'/l/1/n',value:1},{op:'add',path:'/l/3/v',value:1}]",
                "{l:[1,2,3,4,5,6]} | {l:[3,6]} | [{op:'remove',path:'/l/1'},{op:'remove',path:'/l/0'},{op:'remove',path:'/l/2'},{op:'remove',path:'/l/1'}]",
                "{a:[]} | {a:{}} | [{op:'replace',path:'/a',value:{}}]",
                "[1] | {} | [{op:'replace',path:'',value:{}}]",
            })
    void saysWhatHasToBeDone(String before, String after, String patch) {
        assertThat(DocumentPatch.between(json(before), json(after)).toJson()).isEqualTo(json(patch));
    }

    @Test
    void makesOneDocumentOfTheOther() throws JsonPatchException {
        Random random = new Random(20261125);
        for (int i = 0; i < DOCUMENTS; i++) {
            JsonNode before = map(random, 3);
            JsonNode after = random.nextInt(3) == 0 ? map(random, 3) : changed(before, random);
            JsonNode kept = before.deepCopy();
            DocumentPatch patch = DocumentPatch.between(before, after);
            PatchOutcome outcome =
                    JsonPatchDocument.parse(patch.toJson().toString()).apply(before);
            assertThat(before).isEqualTo(kept);
            JsonNode ours = outcome instanceof PatchOutcome.Patched patched ? patched.document() : before;
            assertSame(ours, after);
            assertSame(patch.toJsonPatch().apply(before), after);
            assertThat(patch.operations().isEmpty())
                    .isEqualTo(JsonEquality.sameValue(before, after, NumberView.AS_WRITTEN));
            if (patch.operations().isEmpty()) {
                assertThat(outcome).isEqualTo(new PatchOutcome.Unchanged());
            }
        }
    }

    @Test
    void changesListsInTheFewestSteps() {
        Random random = new Random(5);
        for (int i = 0; i < DOCUMENTS; i++) {
            ArrayNode before = numbers(random);
            ArrayNode after = numbers(random);
            assertThat(DocumentPatch.between(before, after).operations())
                    .as("%s to %s", before, after)
                    .hasSize(distance(before, after));
        }
    }

    private static ArrayNode numbers(Random random) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = random.nextInt(10); i > 0; i--) {
            list.add(random.nextInt(4));
        }
        return list;
    }

    private static int distance(ArrayNode before, ArrayNode after) {
        int[][] table = new int[before.size() + 1][after.size() + 1];
        for (int i = 0; i <= before.size(); i++) {
            for (int j = 0; j <= after.size(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                } else if (before.get(i - 1).equals(after.get(j - 1))) {
                    table[i][j] = table[i - 1][j - 1];
                } else {
                    table[i][j] = 1 + Math.min(table[i - 1][j - 1], Math.min(table[i - 1][j], table[i][j - 1]));
                }
            }
        }
        return table[before.size()][after.size()];
    }

    @Test
    @Timeout(20)
    void comparesLongListsAndManyListsInBoundedTime() {
        ArrayNode before = JsonNodeFactory.instance.arrayNode();
        ArrayNode after = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 100_000; i++) {
            before.add(i);
            after.add(i + 1);
        }
        assertThat(DocumentPatch.between(before, after).operations()).hasSize(100_000);
        ArrayNode manyBefore = JsonNodeFactory.instance.arrayNode();
        ArrayNode manyAfter = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 400; i++) {
            ArrayNode inner = manyBefore.addArray();
            ArrayNode other = manyAfter.addArray();
            for (int j = 0; j < 500; j++) {
                inner.add(i + j);
                other.add(i - j);
            }
        }
        assertThat(DocumentPatch.between(manyBefore, manyAfter).operations()).hasSize(400 * 499);
        ArrayNode two = JsonNodeFactory.instance.arrayNode().add("a").add("b");
        ArrayNode alike = textsOfTheSameHash(17);
        assertThat(DocumentPatch.between(two, alike).operations()).hasSize(1 << 17);
        assertThat(DocumentPatch.between(alike, two).operations()).hasSize(1 << 17);
    }

    /** Lists in another order, all of whose elements have the same hash. */
    @Test
    void makesOneListOfTheOtherWhereAllHashesAreTheSame() {
        ArrayNode before = textsOfTheSameHash(6);
        ArrayNode after = JsonNodeFactory.instance.arrayNode();
        for (int i = before.size() - 1; i >= 0; i--) {
            after.add(before.get(i)).add("new");
        }
        JsonNode patch = DocumentPatch.between(before, after).toJson();
        PatchOutcome outcome = JsonPatchDocument.parse(patch.toString()).apply(before);
        assertThat(((PatchOutcome.Patched) outcome).document()).isEqualTo(after);
    }

    private static ArrayNode textsOfTheSameHash(int length) {
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 1 << length; i++) {
            StringBuilder text = new StringBuilder();
            for (int bit = 0; bit < length; bit++) {
                text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            texts.add(text.toString());
        }
        assertThat(texts.get(1).textValue()).hasSameHashCodeAs(texts.get(0).textValue());
        return texts;
    }

    @Test
    void mergesRandomPatchesWithoutWritingToTheirInput() {
        Random random = new Random(7);
        for (int i = 0; i < DOCUMENTS; i++) {
            ObjectNode before = map(random, 3).put("kind", "X");
            JsonNode patch = map(random, 3);
            JsonNode keptDocument = before.deepCopy();
            JsonNode keptPatch = patch.deepCopy();
            StrategicMerge merge = StrategicMerge.compile(patch);
            PatchOutcome outcome = merge.apply(before);
            assertThat(before).isEqualTo(keptDocument);
            assertThat(patch).isEqualTo(keptPatch);
            if (outcome instanceof PatchOutcome.Patched patched) {
                assertThat(JsonEquality.sameValue(before, patched.document(), NumberView.AS_WRITTEN))
                        .as("%s with %s", before, patch)
                        .isFalse();
                assertThat(merge.apply(patched.document())).as("twice").isNotNull();
            }
        }
    }

    @Test
    void replacesWhatIsTooDeepAsAWhole() {
        JsonNode before = nestedMaps("a", 50_000, TextNode.valueOf("x"));
        JsonNode after = nestedMaps("a", 50_000, TextNode.valueOf("y"));
        assertThat(DocumentPatch.between(before, after).operations())
                .singleElement()
                .satisfies(operation -> assertThat(operation.path()).hasSize(1_000));
    }

    private static void assertSame(JsonNode actual, JsonNode expected) {
        assertThat(JsonEquality.sameValue(actual, expected, NumberView.AS_WRITTEN))
                .as("%s is %s", actual, expected)
                .isTrue();
    }

    private static ObjectNode map(Random random, int depth) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(4); i >= 0; i--) {
            map.set(KEYS[random.nextInt(KEYS.length)], value(random, depth - 1));
        }
        return map;
    }

    private static JsonNode value(Random random, int depth) {
        int kind = random.nextInt(depth > 0 ? 8 : 6);
        return switch (kind) {
            case 0 -> JsonNodeFactory.instance.nullNode();
            case 1 -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
            case 2, 3 -> JsonNodeFactory.instance.numberNode(random.nextInt(4));
            case 4, 5 -> JsonNodeFactory.instance.textNode("t" + random.nextInt(4));
            case 6 -> map(random, depth);
            default -> list(random, depth);
        };
    }

    private static ArrayNode list(Random random, int depth) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            list.add(value(random, depth - 1));
        }
        return list;
    }

    private static JsonNode changed(JsonNode document, Random random) {
        if (document.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            document.properties().forEach(field -> {
                if (random.nextInt(8) > 0) {
                    copy.set(
                            field.getKey(),
                            random.nextInt(3) == 0 ? changed(field.getValue(), random) : field.getValue());
                }
            });
            return random.nextInt(4) == 0 ? copy.set(KEYS[random.nextInt(KEYS.length)], value(random, 1)) : copy;
        }
        if (document.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            document.forEach(element -> {
                if (random.nextInt(6) > 0) {
                    copy.add(random.nextInt(3) == 0 ? changed(element, random) : element);
                }
                if (random.nextInt(6) == 0) {
                    copy.add(value(random, 1));
                }
            });
            return copy;
        }
        return random.nextBoolean() ? document : value(random, 1);
    }
}
