package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.FaultCollector;
import io.ephor.values.Wildcard;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * No namespace may be given two actions by overrides, neither by name nor by wildcard.
 *
 * <p>Kyverno: pkg/validation/policy/validate.go, validateNamespaces
 */
final class OverrideChecks {
    private final FaultCollector faults;

    OverrideChecks(FaultCollector faults) {
        this.faults = faults;
    }

    /**
     * Checks a list of overrides.
     *
     * @param place where they are, as Kyverno has it
     */
    void check(JsonNode overrides, String pointer, AdmissionStep step, ToldPlace place) {
        if (overrides.isEmpty()) {
            return;
        }
        Namespaces enforced = new Namespaces();
        Namespaces audited = new Namespaces();
        for (int i = 0; i < overrides.size(); i++) {
            String action = Texts.of(overrides.get(i), "action").toLowerCase(Locale.ROOT);
            if (!action.equals("enforce") && !action.equals("audit")) {
                String message = "expected `Enforce` or `Audit`";
                faults.error("invalid-value", pointer + "/" + i + "/action", message, step, "invalid action");
                continue;
            }
            boolean enforce = action.equals("enforce");
            List<String> added = Texts.list(overrides.get(i).path("namespaces"));
            Conflict conflict = conflict(enforced, audited, enforce, added);
            if (conflict != null) {
                String told = place.text() + "[" + i + "].namespaces: " + conflict.text;
                String text = (conflict.ofNames ? "conflicting namespaces found in path: " : "path: ") + told;
                faults.error("conflicting-overrides", pointer + "/" + i + "/namespaces", conflict.message, step, text);
                return;
            }
        }
    }

    private static @Nullable Conflict conflict(
            Namespaces enforced, Namespaces audited, boolean enforce, List<String> added) {
        TreeSet<String> common = new TreeSet<>(added);
        common.retainAll(enforce ? audited.names : enforced.names);
        if (!common.isEmpty()) {
            return new Conflict(message(common.first(), common.first()), String.join(", ", common), true);
        }
        (enforce ? enforced : audited).add(added);
        String[] pair = match(audited.patterns, enforced.names);
        if (pair != null) {
            return matching(message(pair[1], pair[0]), pair);
        }
        pair = match(enforced.patterns, audited.names);
        if (pair != null) {
            return matching(message(pair[0], pair[1]), pair);
        }
        pair = match(audited.patterns, enforced.patterns);
        if (pair != null) {
            return opposing(message(pair[1], pair[0]), pair);
        }
        pair = match(enforced.patterns, audited.patterns);
        return pair == null ? null : opposing(message(pair[0], pair[1]), pair);
    }

    private static Conflict matching(String message, String[] pair) {
        String text = "wildcard pattern '" + pair[0] + "' matches with namespace '" + pair[1] + "'";
        return new Conflict(message, text, false);
    }

    private static Conflict opposing(String message, String[] pair) {
        String text = "wildcard pattern '" + pair[0] + "' conflicts with the pattern '" + pair[1] + "'";
        return new Conflict(message, text, false);
    }

    private static String message(String enforced, String audited) {
        return "`" + enforced + "` is to be enforced and `" + audited + "` to be audited, which overlap";
    }

    /** Returns the first pattern and text that match, or null. */
    private static String @Nullable [] match(Collection<String> patterns, Collection<String> texts) {
        for (String text : texts) {
            for (String pattern : patterns) {
                if (Wildcard.matches(pattern, text)) {
                    return new String[] {pattern, text};
                }
            }
        }
        return null;
    }

    private static final class Namespaces {
        private final TreeSet<String> names = new TreeSet<>();
        private final TreeSet<String> patterns = new TreeSet<>();

        private void add(List<String> namespaces) {
            for (String namespace : namespaces) {
                (Wildcard.containsWildcard(namespace) ? patterns : names).add(namespace);
            }
        }
    }

    private record Conflict(String message, String text, boolean ofNames) {}
}
