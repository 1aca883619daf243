package io.ephor.patterns;

import static io.ephor.patterns.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatternGroupTest {
    private static final List<String> PATTERNS = List.of(
            "{'a': 'x'}",
            "{'a': '!y', '=(b)': [{'c': '?*'}]}",
            "{'b': [{'c': 'x', '=(d)': '>1'}]}",
            "{'X(e)': null}",
            "{'(a)': 'x', 'b': '?*'}",
            "{'<(a)': 'x', 'b': [{'(c)': 'x', 'd': '<9'}]}",
            "{'^(b)': [{'c': 'x'}]}",
            "{'a*': 'x'}",
            "{'b': {'c': 'x'}}",
            "{'b': [{'(c)': 'x', 'd': 3}]}",
            "'*'",
            "{}");
    private static final List<String> VALUES = List.of(
            "{'a': 'x', 'b': [{'c': 'x', 'd': 3}]}",
            "{'a': 'x', 'b': []}",
            "{'a': 'x', 'b': {'c': 'x'}}",
            "{'a': 'x', 'b': [{'c': 'x'}, {'c': 'y', 'd': 3}], 'e': 1}",
            "{'b': [{'c': 'y'}]}",
            "{'a': null}",
            "{}",
            "[]",
            "null",
            "'x'");

    @Test
    void saysWhatThePatternsSayOneByOne() {
        Random random = new Random(20261125);
        int matched = 0;
        for (int i = 0; i < 5_000; i++) {
            List<Pattern> patterns = new ArrayList<>();
            for (int j = random.nextInt(4); j >= 0; j--) {
                patterns.add(pattern(PATTERNS.get(random.nextInt(PATTERNS.size()))));
            }
            PatternGroup group = PatternGroup.of(patterns);
            for (String text : VALUES) {
                JsonNode value = json(text.replace('\'', '"'));
                long uncertain = 0;
                for (int k = 0; k < patterns.size(); k++) {
                    uncertain |= patterns.get(k).certainlyMatches(value, NumberView.AS_WRITTEN) ? 0 : 1L << k;
                }
                assertThat(group.uncertain(value, NumberView.AS_WRITTEN)).isEqualTo(uncertain);
                matched += uncertain == 0 ? 1 : 0;
            }
        }
        assertThat(matched).isGreaterThan(1_000);
    }

    @Test
    void takesAMissingValueForNull() {
        assertThat(PatternGroup.of(List.of(pattern("null"), pattern("null"))).uncertain(null, NumberView.AS_WRITTEN))
                .isZero();
        assertThat(PatternGroup.of(List.of(pattern("null"), pattern("{}"))).uncertain(null, NumberView.AS_WRITTEN))
                .isEqualTo(2);
    }

    @Test
    void leavesTheAnswerOpenWhereOneOfThePatternsDoes() {
        Pattern wordy = pattern("{'a': '*', 'conditional anchor mismatch': '*'}");
        JsonNode value = json("{\"a\": 1, \"conditional anchor mismatch\": 1}");
        boolean alone = wordy.certainlyMatches(value, NumberView.AS_WRITTEN);

        assertThat(PatternGroup.of(List.of(pattern("{'a': '*'}"), wordy)).uncertain(value, NumberView.AS_WRITTEN))
                .isEqualTo(alone ? 0 : 2);
    }

    @Test
    void joinsManyPatternsWithManyFieldsInTime() {
        List<Pattern> patterns = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            StringBuilder text = new StringBuilder("{");
            for (int j = 0; j < 5_000; j++) {
                text.append(j == 0 ? "" : ",")
                        .append("\"k")
                        .append(i % 2 * 100 + j)
                        .append("\":\"x\"");
            }
            patterns.add(Pattern.compile(json(text.append("}").toString())));
        }
        for (int i = patterns.size(); i < PatternGroup.MOST_PATTERNS; i++) {
            patterns.add(Pattern.compile(json("{\"p" + i + "\":\"x\"}")));
        }
        long before = System.nanoTime();

        PatternGroup group = PatternGroup.of(patterns);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(group.uncertain(json("{}"), NumberView.AS_WRITTEN)).isEqualTo(-1);
        assertThat(group.uncertain(json("{\"p40\": \"x\"}"), NumberView.AS_WRITTEN))
                .isEqualTo(~(1L << 40));
    }

    @Test
    void refusesToBeEmptyOrTooLarge() {
        List<Pattern> tooMany = Collections.nCopies(PatternGroup.MOST_PATTERNS + 1, pattern("{}"));

        assertThatThrownBy(() -> PatternGroup.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PatternGroup.of(tooMany)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(json(text.replace('\'', '"')));
    }
}
