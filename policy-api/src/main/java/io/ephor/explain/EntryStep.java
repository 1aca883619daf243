package io.ephor.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.SourceRange;

/**
 * A context entry that was loaded, because an expression mentioned it.
 *
 * @param source the place of the entry in the policy
 * @param name the name of the entry
 * @param value its value
 */
public record EntryStep(SourceRange source, String name, JsonNode value) implements Step {}
