/** What Kyverno refuses when a policy is admitted, although its shape is right. */
@NullMarked
package io.ephor.engine.checks;

import org.jspecify.annotations.NullMarked;
