/**
 * A policy document while it is being compiled: its places, and the faults that readers and compilers report. The lowest
 * package of the engine: every feature may use it, it uses none of them.
 */
@NullMarked
package io.ephor.engine.source;

import org.jspecify.annotations.NullMarked;
