package io.ephor.lookup;

/**
 * Answers calls of services by URL. Asked at most once per evaluation for the same question; implementations must be
 * thread-safe.
 */
@FunctionalInterface
public interface ServiceCallLookup {
    /**
     * {@return the response, whatever its status}
     *
     * @param request what to send
     * @throws LookupException if there is no response, such as when no connection can be made
     */
    ServiceResponse call(ServiceRequest request);
}
