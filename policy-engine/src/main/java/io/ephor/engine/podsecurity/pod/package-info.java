/** A pod as the checks of the Pod Security Standards see it. */
@NullMarked
package io.ephor.engine.podsecurity.pod;

import org.jspecify.annotations.NullMarked;
