/**
 * Regular expressions as Go has them: their syntax and error texts, matching and replacing by RE2, and random texts that
 * an expression describes. Nothing here knows of expressions of JMESPath.
 */
@NullMarked
package io.ephor.jmespath.regex;

import org.jspecify.annotations.NullMarked;
