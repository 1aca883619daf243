package io.ephor.engine.manifests;

import io.ephor.values.SourceRange;
import java.util.List;

/**
 * Attestors of which some must have signed. Immutable and thread-safe.
 *
 * @param place the place of the set in the policy
 * @param required how many must have signed
 * @param entries the attestors, in the order in which they are asked; a key each
 */
record AttestorSet(SourceRange place, int required, List<Attestor> entries) {}
