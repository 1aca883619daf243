package io.ephor.test;

import io.ephor.GroupVersionKind;

/**
 * A kind whose resources are requests to a subresource of another kind. Immutable.
 *
 * @param kind the kind of the request, such as {@code autoscaling/v1 Scale}
 * @param parent the kind that has the subresource, such as {@code apps/v1 Deployment}
 * @param subresource the subresource, such as {@code scale}
 */
public record SubresourceKind(GroupVersionKind kind, GroupVersionKind parent, String subresource) {}
