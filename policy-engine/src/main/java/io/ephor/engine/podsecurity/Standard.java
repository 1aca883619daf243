package io.ephor.engine.podsecurity;

import io.ephor.engine.podsecurity.checks.FailedCheck;
import io.ephor.engine.podsecurity.checks.PodCheck;
import io.ephor.engine.podsecurity.checks.PodChecks;
import io.ephor.engine.podsecurity.pod.Pod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A level of the Pod Security Standards in a version. Immutable and thread-safe. Any level but {@code baseline} has all
 * checks, also {@code privileged}; and a check of the level restricted does not replace its counterpart of the level
 * baseline.
 *
 * <p>Kyverno: pkg/pss/evaluate.go
 *
 * @param baseline whether only the checks of the level baseline are made
 * @param version the version
 */
record Standard(boolean baseline, StandardVersion version) {
    static Standard of(String level, StandardVersion version) {
        return new Standard(level.equals("baseline"), version);
    }

    /** {@return what is wrong with a pod, in the order of the checks; the list may be changed} */
    List<FailedCheck> check(Pod pod) {
        List<FailedCheck> failed = new ArrayList<>(0);
        List<PodCheck> checks = checks();
        for (int i = 0; i < checks.size(); i++) {
            FailedCheck failure = checks.get(i).check(pod, version.minor());
            if (failure != null) {
                failed.add(failure);
            }
        }
        return failed;
    }

    /** {@return whether nothing is wrong with a pod} */
    boolean allows(Pod pod) {
        List<PodCheck> checks = checks();
        for (int i = 0; i < checks.size(); i++) {
            @Nullable FailedCheck failure = checks.get(i).check(pod, version.minor());
            if (failure != null) {
                return false;
            }
        }
        return true;
    }

    private List<PodCheck> checks() {
        return baseline ? PodChecks.BASELINE : PodChecks.ALL;
    }
}
