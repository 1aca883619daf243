/** Kyverno's functions that look at texts or make them: letter case, parts, wildcards, regular expressions, digests. */
@NullMarked
package io.ephor.jmespath.function.text;

import org.jspecify.annotations.NullMarked;
