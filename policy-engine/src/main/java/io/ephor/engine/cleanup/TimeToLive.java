package io.ephor.engine.cleanup;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.CleanupDecision;
import io.ephor.CleanupReason;
import io.ephor.EvaluationContext;
import io.ephor.PropagationPolicy;
import io.ephor.engine.source.ShortText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;

/**
 * The label that says how long a resource lives.
 *
 * <p>Kyverno: pkg/controllers/ttl/controller.go
 */
public final class TimeToLive {
    /** The label: a time to live since the creation of the resource, or a point in time. */
    static final String LABEL = "cleanup.kyverno.io/ttl";

    private static final String PROPAGATION = "cleanup.kyverno.io/propagation-policy";
    private static final int LONGEST_QUOTE = 70;

    private TimeToLive() {}

    /** {@return whether a resource would be deleted now because of its label} */
    public static CleanupDecision decide(JsonNode resource, EvaluationContext context) {
        JsonNode metadata = resource.path("metadata");
        if (metadata.hasNonNull("deletionTimestamp")) {
            return stays(CleanupReason.BEING_DELETED, "the resource is being deleted already");
        }
        JsonNode label = metadata.path("labels").path(LABEL);
        if (label.isMissingNode() || label.isNull()) {
            return stays(CleanupReason.NO_TIME_TO_LIVE, "the resource has no label `" + LABEL + "`");
        }
        if (!label.isTextual()) {
            return stays(CleanupReason.UNREADABLE_TIME_TO_LIVE, "the label `" + LABEL + "` is no text");
        }
        String text = label.textValue();
        OptionalLong nanos = LabelDuration.parse(text);
        if (nanos.isPresent()) {
            return sinceCreation(metadata, nanos.getAsLong(), context);
        }
        Instant time = LabelTime.parse(text);
        if (time == null) {
            String message = "the label `" + LABEL + "` is neither a duration nor a date: `"
                    + ShortText.of(text, LONGEST_QUOTE) + "`";
            return stays(CleanupReason.UNREADABLE_TIME_TO_LIVE, message);
        }
        return at(time, metadata, context);
    }

    private static CleanupDecision sinceCreation(JsonNode metadata, long nanos, EvaluationContext context) {
        JsonNode written = metadata.path("creationTimestamp");
        Instant created = written.isTextual() ? LabelTime.parseTimestamp(written.textValue()) : null;
        if (created == null) {
            return stays(CleanupReason.ERROR, "the resource does not say when it was created (creationTimestamp)");
        }
        try {
            return at(created.plusNanos(nanos), metadata, context);
        } catch (DateTimeException | ArithmeticException exception) {
            return stays(CleanupReason.ERROR, "the time to live leads out of the calendar");
        }
    }

    private static CleanupDecision at(Instant expiry, JsonNode metadata, EvaluationContext context) {
        InstantSource clock = context.clock();
        if (clock == null) {
            return CleanupDecision.builder(CleanupReason.ERROR, "the time is not known: the context has no clock")
                    .expiry(expiry)
                    .build();
        }
        if (!clock.instant().isAfter(expiry)) {
            return CleanupDecision.builder(CleanupReason.NOT_EXPIRED, "the resource lives until " + expiry)
                    .expiry(expiry)
                    .build();
        }
        JsonNode propagation = metadata.path("annotations").path(PROPAGATION);
        return CleanupDecision.builder(CleanupReason.EXPIRED, "the resource lived until " + expiry)
                .expiry(expiry)
                .propagationPolicy(propagation.isTextual() ? PropagationPolicy.find(propagation.textValue()) : null)
                .build();
    }

    private static CleanupDecision stays(CleanupReason reason, String message) {
        return CleanupDecision.builder(reason, message).build();
    }
}
