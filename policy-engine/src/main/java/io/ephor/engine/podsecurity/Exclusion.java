package io.ephor.engine.podsecurity;

import io.ephor.engine.podsecurity.checks.FailedCheck;
import io.ephor.engine.podsecurity.checks.FieldError;
import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        Remaining remaining = new Remaining(failed.get(place).errors(), pod, exclude.isForImages());
        for (FieldError error : found.errors()) {
            FieldPlace field = FieldPlace.of(error.field());
            if (exclude.forgives(error, field.pattern())) {
                remaining.takeAway(field, exclude.isForImages() ? field.containerOf(part) : null);
            }
        }
        if (remaining.errors.isEmpty()) {
            failed.remove(place);
        } else {
            failed.set(place, failed.get(place).withErrors(remaining.errors));
        }
    }

    private int indexOf(String check) {
        for (int i = 0; i < failed.size(); i++) {
            if (failed.get(i).id().equals(check)) {
                return i;
            }
        }
        return -1;
    }

    /** What is left of one check. The last error takes the place of one that is taken away. */
    private static final class Remaining {
        private final List<FieldError> errors;
        private final List<FieldPlace> places = new ArrayList<>();
        private final Pod pod;
        private final boolean namesCount;

        Remaining(List<FieldError> errors, Pod pod, boolean namesCount) {
            this.errors = new ArrayList<>(errors);
            this.pod = pod;
            this.namesCount = namesCount;
            errors.forEach(error -> places.add(FieldPlace.of(error.field())));
        }

        void takeAway(FieldPlace field, @Nullable Container container) {
            for (int i = 0; i < errors.size(); i++) {
                FieldPlace place = places.get(i);
                if (place.pattern().equals(field.pattern()) && isOfSameName(place, container)) {
                    removeAt(i);
                    return;
                }
            }
        }

        private boolean isOfSameName(FieldPlace place, @Nullable Container container) {
            if (!namesCount || container == null) {
                return true;
            }
            Container own = place.containerOf(pod);
            return own != null && own.name().equals(container.name());
        }

        private void removeAt(int index) {
            int last = errors.size() - 1;
            errors.set(index, errors.get(last));
            places.set(index, places.get(last));
            errors.remove(last);
            places.remove(last);
        }
    }
}
