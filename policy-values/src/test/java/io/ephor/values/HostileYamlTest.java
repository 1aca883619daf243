package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every text is a value or a fault with a place, in under a second and 100 MB. */
class HostileYamlTest {
    private static final int DEEP = 100_000;
    private static final long MOST_BYTES = 100L << 20;
    private static final long MOST_NANOS = 1_000_000_000L;

    @BeforeAll
    static void loadClasses() {
        YamlReader.lenient().readAll("f.yaml", "a: &x [1, {b: *x}]\n");
        YamlReader.lenient().readAll("f.yaml", "{\"a\": [1]}");
    }

    @Test
    void depthIsAFault() {
        assertFault(() -> "[".repeat(DEEP), "yaml-too-deep", 1, 1001);
        assertFault(() -> "[".repeat(DEEP) + "]".repeat(DEEP), "yaml-too-deep", 1, 1001);
        assertFault(() -> "{\"a\":".repeat(DEEP), "yaml-too-deep", 1, 5001);
        assertFault(() -> "{a: ".repeat(DEEP), "yaml-too-deep", 1, 4001);
        assertFault(() -> "- ".repeat(DEEP), "yaml-too-deep", 1, 2001);
        assertFault(() -> "? ".repeat(DEEP), "yaml-invalid-key", 1, 3);
        assertFault(() -> "[\n".repeat(DEEP), "yaml-too-deep", 1001, 1);
    }

    @Test
    void depthThatIsBuiltFromAliasesIsAFault() {
        StringBuilder text = new StringBuilder("- &a0 [x]\n");
        for (int i = 1; i < 2_000; i++) {
            text.append("- &a").append(i).append(" [*a").append(i - 1).append("]\n");
        }
        YamlReader reader = YamlReader.lenient().withLimits(YamlLimits.DEFAULT.withExpansion(1_000_000, 0));
        YamlFault fault = faultOf(reader.read("f.yaml", text.toString()));
        assertThat(fault.code()).isEqualTo("yaml-too-deep");
        assertThat(fault.at().line()).isEqualTo(1_000);
    }

    @Test
    void aliasBombsAreFaults() {
        assertFault(
                () -> bomb("[*a%d,*a%<d,*a%<d,*a%<d,*a%<d,*a%<d,*a%<d,*a%<d,*a%<d]"), "yaml-alias-expansion", -1, -1);
        assertFault(() -> bomb("{<<: [*a%d, *a%<d]}").replace("[x]", "{x: 1}"), "yaml-alias-expansion", -1, -1);
        assertFault(() -> bomb("{<<: [*a%d, *a%<d]}").replace("[x]", "{}"), "yaml-alias-expansion", -1, -1);
    }

    private static String bomb(String line) {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 64; i++) {
            text.append("a" + i + ": &a" + i + " ")
                    .append(String.format(line, i - 1))
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void longScalarsAreFaults() {
        int long10 = 10 << 20;
        assertFault(() -> "a: " + "x".repeat(long10), "yaml-too-large", 1, 4);
        assertFault(() -> "a: \"" + "x".repeat(long10) + "\"", "yaml-too-large", 1, 4);
        assertFault(() -> "a: '" + "x\n ".repeat(long10 / 3) + "'", "yaml-too-large", 1, 4);
        assertFault(() -> "a: |\n  " + "x".repeat(long10), "yaml-too-large", 1, 4);
        assertFault(() -> "{\"a\": \"" + "x".repeat(long10) + "\"}", "yaml-too-large", 1, 7);
        assertFault(() -> "{\"a\": " + "1".repeat(long10) + "}", "yaml-too-large", 1, 7);
        assertFault(() -> "a: !" + "x".repeat(long10), "yaml-too-large", 1, 4);
        assertFault(() -> "x".repeat(long10) + ": 1", "yaml-too-large", 1, 1);
    }

    @Test
    void longDocumentsAreFaults() {
        YamlReader reader = YamlReader.lenient().withLimits(YamlLimits.DEFAULT.withCodePoints(10));
        List<YamlOutcome> outcomes = reader.readAll("f.yaml", "a: 1\n---\nb: 1234567890\n---\nc: 😀😀😀😀😀😀\n");
        assertThat(outcomes.get(0)).isInstanceOf(YamlOutcome.Read.class);
        assertThat(faultOf(outcomes.get(1)))
                .hasToString(
                        "f.yaml:3:1: error[yaml-too-large]: " + "a document is longer than the limit of 10 characters");
        assertThat(outcomes.get(2)).isInstanceOf(YamlOutcome.Read.class);
    }

    @Test
    void manyLongNumbersTakeNoTime() {
        String digits = "9".repeat(100_000);
        bounded(() -> YamlReader.lenient().read("f.yaml", ("- " + digits + "\n").repeat(20)));
        bounded(() -> YamlReader.lenient().read("f.yaml", ("- 0x" + digits + "\n").repeat(20)));
        bounded(() -> YamlReader.lenient().read("f.yaml", ("- 1e" + digits + "\n").repeat(20)));
        bounded(() -> YamlReader.lenient().read("f.yaml", ("1." + digits + ": x\n").repeat(2)));
    }

    @Test
    void controlCharactersAndLoneSurrogatesAreFaults() {
        assertFault(() -> "a: 1\nb: \0\n", "yaml-invalid-character", 2, 4);
        assertFault(() -> "a: \"\u0007\"\n", "yaml-invalid-character", 1, 5);
        assertFault(() -> "a: \uD83D\n", "yaml-invalid-character", 1, 4);
        assertFault(() -> "{\"a\": \"\uDE00\"}", "yaml-invalid-character", 1, 8);
        assertFault(() -> "{\"a\": \"\\ud83d\"}", "yaml-syntax", 1, 8);
        assertFault(() -> "\uFEFF\uFEFFa: 1", "yaml-invalid-character", 1, 1);
    }

    @Test
    void brokenUtf8IsAFaultOfItsDocument() {
        byte[] bytes = "a: é\n---\nb: ?x\n---\nc: 3\n".getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xC3;
        List<YamlOutcome> outcomes = YamlReader.lenient().readAll("f.yaml", bytes);
        assertThat(outcomes.get(0)).isInstanceOf(YamlOutcome.Read.class);
        assertThat(faultOf(outcomes.get(1)))
                .hasToString("f.yaml:3:4: error[yaml-invalid-utf8]: the bytes are not UTF-8");
        assertThat(outcomes.get(2)).isInstanceOf(YamlOutcome.Read.class);
        byte[] utf16 = "a: 1\n".getBytes(StandardCharsets.UTF_16);
        assertThat(faultOf(YamlReader.lenient().read("f.yaml", utf16)).code()).isEqualTo("yaml-invalid-utf8");
    }

    @Test
    void replacementCharactersThatWereWrittenAreText() {
        byte[] bytes = "a: \uFFFD\n".getBytes(StandardCharsets.UTF_8);
        assertThat(YamlReader.lenient().read("f.yaml", bytes).orThrow().value()).hasToString("{\"a\":\"\uFFFD\"}");
    }

    @Test
    void emptyTextsAreNull() {
        for (String text : List.of("", "\n\n", "# c\n", "\uFEFF", "---\n", "---")) {
            YamlDocument document = YamlDocument.parse("f.yaml", text);
            assertThat(document.value().isNull()).isTrue();
            assertThat(document.locate("/a").line()).isLessThan(3);
        }
        assertThat(YamlReader.strict().readAll("f.yaml", "\n# c\n")).isEmpty();
        assertThat(YamlReader.strict().readAll("f.yaml", new byte[0])).isEmpty();
    }

    @Test
    void manyDocumentsKeysAndCommentsTakeLinearTime() {
        bounded(() -> YamlReader.strict().readAll("f.yaml", "---\na: 1\n".repeat(10_000)));
        bounded(() -> YamlReader.strict().read("f.yaml", "a: 1\n".repeat(20_000)));
        bounded(() -> YamlReader.strict().read("f.yaml", "#\n".repeat(1_000_000) + "a: 1"));
        bounded(() -> YamlReader.strict().read("f.yaml", "[" + "a,".repeat(100_000) + "]"));
        bounded(() -> YamlReader.strict().read("f.yaml", "[a,".repeat(500) + "b c d e f,".repeat(10_000)));
        bounded(() -> YamlReader.strict().read("f.yaml", "a: \"" + "\\\n".repeat(1_000_000)));
    }

    @Test
    void randomTextsAreValuesOrFaults() {
        String[] bits = {
            "a",
            "b: ",
            "- ",
            "? ",
            ": ",
            ",",
            "[",
            "]",
            "{",
            "}",
            "#",
            "&a ",
            "*a",
            "!",
            "!!int ",
            "|",
            ">",
            "'",
            "\"",
            "\\",
            "\t",
            "\n",
            "  ",
            "\r",
            "\u0085",
            "%",
            "@",
            "<<: ",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "1",
            "\\x41",
            "|2\n",
            "\uD83D",
            "\uFEFF",
            "\0",
            "~",
            "%TAG !a! b\n",
            "{{ x }}",
            "*a : ",
            "!<x> ",
            "\n ",
            "\n  ",
        };
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(20); k >= 0; k--) {
                text.append(bits[random.nextInt(bits.length)]);
            }
            String shown = text.toString();
            for (YamlOutcome outcome : YamlReader.strict().readAll("f.yaml", shown)) {
                assertThat(outcome.at()).as("seed %s: %s", seed, shown).isNotNull();
            }
            assertThat(YamlReader.lenient().readFirst("f.yaml", shown).at())
                    .as("seed %s: %s", seed, shown)
                    .isNotNull();
        }
    }

    private static void assertFault(Supplier<String> text, String code, int line, int column) {
        String made = text.get();
        YamlFault fault = faultOf(bounded(() -> YamlReader.lenient().readFirst("f.yaml", made)));
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.at().line()).isEqualTo(line < 0 ? fault.at().line() : line);
        assertThat(fault.at().column()).isEqualTo(column < 0 ? fault.at().column() : column);
        assertThat(fault.message().length()).isLessThan(300);
    }

    private static YamlFault faultOf(YamlOutcome outcome) {
        assertThat(outcome).isInstanceOf(YamlOutcome.Faulty.class);
        return ((YamlOutcome.Faulty) outcome).faults().get(0);
    }

    private static <T> T bounded(Supplier<T> reading) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long nanos = threads.getCurrentThreadCpuTime();
        T result = reading.get();
        assertThat(threads.getCurrentThreadCpuTime() - nanos).isLessThan(MOST_NANOS);
        assertThat(threads.getCurrentThreadAllocatedBytes() - bytes).isLessThan(MOST_BYTES);
        return result;
    }
}
