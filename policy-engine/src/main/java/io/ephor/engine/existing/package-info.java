/** Resources that exist already: found by kind, place and labels. What is done with them is the concern of the rules. */
@NullMarked
package io.ephor.engine.existing;

import org.jspecify.annotations.NullMarked;
