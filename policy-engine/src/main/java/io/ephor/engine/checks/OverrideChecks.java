package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.values.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    void check(JsonNode overrides, String pointer) {
        List<String> enforced = new ArrayList<>();
        List<String> audited = new ArrayList<>();
        for (int i = 0; i < overrides.size(); i++) {
            String place = pointer + "/" + i;
            String action = Texts.of(overrides.get(i), "action").toLowerCase(Locale.ROOT);
            if (!action.equals("enforce") && !action.equals("audit")) {
                faults.report(Fault.error("invalid-value", place + "/action", "expected `Enforce` or `Audit`"));
                continue;
            }
            List<String> own = action.equals("enforce") ? enforced : audited;
            Texts.list(overrides.get(i).path("namespaces")).forEach(own::add);
            String conflict = conflict(enforced, audited);
            if (conflict != null) {
                faults.report(Fault.error("conflicting-overrides", place + "/namespaces", conflict));
                return;
            }
        }
    }

    private static @Nullable String conflict(List<String> enforced, List<String> audited) {
        for (String one : enforced) {
            for (String other : audited) {
                if (Wildcard.matches(one, other) || Wildcard.matches(other, one)) {
                    return "`" + one + "` is to be enforced and `" + other + "` to be audited, which overlap";
                }
            }
        }
        return null;
    }
}
