package io.ephor.engine.podsecurity;

import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;
import java.util.HashMap;
import java.util.Map;

/** Tells in which container of a pod a field lies. Used by one thread. */
final class ContainerNames {
    private final Map<String, String> names = new HashMap<>();

    ContainerNames(Pod pod) {
        for (Container container : pod.containers()) {
            String place = "spec." + container.list().field() + '[' + container.index() + ']';
            names.put(place, container.name());
        }
    }

    /** {@return the name of the container, or the empty text if the field lies in none} */
    String of(String field) {
        int end = field.indexOf(']');
        return end < 0 ? "" : names.getOrDefault(field.substring(0, end + 1), "");
    }
}
