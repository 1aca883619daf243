/**
 * The rule body {@code validate.podSecurity}: a level and a version of the Pod Security Standards, and what is excluded
 * from them. The checks themselves are in {@code checks}.
 */
@NullMarked
package io.ephor.engine.podsecurity;

import org.jspecify.annotations.NullMarked;
