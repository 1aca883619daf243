package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.engine.match.MatchRequest;

/**
 * What the policies of a set are asked about, worked out once for all of them. Immutable and thread-safe.
 *
 * @param kind the kind of the request
 * @param resource the resource as mutation left it
 * @param objects the objects before and after the request
 */
record JudgedRequest(String kind, JsonNode resource, RequestObjects objects, EvaluationContext context) {
    static JudgedRequest of(JsonNode resource, EvaluationContext context) {
        return new JudgedRequest(
                MatchRequest.kind(resource, context), resource, RequestObjects.of(resource, context), context);
    }
}
