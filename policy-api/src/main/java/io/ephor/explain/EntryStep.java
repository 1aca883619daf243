package io.ephor.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.SourceRange;

/**
 * A context entry that was loaded: because an expression mentioned it, or again for the next element of a loop, for
 * which what was loaded before the loop is computed anew.
 *
 * @param source the place of the entry in the policy
 * @param name the name of the entry
 * @param value its value
 */
public record EntryStep(SourceRange source, String name, JsonNode value) implements Step {}
