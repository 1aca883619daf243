/**
 * Signatures of manifests: who must have signed a resource, and what the lookup of the host says of each of them. The
 * cryptography is the concern of the host.
 */
@NullMarked
package io.ephor.engine.manifests;

import org.jspecify.annotations.NullMarked;
