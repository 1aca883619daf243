/** Kyverno's functions that read or build data: JSON and YAML, lists and objects, image references, URLs. */
@NullMarked
package io.ephor.jmespath.function.data;

import org.jspecify.annotations.NullMarked;
