package io.ephor.engine.podsecurity.checks;

import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.values.KeyOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects who set a field wrongly: the pod, its containers, and to which values. Used by one thread, in one check. */
final class Offenders {
    private final List<FieldError> errors = new ArrayList<>(0);
    private final List<String> containers = new ArrayList<>(0);
    private @Nullable Set<String> values;
    private @Nullable Container last;
    private boolean pod;

    void pod(FieldError error) {
        pod = true;
        add(error);
    }

    /** Takes an error of a container, which is named once for all errors that come one after the other. */
    void container(Container container, FieldError error) {
        if (container != last) {
            containers.add(container.name());
            last = container;
        }
        add(error);
    }

    private void add(FieldError error) {
        errors.add(error);
        if (error.badValue() instanceof TextNode text) {
            value(text.textValue());
        }
    }

    void value(String value) {
        sorted().add(value);
    }

    void values(Collection<String> others) {
        sorted().addAll(others);
    }

    private Set<String> sorted() {
        Set<String> set = values;
        if (set == null) {
            set = new TreeSet<>(KeyOrder.INSTANCE);
            values = set;
        }
        return set;
    }

    /** {@return whether nobody set the field wrongly} */
    boolean isEmpty() {
        return errors.isEmpty();
    }

    List<FieldError> errors() {
        return errors;
    }

    List<String> containers() {
        return containers;
    }

    /** {@return the values, distinct and sorted; of errors with a text, and those that were added} */
    Collection<String> values() {
        return values == null ? List.of() : values;
    }

    /** {@return the containers by name} */
    String namedContainers() {
        return Quoted.counted("container", containers);
    }

    /** {@return the pod, the containers or both} */
    String setters() {
        if (!pod) {
            return containers.isEmpty() ? "" : namedContainers();
        }
        return containers.isEmpty() ? "pod" : "pod and " + namedContainers();
    }
}
