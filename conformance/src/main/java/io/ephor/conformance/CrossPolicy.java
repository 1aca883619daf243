package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of one policy in the suite {@code cross}: the answers, and by its summary all the requests that have
 * none. Rows are added first, by one thread; then any may read.
 */
final class CrossPolicy {
    private final String reference;
    private final Map<PoolRequest, JsonNode> answers = new LinkedHashMap<>();
    private final Set<PoolRequest> dropped = new HashSet<>();
    private JsonNode summary = MissingNode.getInstance();
    private JsonNode invalid = MissingNode.getInstance();

    CrossPolicy(String reference) {
        this.reference = reference;
    }

    void add(JsonNode row) {
        if (row.has("operation")) {
            answers.put(PoolRequest.of(row), row);
        } else if (row.has("evaluated")) {
            summary = row;
            row.path("dropped").forEach(request -> dropped.add(PoolRequest.of(request)));
        } else {
            invalid = row;
        }
    }

    String reference() {
        return reference;
    }

    /** Returns the row that says that the policy was refused, or that the reference panics; missing for most policies. */
    JsonNode invalid() {
        return invalid;
    }

    JsonNode summary() {
        return summary;
    }

    JsonNode ownUser() {
        return summary.path("ownUser");
    }

    /** Returns the recorded answer of a request, or null where there must be none. */
    @Nullable
    JsonNode answer(PoolRequest request) {
        return answers.get(request);
    }

    /** Returns how many requests must have no answer. */
    int unanswered() {
        return summary.path("empty").asInt();
    }

    /** Returns how many requests have an answer or must have none. */
    int compared() {
        return summary.path("evaluated").asInt() - dropped.size();
    }

    /**
     * Returns all requests that were made, without those at which the reference panicked: the pool as created objects and,
     * as the number of requests tells, by its users, in a namespace with labels, and in other operations.
     *
     * @param text the text of the policy, for the labels of a selector that no answer shows
     * @throws IllegalArgumentException if they are not as many as the summary says
     */
    Set<PoolRequest> requests(RequestPool pool, String text) {
        int evaluated = summary.path("evaluated").asInt();
        for (int groups = 0; groups < 8; groups++) {
            Set<PoolRequest> requests = created(pool);
            if ((groups & 1) != 0) {
                requests.addAll(byUsers(pool));
            }
            if ((groups & 2) != 0) {
                requests.addAll(withLabels(pool, text));
            }
            if ((groups & 4) != 0) {
                requests.addAll(otherOperations(pool));
            }
            if (requests.size() == evaluated && requests.containsAll(answers.keySet())) {
                requests.removeAll(dropped);
                return requests;
            }
        }
        throw new IllegalArgumentException("no known requests are " + evaluated + " in number");
    }

    private static Set<PoolRequest> created(RequestPool pool) {
        Set<PoolRequest> requests = new LinkedHashSet<>();
        pool.resources().forEach(id -> requests.add(PoolRequest.create(id)));
        return requests;
    }

    private Set<PoolRequest> byUsers(RequestPool pool) {
        Set<PoolRequest> requests = new LinkedHashSet<>();
        for (String id : pool.resources()) {
            for (String user : pool.users()) {
                requests.add(PoolRequest.create(id).as(user));
            }
            if (!ownUser().isMissingNode()) {
                requests.add(PoolRequest.create(id).as(PoolRequest.OWN));
            }
        }
        return requests;
    }

    private Set<PoolRequest> withLabels(RequestPool pool, String text) {
        Map<String, String> labels = answers.keySet().stream()
                .map(PoolRequest::nsLabels)
                .filter(shown -> !shown.isEmpty())
                .findFirst()
                .orElseGet(() -> selectedLabels(text));
        Set<PoolRequest> requests = new LinkedHashSet<>();
        pool.resources().forEach(id -> requests.add(PoolRequest.create(id).in(labels)));
        return requests;
    }

    private static Map<String, String> selectedLabels(String text) {
        for (JsonNode selector : Yaml.parse("policy", text).findValues("namespaceSelector")) {
            Map<String, String> labels = PoolRequest.labels(selector.path("matchLabels"));
            for (JsonNode expression : selector.path("matchExpressions")) {
                labels.put(
                        expression.path("key").asText(),
                        expression.path("values").path(0).asText());
            }
            if (!labels.isEmpty()) {
                return labels;
            }
        }
        return Map.of("selected", "true");
    }

    private static Set<PoolRequest> otherOperations(RequestPool pool) {
        Set<PoolRequest> requests = new LinkedHashSet<>();
        for (String id : pool.resources()) {
            PoolRequest create = PoolRequest.create(id);
            requests.add(create.update(id));
            String next = pool.nextOfKind(id);
            if (next != null) {
                requests.add(create.update(next));
            }
            requests.add(create.delete());
        }
        return requests;
    }
}
