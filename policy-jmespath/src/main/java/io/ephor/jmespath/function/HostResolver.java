package io.ephor.jmespath.function;

import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface HostResolver {
    /**
     * Returns the addresses of a host.
     *
     * @throws FunctionException if the host has none or cannot be looked up
     */
    List<InetAddress> resolve(String host);
}
