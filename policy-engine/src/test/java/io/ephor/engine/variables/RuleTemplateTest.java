package io.ephor.engine.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class RuleTemplateTest {
    private static final ObjectNode DOCUMENT = JsonNodeFactory.instance
            .objectNode()
            .put("num", 7)
            .put("foo", "bar")
            .putNull("nul");

    @Test
    void emptiesTextsThatBecomeNull() {
        ObjectNode rule = rule("{{ nul }}", "{{ nul }}");

        assertThat(resolved(rule)).hasToString("{\"name\":\"\",\"validate\":{\"pattern\":{\"a\":null}}}");
    }

    @Test
    void refusesOtherValuesWhereATextBelongs() {
        assertThatThrownBy(() -> resolved(rule("{{ num }}", "x")))
                .isInstanceOf(SubstitutionException.class)
                .hasMessage("failed to decode the rule: expected a text at path /name, found `7`");
    }

    @Test
    void letsPatternsBecomeAnything() {
        assertThat(resolved(rule("{{ foo }}", "{{ num }}")))
                .hasToString("{\"name\":\"bar\",\"validate\":{\"pattern\":{\"a\":7}}}");
    }

    private static ObjectNode rule(String name, String leaf) {
        ObjectNode rule = JsonNodeFactory.instance.objectNode().put("name", name);
        rule.putObject("validate").putObject("pattern").put("a", leaf);
        return rule;
    }

    private static JsonNode resolved(JsonNode rule) {
        return RuleTemplate.compile(rule, DocumentScope.QUERIES).resolve(new DocumentScope(DOCUMENT));
    }
}
