/**
 * From text to model: checks a policy document against the shape of its kind, applies the defaults, reports every fault
 * with its place, and makes the records that the compilers read. What a rule means is not decided here.
 */
@NullMarked
package io.ephor.engine.read;

import org.jspecify.annotations.NullMarked;
