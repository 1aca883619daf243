/**
 * Context entries, and what queries see: the request, the entries of a rule, the elements of a loop. Entries are loaded
 * when a query mentions them. What conditions and bodies do with the values does not belong here.
 */
@NullMarked
package io.ephor.engine.context;

import org.jspecify.annotations.NullMarked;
