/**
 * The algorithms behind the texts of numbers, durations and wildcards, each without a public type of its own: what they
 * mean to callers belongs to {@code io.ephor.values}, which this package does not know.
 */
@NullMarked
package io.ephor.values.text;

import org.jspecify.annotations.NullMarked;
