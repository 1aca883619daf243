/**
 * Reads documents as Kubernetes' Go types do: with names in any case, null for absent, and an error where a field has
 * another type.
 */
@NullMarked
package io.ephor.engine.podsecurity.typed;

import org.jspecify.annotations.NullMarked;
