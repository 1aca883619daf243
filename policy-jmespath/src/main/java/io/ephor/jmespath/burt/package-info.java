/**
 * Kyverno's JMESPath behind the two interfaces of {@code io.burt:jmespath-core}, for code that is written for that library.
 * No other package knows the library.
 */
@NullMarked
package io.ephor.jmespath.burt;

import org.jspecify.annotations.NullMarked;
