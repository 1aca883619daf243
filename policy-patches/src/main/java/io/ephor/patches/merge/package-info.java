/**
 * How a strategic merge patch is resolved against a resource and merged into it: anchors first, then fields, with lists
 * merged by the keys that Kubernetes 1.21 declares for them.
 */
@NullMarked
package io.ephor.patches.merge;

import org.jspecify.annotations.NullMarked;
