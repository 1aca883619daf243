package io.ephor.engine.variables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ForeachVariablesTest {
    @Test
    void findsElementsOutsideOfLoops() {
        ObjectNode rule = JsonNodeFactory.instance.objectNode();
        rule.putObject("validate").putArray("foreach").addObject().put("list", "{{ element }}");
        assertThat(ForeachVariables.firstOutside(rule)).isNull();

        rule.putObject("a").put("b", "x {{ elementIndex }}");
        TemplateVariable outside = ForeachVariables.firstOutside(rule);

        assertThat(outside).isNotNull();
        assertThat(ForeachVariables.text(outside))
                .isEqualTo("variable 'elementIndex' present outside of foreach at path /a/b");
    }
}
