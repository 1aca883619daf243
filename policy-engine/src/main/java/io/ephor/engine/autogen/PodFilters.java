package io.ephor.engine.autogen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What autogen has to know of the filters of a {@code match} or {@code exclude} block, gathered in one pass over all of
 * them.
 */
final class PodFilters {
    private boolean hasKinds;
    private boolean hasPods;
    private boolean namesPodKinds;
    private boolean selectsResources;

    private PodFilters() {}

    static PodFilters of(JsonNode block) {
        PodFilters filters = new PodFilters();
        for (Map.Entry<String, JsonNode> field : block.properties()) {
            switch (field.getKey()) {
                case "resources" -> filters.addResources(field.getValue());
                case "any", "all" -> filters.addFilters(field.getValue());
                default -> {}
            }
        }
        return filters;
    }

    private void addFilters(JsonNode filters) {
        for (int i = 0; i < filters.size(); i++) {
            addResources(filters.get(i).path("resources"));
        }
    }

    private void addResources(JsonNode resources) {
        for (Map.Entry<String, JsonNode> field : resources.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "kinds" -> addKinds(value);
                case "name" ->
                    selectsResources |= value.isTextual() && !value.textValue().isEmpty();
                case "names" -> selectsResources |= !value.isEmpty();
                case "selector", "annotations" -> selectsResources |= !value.isNull();
                default -> {}
            }
        }
    }

    private void addKinds(JsonNode kinds) {
        boolean pods = PodKinds.containPod(kinds);
        hasKinds |= !kinds.isEmpty();
        hasPods |= pods;
        namesPodKinds |= PodKinds.containLiteral(kinds);
        selectsResources |= pods && kinds.size() > 1;
    }

    /** Says whether a filter has kinds. */
    boolean hasKinds() {
        return hasKinds;
    }

    /** Says whether a filter has pods among its kinds, in any spelling. */
    boolean hasPods() {
        return hasPods;
    }

    /** Says whether a filter names pods or a controller by the kind alone. */
    boolean namesPodKinds() {
        return namesPodKinds;
    }

    /**
     * Says whether a filter selects in a way that cannot be carried over to controllers: by name, label or annotation,
     * or by pods together with other kinds.
     */
    boolean selectsResources() {
        return selectsResources;
    }
}
