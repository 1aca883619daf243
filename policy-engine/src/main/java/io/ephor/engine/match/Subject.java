package io.ephor.engine.match;

/**
 * Who a user may be, as written.
 *
 * @param kind {@code User}, {@code Group} or {@code ServiceAccount}; any other kind is nobody
 * @param name wildcard on the name
 * @param namespace wildcard on the namespace of a service account
 */
public record Subject(String kind, String name, String namespace) {}
