/**
 * Rules for pod controllers, derived from rules for pods: from model to model, before anything is compiled. {@link
 * io.ephor.engine.autogen.Autogen} is the way in.
 */
@NullMarked
package io.ephor.engine.autogen;

import org.jspecify.annotations.NullMarked;
