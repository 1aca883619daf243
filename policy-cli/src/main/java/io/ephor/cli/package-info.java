/**
 * The command line.
 */
@NullMarked
package io.ephor.cli;

import org.jspecify.annotations.NullMarked;
