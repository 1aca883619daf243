package io.ephor.engine.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.lookup.ResourceKind;

/**
 * An existing resource that a rule is to change. Immutable.
 *
 * @param kind the kind by which it was found
 * @param object the resource, or the object of its subresource
 */
public record Target(ResourceKind kind, JsonNode object) {}
