package io.ephor.engine.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on conditions says what the conditions do. */
class ConditionsPageTest {
    private static final Path PAGE = Path.of("../docs/conditions.md");
    private static final Pattern ROW = Pattern.compile("^\\| `(.+)` \\| (\\w+) \\| `(.+)` \\| (yes|no) \\|$");
    private static final Pattern BLOCK = Pattern.compile("```(?:yaml|text)\\n(.*?)```", Pattern.DOTALL);
    private static final Set<String> DEPRECATED = Set.of(
            "Equal",
            "NotEqual",
            "In",
            "NotIn",
            "DurationGreaterThan",
            "DurationGreaterThanOrEquals",
            "DurationLessThan",
            "DurationLessThanOrEquals");

    private record Row(String key, String operator, String value, boolean holds) {}

    @Test
    void everyRowHolds() throws IOException {
        List<Row> rows = rows();

        assertThat(rows).hasSizeGreaterThan(50);
        for (Row row : rows) {
            assertThat(Conditions.holds(row.key, row.operator, row.value))
                    .as(row.toString())
                    .isEqualTo(row.holds);
        }
    }

    @Test
    void everyOperatorHasARow() throws IOException {
        Set<String> shown = rows().stream().map(Row::operator).collect(Collectors.toSet());

        for (ConditionOperator operator : ConditionOperator.values()) {
            assertThat(shown).contains(operator.literal());
        }
    }

    @Test
    void deprecatedOperatorsAreMarked() throws IOException {
        String page = Files.readString(PAGE);

        for (ConditionOperator operator : ConditionOperator.values()) {
            assertThat(page.contains("`" + operator.literal() + "` (deprecated)"))
                    .as(operator.literal())
                    .isEqualTo(DEPRECATED.contains(operator.literal()));
        }
    }

    @Test
    void theExampleHasItsMessage() throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
        List<String> texts = new ArrayList<>();
        while (blocks.find()) {
            texts.add(blocks.group(1));
        }

        assertThat(texts).hasSize(3);
        assertThat(Conditions.evaluate(texts.get(0), texts.get(1)))
                .isEqualTo(new ConditionOutcome(true, texts.get(2).strip()));
    }

    @Test
    void theLimitIsTheOneOfTheCode() throws IOException {
        String limit = String.format(Locale.ROOT, "%,d", TextList.MOST_EFFORT);

        assertThat(Files.readString(PAGE)).contains("limited to " + limit + " characters");
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new Row(
                        row.group(1), row.group(2), row.group(3), row.group(4).equals("yes")));
            } else {
                assertThat(line).as("a row that is not understood").doesNotMatch("^\\| `.*");
            }
        }
        return rows;
    }
}
