package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A context entry as a policy states it. Immutable.
 *
 * @param name the name under which queries see its value
 * @param kind where the value comes from
 * @param definition what stands below the field of the kind
 * @param pointer the JSON pointer of the entry in its document
 */
record ContextEntry(String name, EntryKind kind, JsonNode definition, String pointer) {}
