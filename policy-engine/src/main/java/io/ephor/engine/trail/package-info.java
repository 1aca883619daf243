/**
 * What an evaluation leaves behind where somebody wants to know the reason of its answer. An evaluation without a trail
 * pays a comparison with null wherever a step would be noted, and nothing on the quick way, on which rules pass without
 * being evaluated. Matches, conditions and patterns have methods of their own for those who explain, over the same
 * compiled nodes.
 */
@NullMarked
package io.ephor.engine.trail;

import org.jspecify.annotations.NullMarked;
