package io.ephor.engine.variables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VariableScannerTest {
    @Test
    void takesTheCharacterBeforeAVariableWithIt() {
        assertThat(pass("{{a}} x{{ b }}")).containsExactly("{{a}}", "x{{ b }}");
        assertThat(pass("\n{{a}}")).containsExactly("\n{{a}}");
        assertThat(pass("😀{{a}}")).containsExactly("😀{{a}}");
    }

    @Test
    void leavesAVariableDirectlyBehindAnotherToTheNextPass() {
        assertThat(pass("{{a}}{{b}}{{c}}")).containsExactly("{{a}}", "}{{c}}");
        assertThat(all("{{a}}{{b}}{{c}}")).containsExactly("{{a}}", "{{b}}", "}{{c}}".substring(1));
    }

    @Test
    void takesPairsOfBracesThatHoldNone() {
        assertThat(pass("{{ {a: b} }}")).containsExactly("{{ {a: b} }}");
        assertThat(pass("{{ {a: {b: c}} }}")).isEmpty();
        assertThat(pass("{{{ a }}}")).containsExactly("{{{ a }}}");
        assertThat(pass("{{{ a }}")).containsExactly("{{{ a }}");
    }

    @Test
    void findsTheInnerOneOfNestedVariables() {
        assertThat(pass("{{ a{{ b }} }}")).containsExactly("a{{ b }}");
        assertThat(pass("{{{{a}}}}")).containsExactly("{{{{a}}}");
    }

    @Test
    void passesOverEscapedVariables() {
        assertThat(pass("\\{{ a }} \\{{ b }}")).isEmpty();
        assertThat(pass("\\{{ a }}{{ b }}")).containsExactly("}{{ b }}");
    }

    @Test
    void passesOverWhatIsNotClosed() {
        assertThat(pass("{{ a } {{ b")).isEmpty();
        assertThat(pass("{{ a } {{ b }}")).containsExactly(" {{ b }}");
    }

    private static List<String> pass(String text) {
        return VariableScanner.pass(text).stream()
                .map(match -> match.replaced(text))
                .toList();
    }

    private static List<String> all(String text) {
        return VariableScanner.all(text).stream()
                .map(match -> match.found(text))
                .toList();
    }
}
