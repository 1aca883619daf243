package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.Fault;
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
    void check(JsonNode overrides, String pointer, AdmissionStep step, String place) {
        Namespaces enforced = new Namespaces();
        Namespaces audited = new Namespaces();
        for (int i = 0; i < overrides.size(); i++) {
            String at = pointer + "/" + i;
            String action = Texts.of(overrides.get(i), "action").toLowerCase(Locale.ROOT);
            if (!action.equals("enforce") && !action.equals("audit")) {
                faults.report(Fault.error("invalid-value", at + "/action", "expected `Enforce` or `Audit`")
                        .withKyvernoText(step, "invalid action"));
                continue;
            }
            boolean enforce = action.equals("enforce");
            List<String> added = Texts.list(overrides.get(i).path("namespaces"));
            Conflict conflict = conflict(enforced, audited, enforce, added, place + "[" + i + "].namespaces");
            if (conflict != null) {
                faults.report(Fault.error("conflicting-overrides", at + "/namespaces", conflict.message)
                        .withKyvernoText(step, conflict.text));
                return;
            }
        }
    }

    private static @Nullable Conflict conflict(
            Namespaces enforced, Namespaces audited, boolean enforce, List<String> added, String place) {
        TreeSet<String> common = new TreeSet<>(added);
        common.retainAll(enforce ? audited.names : enforced.names);
        if (!common.isEmpty()) {
            String text = "conflicting namespaces found in path: " + place + ": " + String.join(", ", common);
            return new Conflict(message(common.first(), common.first()), text);
        }
        (enforce ? enforced : audited).add(added);
        String prefix = "path: " + place + ": wildcard pattern '";
        String[] pair = match(audited.patterns, enforced.names);
        if (pair != null) {
            return new Conflict(
                    message(pair[1], pair[0]), prefix + pair[0] + "' matches with namespace '" + pair[1] + "'");
        }
        pair = match(enforced.patterns, audited.names);
        if (pair != null) {
            return new Conflict(
                    message(pair[0], pair[1]), prefix + pair[0] + "' matches with namespace '" + pair[1] + "'");
        }
        pair = match(audited.patterns, enforced.patterns);
        if (pair != null) {
            String text = prefix + pair[0] + "' conflicts with the pattern '" + pair[1] + "'";
            return new Conflict(message(pair[1], pair[0]), text);
        }
        pair = match(enforced.patterns, audited.patterns);
        return pair == null
                ? null
                : new Conflict(
                        message(pair[0], pair[1]), prefix + pair[0] + "' conflicts with the pattern '" + pair[1] + "'");
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

    private record Conflict(String message, String text) {}
}
