package io.ephor.patterns.leaf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.patterns.RecordedAnswers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedOperatorTest {
    @Test
    void operatorsAreThoseOfTheReference() {
        List<JsonNode> wrong = new ArrayList<>();
        for (JsonNode row : RecordedAnswers.rows("patterns/primitives.jsonl.gz")) {
            boolean asked = row.path("kind").asText().equals("operator");
            if (asked
                    && !Operator.of(row.get("pattern").textValue())
                            .symbol()
                            .equals(row.get("op").textValue())) {
                wrong.add(row);
            }
        }
        assertThat(wrong).isEmpty();
    }
}
