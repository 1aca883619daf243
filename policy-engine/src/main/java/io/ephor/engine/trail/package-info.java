/**
 * What an evaluation leaves behind where somebody wants to know the reason of its answer. An evaluation without a trail
 * pays nothing for it: those who explain walk over the same compiled nodes by methods of their own.
 */
@NullMarked
package io.ephor.engine.trail;

import org.jspecify.annotations.NullMarked;
