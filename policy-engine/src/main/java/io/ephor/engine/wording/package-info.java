/** How Kyverno words places and values in its texts. Every feature may use it; it uses no other package of the engine. */
@NullMarked
package io.ephor.engine.wording;

import org.jspecify.annotations.NullMarked;
