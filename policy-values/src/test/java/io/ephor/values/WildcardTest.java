package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', true",
        "'', a, false",
        "*, '', true",
        "***, anything, true",
        "?*, '', false",
        "?*, a, true",
        "nginx:*, nginx:latest, true",
        "nginx:*, busybox:latest, false",
        "*:latest, nginx:latest, true",
        "*/library/*, docker.io/library/nginx, true",
        "a*a, a, false",
        "a*a, aa, true",
        "a.c, abc, false",
        "[a], a, false",
        "?, 😀, true",
        "??, 😀, false",
        "*?, 😀, true",
        "?😀?, ä😀ä, true",
        "*a?c*, xxabxabcx, true",
        "kube-?, kube-, false",
        "Pod, pod, false",
    })
    void matchesTheWholeText(String pattern, String text, boolean matches) {
        assertThat(Wildcard.compile(pattern).matches(text)).isEqualTo(matches);
        assertThat(Wildcard.matches(pattern, text)).isEqualTo(matches);
    }

    @Test
    void knowsWhichTextsArePatterns() {
        assertThat(Wildcard.containsWildcard("a*")).isTrue();
        assertThat(Wildcard.containsWildcard("a?")).isTrue();
        assertThat(Wildcard.containsWildcard("a.b[c]")).isFalse();
        assertThat(Wildcard.compile("a.b[c]").isLiteral()).isTrue();
        assertThat(Wildcard.compile("a?").isLiteral()).isFalse();
    }

    @Test
    void agreesWithRegularExpressions() {
        long seed = System.nanoTime();
        System.out.println("WildcardTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            String pattern = text(random, new String[] {"a", "b", "*", "?", "*", "😀", "ä"}, 9);
            String text = text(random, new String[] {"a", "b", "b", "😀", "ä", "\n"}, 12);
            boolean expected = oracle(pattern).matcher(text).matches();
            assertThat(Wildcard.compile(pattern).matches(text))
                    .as("`%s` on `%s`, seed %d", pattern, text, seed)
                    .isEqualTo(expected);
            assertThat(Wildcard.matches(pattern, text))
                    .as("`%s` on `%s` uncompiled, seed %d", pattern, text, seed)
                    .isEqualTo(expected);
        }
    }

    /** Long literal parts are searched for in another way than short ones. */
    @Test
    void findsLongPartsAsRegularExpressionsDo() {
        long seed = System.nanoTime();
        System.out.println("WildcardTest long seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String part = "a".repeat(60 + random.nextInt(10)) + text(random, new String[] {"a", "b"}, 6);
            String text = text(random, new String[] {"a".repeat(61), "a", "b", part}, 8);
            assertThat(Wildcard.compile("*" + part + "*").matches(text))
                    .as("`%s` in `%s`, seed %d", part, text, seed)
                    .isEqualTo(text.contains(part));
        }
    }

    private static String text(Random random, String[] alphabet, int longest) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(longest + 1); length > 0; length--) {
            text.append(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }

    private static Pattern oracle(String pattern) {
        StringBuilder expression = new StringBuilder();
        pattern.codePoints()
                .forEach(point -> expression.append(
                        point == '*' ? ".*" : point == '?' ? "." : Pattern.quote(Character.toString(point))));
        return Pattern.compile(expression.toString(), Pattern.DOTALL);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void staysFastOnHostilePatterns() {
        String text = "a".repeat(1_000_000);
        assertThat(Wildcard.matches("*".repeat(100_000), text)).isTrue();
        assertThat(Wildcard.matches("*".repeat(100_000) + "b", text)).isFalse();
        assertThat(Wildcard.matches("*a".repeat(100_000) + "b", text)).isFalse();
        assertThat(Wildcard.matches("*?".repeat(100_000) + "*", text)).isTrue();
        assertThat(Wildcard.matches("*" + "a".repeat(500_000) + "b*", text)).isFalse();
        assertThat(Wildcard.matches("?".repeat(1_000_000), text)).isTrue();
        assertThat(Wildcard.matches("*a*b".repeat(50_000), text)).isFalse();
    }
}
