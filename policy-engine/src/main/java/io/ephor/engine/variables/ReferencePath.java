package io.ephor.engine.variables;

import io.ephor.patterns.Anchor;
import java.util.ArrayList;
import java.util.List;

/** The paths that references compare: steps with slashes between them, as Go's package {@code path} cleans them. */
final class ReferencePath {
    private static final String PARENT = "..";

    private ReferencePath() {}

    /** Returns where a reference that stands at a place leads to; an absolute one is taken as it is written. */
    static String target(String place, String reference) {
        if (reference.startsWith("/")) {
            return reference;
        }
        return clean(place.isEmpty() ? reference : place + "/" + reference);
    }

    /**
     * Returns a path without the anchors of its keys.
     *
     * <p>Kyverno: pkg/engine/anchor/utils.go, RemoveAnchorsFromPath
     */
    static String withoutAnchors(String path) {
        boolean absolute = path.startsWith("/");
        StringBuilder bare = new StringBuilder(path.length());
        for (String step : path.substring(absolute ? 1 : 0).split("/", -1)) {
            Anchor anchor = Anchor.parse(step);
            String key = anchor == null ? step : anchor.key();
            if (!key.isEmpty()) {
                bare.append(bare.isEmpty() ? "" : "/").append(key);
            }
        }
        String joined = bare.isEmpty() ? "" : clean(bare.toString());
        return absolute ? "/" + joined : joined;
    }

    private static String clean(String path) {
        boolean rooted = path.startsWith("/");
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/", -1)) {
            if (step.isEmpty() || step.equals(".")) {
                continue;
            }
            boolean hasParent = !steps.isEmpty() && !steps.get(steps.size() - 1).equals(PARENT);
            if (!step.equals(PARENT)) {
                steps.add(step);
            } else if (hasParent) {
                steps.remove(steps.size() - 1);
            } else if (!rooted) {
                steps.add(step);
            }
        }
        String joined = String.join("/", steps);
        return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
    }
}
