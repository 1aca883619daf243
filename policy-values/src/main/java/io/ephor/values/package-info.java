/**
 * What a value means: YAML and JSON with their places, equality and order of JSON values, number texts, quantities,
 * durations, wildcards and semantic versions, each as Kubernetes and Kyverno see them.
 *
 * <p>Nothing here knows of policies; policy vocabulary belongs to {@code policy-api}.
 */
@NullMarked
package io.ephor.values;

import org.jspecify.annotations.NullMarked;
