package io.ephor.engine.podsecurity;

import io.ephor.engine.podsecurity.checks.FailedCheck;
import io.ephor.engine.podsecurity.checks.FieldError;
import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Takes what is excluded from the findings of one pod. For each entry a second pod is checked, which has only what the
 * entry speaks of; every finding there takes away one finding of the pod. So an entry without images also takes away one
 * finding about a container that lacks a field. Used by one thread.
 *
 * <p>Kyverno: pkg/pss/evaluate.go
 */
final class Exclusion {
    private final Standard standard;
    private final Pod pod;
    private final List<FailedCheck> failed;

    /**
     * Starts with all findings.
     *
     * @param failed what is wrong with the pod; the list is changed
     */
    Exclusion(Standard standard, Pod pod, List<FailedCheck> failed) {
        this.standard = standard;
        this.pod = pod;
        this.failed = failed;
    }

    /** {@return what is left, in the order of the checks} */
    List<FailedCheck> failed() {
        return failed;
    }

    void apply(Exclude exclude) {
        Pod part = exclude.isForImages() ? withImages(exclude) : pod.withOnlyContainer("fake");
        for (FailedCheck found : standard.check(part)) {
            if (exclude.checks().contains(found.id())) {
                forgive(exclude, found, part);
            }
        }
    }

    private Pod withImages(Exclude exclude) {
        List<Container> containers = new ArrayList<>();
        for (Container container : pod.containers()) {
            if (exclude.hasImage(container.image())) {
                containers.add(container);
            }
        }
        return Pod.ofContainers(containers);
    }

    private void forgive(Exclude exclude, FailedCheck found, Pod part) {
        int place = indexOf(found.id());
        if (place < 0 || found.errors().isEmpty()) {
            return;
        }
        RemainingErrors remaining = new RemainingErrors(failed.get(place).errors(), keys(exclude, pod));
        Function<String, String> key = keys(exclude, part);
        for (FieldError error : found.errors()) {
            if (exclude.forgives(error, FieldPattern.of(error.field()))) {
                remaining.takeAway(key.apply(error.field()));
            }
        }
        if (remaining.errors().isEmpty()) {
            failed.remove(place);
        } else {
            failed.set(place, failed.get(place).withErrors(remaining.errors()));
        }
    }

    /** {@return what tells the fields of a pod apart: their paths without numbers, and for images the container by name} */
    private static Function<String, String> keys(Exclude exclude, Pod pod) {
        if (!exclude.isForImages()) {
            return FieldPattern::of;
        }
        ContainerNames names = new ContainerNames(pod);
        return field -> FieldPattern.of(field) + ' ' + names.of(field);
    }

    private int indexOf(String check) {
        for (int i = 0; i < failed.size(); i++) {
            if (failed.get(i).id().equals(check)) {
                return i;
            }
        }
        return -1;
    }
}
