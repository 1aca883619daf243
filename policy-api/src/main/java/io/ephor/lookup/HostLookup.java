package io.ephor.lookup;

import java.net.InetAddress;
import java.util.List;

/**
 * Resolves host names. Asked at most once per evaluation for the same question; implementations must be
 * thread-safe.
 */
@FunctionalInterface
public interface HostLookup {
    /**
     * {@return the addresses of a host name}
     *
     * @param host the host name
     * @throws LookupException if there is no answer
     */
    List<InetAddress> addresses(String host);
}
