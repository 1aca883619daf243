package io.ephor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ShortJsonTest {
    private static final String SMILE = "\uD83D\uDE00";

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }

    @Test
    void showsTheWholeOfWhatFitsOnALine() {
        for (String character : new String[] {"a", SMILE}) {
            String fits = character.repeat(118);
            assertThat(ShortJson.of(text(fits))).isEqualTo("\"" + fits + "\"");
        }
    }

    @Test
    void cutsWhatIsLongerByOneCharacter() {
        for (String character : new String[] {"a", SMILE}) {
            for (int length : new int[] {119, 120, 121, 122, 1_000}) {
                assertThat(ShortJson.of(text(character.repeat(length)))).isEqualTo("\"" + character.repeat(118) + "…");
            }
        }
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(ShortJson.of(text("a" + SMILE.repeat(200)))).isEqualTo("\"a" + SMILE.repeat(117) + "…");
    }

    @Test
    void doesNotLoseTheElementsBehindALongText() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        list.add(SMILE.repeat(60)).add("b").add("c");
        assertThat(ShortJson.of(list)).isEqualTo("[\"" + SMILE.repeat(60) + "\",\"b\",\"c\"]");

        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("a", SMILE.repeat(60)).put("b", 1);
        assertThat(ShortJson.of(object)).isEqualTo("{\"a\":\"" + SMILE.repeat(60) + "\",\"b\":1}");
    }

    @Test
    void saysOfAListThatIsCutThatItGoesOn() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        list.add(SMILE.repeat(118)).add("b");
        assertThat(ShortJson.of(list)).isEqualTo("[\"" + SMILE.repeat(117) + "…");
    }
}
