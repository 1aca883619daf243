package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.UserInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The resources and users of which the requests of the suites {@code cross} and {@code mutants} are made. Immutable and
 * thread-safe.
 */
final class RequestPool {
    private final Map<String, JsonNode> resources = new LinkedHashMap<>();
    private final Map<String, UserInfo> users = new LinkedHashMap<>();
    private final Map<String, String> nextOfKind = new HashMap<>();

    private RequestPool() {}

    /** Reads the documents beside the file of the run. */
    static RequestPool read(SuiteRun run) throws IOException {
        RequestPool pool = new RequestPool();
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        for (JsonNode row : run.companionRows("resources.jsonl")) {
            String id = row.path("id").asText();
            pool.resources.put(id, row.path("object"));
            kinds.computeIfAbsent(row.path("kind").asText(), kind -> new ArrayList<>())
                    .add(id);
        }
        for (List<String> ids : kinds.values()) {
            for (int i = 0; ids.size() > 1 && i < ids.size(); i++) {
                pool.nextOfKind.put(ids.get(i), ids.get((i + 1) % ids.size()));
            }
        }
        String text = Files.readString(run.companion("users.json"));
        Json.parse(text).properties().forEach(user -> pool.users.put(user.getKey(), user(user.getValue())));
        return pool;
    }

    /** Returns a user as the recordings write one: the info of the request, and the roles beside it. */
    static UserInfo user(JsonNode recorded) {
        JsonNode info = recorded.path("userInfo");
        return UserInfo.of(
                        info.path("username").asText(),
                        texts(info.path("groups")).toArray(new String[0]))
                .withUid(info.path("uid").asText())
                .withRoles(texts(recorded.path("roles")))
                .withClusterRoles(texts(recorded.path("clusterRoles")));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    JsonNode resource(String id) {
        return Objects.requireNonNull(resources.get(id), id);
    }

    UserInfo user(String name) {
        return Objects.requireNonNull(users.get(name), name);
    }

    Iterable<String> resources() {
        return resources.keySet();
    }

    Iterable<String> users() {
        return users.keySet();
    }

    /** Returns the next resource of the same kind, after the last one the first; null where there is only one. */
    @Nullable
    String nextOfKind(String id) {
        return nextOfKind.get(id);
    }
}
