package io.ephor.engine.variables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.values.SourceRange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateFaultsTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void reportsEachInvalidExpressionAtItsPlace() {
        JsonNode tree =
                JSON.objectNode().put("a", "x {{ foo bar }} {{ ok }} {{ b[ }}").put("{{ c. }}", "{{}}");

        List<Fault> faults = faults(tree);

        assertThat(faults)
                .extracting(Fault::code)
                .containsOnly(ExpressionFaults.INVALID_EXPRESSION)
                .hasSize(4);
        assertThat(faults).extracting(Fault::pointer).containsExactly("/p/a", "/p/a", "/p/{{ c. }}", "/p/{{ c. }}");
        assertThat(faults).extracting(Fault::onKey).containsExactly(false, false, true, false);
        assertThat(faults.get(0).offset()).isEqualTo(9);
        assertThat(faults.get(0).message())
                .isEqualTo("`foo bar` is no expression: unexpected token at the end of the expression: "
                        + "tUnquotedIdentifier");
        assertThat(faults.get(3).message()).isEqualTo("there is no expression between the braces");
    }

    @Test
    void doesNotJudgeExpressionsThatAreBuiltByNesting() {
        assertThat(faults(JSON.textNode("{{ lst[{{ i }}] }} {{ a-{{ b }} }} \\{{ c d }} {{ {a: {b: c d}} }}")))
                .isEmpty();
    }

    @Test
    void reportsVariablesBehindOthers() {
        assertThat(faults(JSON.textNode("{{ a }}{{ b c }}"))).hasSize(1);
    }

    @Test
    void explainsCharactersThatSpoilAVariable() {
        assertThat(faults(JSON.textNode("für{{ a }} é{{ a }}")))
                .extracting(Fault::message)
                .containsExactly(
                        "a character outside ASCII stands directly before a variable; put a blank between them");
    }

    @Test
    void reportsReferencesThatLeadNowhere() {
        List<Fault> faults = faults(JSON.objectNode().put("a", "echo $(date)"));

        assertThat(faults).extracting(Fault::code).containsExactly(Template.INVALID_REFERENCE);
        assertThat(faults).extracting(Fault::pointer).containsExactly("/p/a");
    }

    private static List<Fault> faults(JsonNode tree) {
        List<Fault> faults = new ArrayList<>();
        Template.compile(tree, DocumentScope.QUERIES).reportFaults("/p", new FaultCollector() {
            @Override
            public void report(Fault fault) {
                faults.add(fault);
            }

            @Override
            public SourceRange locate(String pointer) {
                throw new AssertionError("faults of a template are reported with their pointers alone");
            }
        });
        return faults;
    }
}
