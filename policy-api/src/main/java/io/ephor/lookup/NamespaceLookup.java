package io.ephor.lookup;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers for the labels of namespaces. It is asked for the namespace of a resource as soon as a policy exception names a
 * rule that the resource is judged by, and by a cleanup policy once the resource is of its namespace and its kinds; without
 * it, the namespace labels of the context count there too. Asked at most once per evaluation for the same question;
 * implementations must be thread-safe.
 *
 * <p>Kyverno: pkg/engine/utils/exceptions.go, pkg/controllers/cleanup/controller.go
 */
@FunctionalInterface
public interface NamespaceLookup {
    /**
     * {@return the labels of a namespace, or null where there is no such namespace} Where there is no answer, no exception
     * applies and nothing is deleted.
     *
     * @param name the name of the namespace
     * @throws LookupException if there is no answer
     */
    @Nullable
    Map<String, String> labels(String name);
}
