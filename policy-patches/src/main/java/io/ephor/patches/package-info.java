/**
 * Patches of JSON documents as Kyverno applies them: strategic merge with anchors, JSON Patch with the options that
 * Kyverno turns on, and the patch between two documents.
 *
 * <p>Nothing here knows policies or variables. No document is written to; results share what does not change.
 */
@NullMarked
package io.ephor.patches;

import org.jspecify.annotations.NullMarked;
