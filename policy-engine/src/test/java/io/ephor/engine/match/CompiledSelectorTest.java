package io.ephor.engine.match;

import static io.ephor.engine.match.Written.request;
import static io.ephor.engine.match.Written.rule;
import static io.ephor.engine.match.Written.selector;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CompiledSelectorTest {
    @Test
    void withoutRequirementsSelectsEverything() {
        assertThat(selector("{}").selects(Map.of())).isTrue();
        assertThat(selector("{matchLabels: {}, matchExpressions: []}").selects(Map.of("a", "1")))
                .isTrue();
    }

    @Test
    void needsAPairForAWildcard() {
        CompiledSelector any = selector("{matchLabels: {'*': '*'}}");
        assertThat(any.selects(Map.of())).isFalse();
        assertThat(any.selects(Map.of("a", ""))).isTrue();
        CompiledSelector some = selector("{matchLabels: {'app.io/*': 'x?'}}");
        assertThat(some.selects(Map.of("app.io/n", "x1", "b", "2"))).isTrue();
        assertThat(some.selects(Map.of("app.io/n", "x", "b", "x1"))).isFalse();
    }

    @Test
    void refusesALabelThatIsNoValidTextWhereAWildcardStandsForIt() {
        for (String pattern : new String[] {"{matchLabels: {a: '*'}}", "{matchLabels: {'?': '*'}}"}) {
            assertThat(selector(pattern).selects(Map.of("a", "*"))).isFalse();
            assertThat(selector(pattern).fault(Map.of("a", "*")))
                    .startsWith("values[0][a]: Invalid value: \"*\": a valid");
            assertThat(selector(pattern).fault(Map.of("a", "1"))).isNull();
        }
    }

    @Test
    void takesTheLaterOfTwoPairsThatStandForTheSameKey() {
        assertThat(selector("{matchLabels: {a: '2', 'a*': '1'}}").selects(Map.of("a", "1")))
                .isTrue();
        assertThat(selector("{matchLabels: {'?': '1', a: '2'}}").selects(Map.of("a", "1")))
                .isFalse();
    }

    @Test
    void holdsNegatedRequirementsWhereTheKeyIsAbsent() {
        assertThat(selector("{matchExpressions: [{key: a, operator: NotIn, values: ['1']}]}")
                        .selects(Map.of()))
                .isTrue();
        assertThat(selector("{matchExpressions: [{key: a, operator: DoesNotExist}]}")
                        .selects(Map.of()))
                .isTrue();
        assertThat(selector("{matchExpressions: [{key: a, operator: In, values: ['1']}]}")
                        .selects(Map.of()))
                .isFalse();
        assertThat(selector("{matchExpressions: [{key: a, operator: Exists}]}").selects(Map.of()))
                .isFalse();
    }

    @Test
    void selectsNothingWithAFault() {
        String faulty = "{matchExpressions: [{key: a, operator: exists}]}";
        assertThat(selector(faulty).selects(Map.of("a", "1"))).isFalse();
        assertThat(selector(faulty).fault(Map.of())).isEqualTo("\"exists\" is not a valid label selector operator");
        String wildcard = "{matchExpressions: [{key: 'a*', operator: Exists}]}";
        assertThat(selector(wildcard).selects(Map.of("a*", "1"))).isFalse();
        String both = "{matchExpressions: [{key: '-', operator: Exists, values: ['<&>']}]}";
        assertThat(selector(both).fault(Map.of()))
                .startsWith("[key: Invalid value: \"-\": name part")
                .contains(", values: Invalid value: [\"\\u003c\\u0026\\u003e\"]: values set must be empty")
                .contains(", values[0][-]: Invalid value: \"<&>\": a valid label")
                .endsWith("]");
    }

    @Test
    void excludesNothingWithAFault() {
        String block = "{any: [{resources: {selector: {matchExpressions: [{key: a, operator: Gt}]}}}]}";
        CompiledMatch rule = rule("{match: {resources: {kinds: [Pod]}}, exclude: " + block + "}");
        assertThat(rule.matches(request("{kind: Pod, metadata: {labels: {a: '1'}}}")))
                .isTrue();
    }
}
