/**
 * How a JSON Patch is read and applied as the reference does it: operations on values of which only those are opened that
 * an operation goes through.
 */
@NullMarked
package io.ephor.patches.operations;

import org.jspecify.annotations.NullMarked;
