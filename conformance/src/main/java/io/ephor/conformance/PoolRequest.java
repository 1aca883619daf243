package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.Phase;
import io.ephor.UserInfo;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request made of the resources and users of a pool.
 *
 * @param user the name of the user, {@code own} for the one made for the policy; empty for none
 * @param old the resource before an update; empty where it is none
 * @param nsLabels the labels of the namespace; empty where they are not known
 */
record PoolRequest(String resource, Operation operation, String user, String old, Map<String, String> nsLabels) {
    /** The user that is made for a policy. */
    static final String OWN = "own";

    static PoolRequest create(String resource) {
        return new PoolRequest(resource, Operation.CREATE, "", "", Map.of());
    }

    static PoolRequest of(JsonNode row) {
        return new PoolRequest(
                row.path("resource").asText(),
                Operation.valueOf(row.path("operation").asText(Operation.CREATE.name())),
                row.path("user").asText(),
                row.path("old").asText(),
                labels(row.path("nsLabels")));
    }

    static Map<String, String> labels(JsonNode recorded) {
        Map<String, String> labels = new LinkedHashMap<>();
        recorded.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    PoolRequest as(String name) {
        return new PoolRequest(resource, operation, name, old, nsLabels);
    }

    PoolRequest update(String before) {
        return new PoolRequest(resource, Operation.UPDATE, user, before, nsLabels);
    }

    PoolRequest delete() {
        return new PoolRequest(resource, Operation.DELETE, user, old, nsLabels);
    }

    PoolRequest in(Map<String, String> labels) {
        return new PoolRequest(resource, operation, user, old, labels);
    }

    EvaluationContext context(RequestPool pool, JsonNode ownUser) {
        EvaluationContext.Builder context = EvaluationContext.builder()
                .operation(operation)
                .namespaceLabels(nsLabels)
                .phases(Phase.VALIDATE);
        if (!old.isEmpty()) {
            context.oldResource(pool.resource(old));
        }
        if (!user.isEmpty()) {
            UserInfo info = user.equals(OWN) ? RequestPool.user(ownUser) : pool.user(user);
            context.user(info);
        }
        return context.build();
    }

    /** Returns the request in the form of the recorded ones. */
    ObjectNode row(String policy) {
        ObjectNode row = SuiteRun.object()
                .put("policy", policy)
                .put("resource", resource)
                .put("operation", operation.name());
        if (!user.isEmpty()) {
            row.put("user", user);
        }
        if (!old.isEmpty()) {
            row.put("old", old);
        }
        if (!nsLabels.isEmpty()) {
            nsLabels.forEach(row.putObject("nsLabels")::put);
        }
        return row;
    }
}
