package io.ephor.engine.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.CleanupDecision;
import io.ephor.CleanupReason;
import io.ephor.EvaluationContext;
import io.ephor.PolicyEngine;
import io.ephor.PropagationPolicy;
import io.ephor.engine.StandardPolicyEngine;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TimeToLiveTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final EvaluationContext NOON = at("2024-03-06T12:00:00Z");

    private static EvaluationContext at(String time) {
        return EvaluationContext.builder()
                .clock(InstantSource.fixed(Instant.parse(time)))
                .build();
    }

    private static ObjectNode resource(String label) {
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        ObjectNode metadata = resource.putObject("metadata").put("creationTimestamp", "2024-03-06T10:00:00Z");
        metadata.putObject("labels").put(TimeToLive.LABEL, label);
        metadata.putObject("annotations").put("cleanup.kyverno.io/propagation-policy", "Orphan");
        return resource;
    }

    private static String decide(String label) {
        return decide(resource(label)).toString();
    }

    private static CleanupDecision decide(JsonNode resource) {
        return ENGINE.expiry(resource, NOON);
    }

    @Test
    void readsLabelsAsTheLibraryDoes() throws IOException {
        List<JsonNode> rows = RecordedRows.of("times-to-live.jsonl");
        assertThat(rows).hasSize(500);
        for (JsonNode row : rows) {
            String text = row.get("text").textValue();
            OptionalLong nanos = LabelDuration.parse(text);
            String answer =
                    nanos.isPresent() ? String.valueOf(nanos.getAsLong()) : String.valueOf(LabelTime.parse(text));
            String recorded = row.has("nanos")
                    ? row.get("nanos").textValue()
                    : row.has("at") ? Instant.parse(row.get("at").textValue()).toString() : "null";
            assertThat(answer).as(row.toString()).isEqualTo(recorded);
        }
    }

    @Test
    void deletesAfterTheTimeToLiveAndNotAtItsEnd() {
        assertThat(decide("1h59m59s")).isEqualTo("deleted: the resource lived until 2024-03-06T11:59:59Z");
        assertThat(decide("2h")).isEqualTo("kept: the resource lives until 2024-03-06T12:00:00Z");
        assertThat(decide("1day")).isEqualTo("kept: the resource lives until 2024-03-07T10:00:00Z");
        assertThat(decide("2024-03-06")).isEqualTo("deleted: the resource lived until 2024-03-06T00:00:00Z");
        assertThat(decide("2024-03-06T120001Z")).isEqualTo("kept: the resource lives until 2024-03-06T12:00:01Z");
        assertThat(decide(resource("1h")).propagationPolicy()).isEqualTo(PropagationPolicy.ORPHAN);
        assertThat(decide(resource("1h")).expiry()).isEqualTo("2024-03-06T11:00:00Z");
        assertThat(decide(resource("3h")).propagationPolicy()).isNull();
    }

    @Test
    void saysWhyNothingHappens() {
        assertThat(decide(JsonNodeFactory.instance.objectNode()).reason()).isEqualTo(CleanupReason.NO_TIME_TO_LIVE);
        assertThat(decide(resource("soon")).reason()).isEqualTo(CleanupReason.UNREADABLE_TIME_TO_LIVE);
        ObjectNode going = resource("1h");
        going.withObject("/metadata").put("deletionTimestamp", "2024-03-06T11:30:00Z");
        assertThat(decide(going).reason()).isEqualTo(CleanupReason.BEING_DELETED);
        ObjectNode unknown = resource("1h");
        unknown.withObject("/metadata").remove("creationTimestamp");
        assertThat(decide(unknown))
                .hasToString("kept, error: the resource does not say when it was created (creationTimestamp)");
        CleanupDecision timeless = ENGINE.expiry(resource("1h"), EvaluationContext.empty());
        assertThat(timeless.reason()).isEqualTo(CleanupReason.ERROR);
        assertThat(timeless.expiry()).isEqualTo("2024-03-06T11:00:00Z");
    }

    @Test
    @Timeout(10)
    void survivesHostileLabels() {
        assertThat(decide("99999999999999999999h")).startsWith("kept: the label");
        assertThat(decide("9999-99-99")).startsWith("kept: the label");
        assertThat(decide("2024-02-30")).startsWith("kept: the label");
        assertThat(decide("9999-12-31T235959Z")).startsWith("kept: the resource lives until");
        assertThat(decide("9223372036854775807w")).isNotEmpty();
        assertThat(decide("9".repeat(1_000_000))).hasSizeLessThan(300);
        assertThat(decide("1h".repeat(500_000))).isNotEmpty();
        assertThat(decide("1x".repeat(500_000))).hasSizeLessThan(300);
        ObjectNode odd = resource("1h");
        odd.withObject("/metadata").put("creationTimestamp", "+999999999-12-31T23:59:59Z");
        assertThat(decide(odd).reason()).isEqualTo(CleanupReason.ERROR);
        odd.withObject("/metadata").put("creationTimestamp", 5);
        assertThat(decide(odd).reason()).isEqualTo(CleanupReason.ERROR);
        odd.withObject("/metadata").putArray("labels");
        assertThat(decide(odd).reason()).isEqualTo(CleanupReason.NO_TIME_TO_LIVE);
        odd.withObject("/metadata").putObject("labels").put(TimeToLive.LABEL, 5);
        assertThat(decide(odd).reason()).isEqualTo(CleanupReason.UNREADABLE_TIME_TO_LIVE);
        assertThat(decide(JsonNodeFactory.instance.numberNode(5)).reason()).isEqualTo(CleanupReason.NO_TIME_TO_LIVE);
    }
}
