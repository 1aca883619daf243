/** The {@code match} and {@code exclude} blocks of a rule: as written, their compiler, and their compiled form. */
@NullMarked
package io.ephor.engine.match;

import org.jspecify.annotations.NullMarked;
