/**
 * The controls of the Pod Security Standards, each as a check of a pod that was read with its types: nothing here knows of
 * policies, excludes or messages.
 */
@NullMarked
package io.ephor.engine.podsecurity.checks;

import org.jspecify.annotations.NullMarked;
