package io.ephor.engine.variables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class PlaceholderSubstitutionTest {
    @Test
    void putsAWordWhereVariablesAre() {
        ObjectNode rule = rule("x {{ a }}{{ b }} {{ c{{ d }} }} é{{ e }} \\{{ f }}");

        assertThat(PlaceholderSubstitution.in(rule).path("a").textValue())
                .isEqualTo("x placeholderValueplaceholderValue placeholderValue éplaceholderValue \\{{ f }}");
    }

    @Test
    void putsZeroWhereIndexesOfLoopsAre() {
        assertThat(PlaceholderSubstitution.in(rule("/a/{{elementIndex}}/{{ elementIndex12 }}"))
                        .path("a")
                        .textValue())
                .isEqualTo("/a/0/0");
    }

    @Test
    void leavesARuleThatWouldBeNoJson() {
        ObjectNode rule = JsonNodeFactory.instance.objectNode();
        rule.putObject("a").put("b", "{{ foo");

        assertThat(PlaceholderSubstitution.in(rule)).isSameAs(rule);
    }

    private static ObjectNode rule(String text) {
        return JsonNodeFactory.instance.objectNode().put("a", text);
    }
}
