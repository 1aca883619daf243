/**
 * {@code generate} rules: which resources they want, made of data or copied, and the labels by which they are found again.
 * Whether such a rule applies is no concern of this package.
 */
@NullMarked
package io.ephor.engine.generate;

import org.jspecify.annotations.NullMarked;
