package io.ephor.engine.exceptions;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A {@code PolicyException} as written: checked for its shape. Never written to.
 *
 * @param name the name of the exception
 * @param namespace its namespace; empty where it states none
 * @param spec the {@code spec}
 */
public record ExceptionDefinition(String name, String namespace, JsonNode spec) {
    /** The kind of policy exceptions. */
    public static final String KIND = "PolicyException";
}
