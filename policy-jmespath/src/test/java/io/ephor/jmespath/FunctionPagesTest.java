package io.ephor.jmespath;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.jmespath.function.ArgumentType;
import io.ephor.jmespath.function.GoJsonText;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.StandardFunctions;
import io.ephor.jmespath.syntax.GoJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages on JMESPath name every function with its arguments, and what their examples say is so. */
class FunctionPagesTest {
    private static final Path FOLDER = Path.of("../docs/jmespath");
    private static final Path DIALECT = FOLDER.resolve("dialect.md");
    private static final Pattern HEADING = Pattern.compile("## `((\\w+)\\(.*\\))` → [a-z ]+");
    private static final Pattern EXAMPLE =
            Pattern.compile("- (?:`([^`]+)`|`` ?(.+?) ?``) (is|fails:) (?:`([^`]+)`|`` ?(.+?) ?``)");
    private static final Pattern ROW = Pattern.compile("\\| `(.+)` \\| (`.+`|fails) \\| (fails: )?`(.+)` \\|");
    private static final SearchContext CONTEXT = SearchContext.builder()
            .now(Instant.parse("2026-07-01T12:00:00Z"))
            .randomSeed(1)
            .build();

    @Test
    void everyFunctionHasASectionWithItsSignature() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        Stream.concat(StandardFunctions.ALL.stream(), KyvernoFunctions.ALL.stream())
                .forEach(function -> expected.put(function.name(), signature(function)));
        Map<String, String> found = new TreeMap<>();
        for (String line : lines()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                assertThat(found.put(heading.group(2), heading.group(1))).isNull();
            }
        }

        assertThat(expected).hasSize(76);
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void everySectionHasAnExampleOfItsFunctionAndEveryExampleHolds() throws IOException {
        JsonNode document = JsonNodeFactory.instance.objectNode().put("certificate", certificate());
        String function = "";
        List<String> without = new ArrayList<>();
        for (String line : lines()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                function = heading.group(2);
                without.add(function);
            } else if (line.startsWith("- ")) {
                Matcher example = EXAMPLE.matcher(line);
                assertThat(example.matches()).as(line).isTrue();
                String expression = first(example.group(1), example.group(2));
                assertThat(expression).contains(function + "(");
                assertThat(answer(expression, document))
                        .as(expression)
                        .isEqualTo((example.group(3).equals("is") ? "" : "fails: ")
                                + first(example.group(4), example.group(5)));
                without.remove(function);
            }
        }

        assertThat(without).isEmpty();
    }

    @Test
    void everyRowOfTheDialectHolds() throws IOException {
        String page = Files.readString(DIALECT);
        int start = page.indexOf("```json\n") + "```json\n".length();
        JsonNode document = GoJson.parse(page.substring(start, page.indexOf("\n```", start)));
        int rows = 0;
        for (String line : page.lines().filter(line -> line.startsWith("| `")).toList()) {
            Matcher row = ROW.matcher(line);
            assertThat(row.matches()).as(line).isTrue();
            rows++;
            assertThat(answer(row.group(1).replace("\\|", "|"), document))
                    .as(line)
                    .isEqualTo((row.group(3) == null ? "" : "fails: ") + row.group(4));
        }

        assertThat(rows).isGreaterThan(20);
    }

    private static String answer(String expression, JsonNode document) {
        try {
            return GoJsonText.of(JmesPath.compile(expression).search(document, CONTEXT), 1 << 20);
        } catch (JmesPathException exception) {
            return "fails: " + exception.getMessage();
        }
    }

    private static String signature(NamedFunction function) {
        String types = function.signature().arguments().stream()
                .map(each -> each.stream().map(ArgumentType::text).collect(Collectors.joining("|")))
                .collect(Collectors.joining(", "));
        return function.name() + "(" + types + (function.signature().variadic() ? "…)" : ")");
    }

    private static String first(String one, String other) {
        return one == null ? other : one;
    }

    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> pages = Files.list(FOLDER)) {
            for (Path page :
                    pages.filter(page -> !page.equals(DIALECT)).sorted().toList()) {
                lines.addAll(Files.readAllLines(page));
            }
        }
        return lines;
    }

    private static String certificate() throws IOException {
        try (InputStream stream = FunctionPagesTest.class.getResourceAsStream("function/certificate/certificate.pem")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
