package io.ephor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ResourceEditsTest {
    private static final JsonNode RESOURCE = Json.parse("{\"a/b\":[1,{\"c\":2}]}");

    @Test
    void editsACopy() {
        String operations = """
                [{"op":"add","path":"/a~1b/-","value":{"d":3}},
                 {"op":"replace","path":"/a~1b/2/d","value":4},
                 {"op":"add","path":"/a~1b/0","value":0},
                 {"op":"remove","path":"/a~1b/1"},
                 {"op":"remove","path":"/a~1b/1/c"},
                 {"op":"add","path":"/e","value":null}]
                """;
        String before = RESOURCE.toString();

        JsonNode edited = ResourceEdits.apply(RESOURCE, Json.parse(operations));

        assertThat(edited).hasToString("{\"a/b\":[0,{},{\"d\":4}],\"e\":null}");
        assertThat(RESOURCE).hasToString(before);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        JsonNode move = Json.parse("[{\"op\":\"move\",\"path\":\"/x\",\"from\":\"/y\"}]");
        JsonNode nowhere = Json.parse("[{\"op\":\"add\",\"path\":\"/x/y\",\"value\":1}]");

        assertThatThrownBy(() -> ResourceEdits.apply(RESOURCE, move)).hasMessageContaining("unknown operation");
        assertThatThrownBy(() -> ResourceEdits.apply(RESOURCE, nowhere)).hasMessageContaining("no such place");
    }
}
