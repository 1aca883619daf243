/**
 * Makes a tree of JSON values, with the offsets of all its parts, from the text of one YAML or JSON document: the scanner,
 * the meaning of scalars, aliases, merge keys and limits. Files, lines and faults for callers belong to
 * {@code io.ephor.values}, which this package does not know.
 */
@NullMarked
package io.ephor.values.yaml;

import org.jspecify.annotations.NullMarked;
