package io.ephor.values;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version by Semantic Versioning 2.0: {@code MAJOR.MINOR.PATCH}, then perhaps {@code -pre.release} and
 * {@code +build}. Strict: no {@code v} in front, no leading zeros, numbers of 64 bits without sign. Immutable and
 * thread-safe.
 *
 * <p>Order and equality don't look at the build. Kyverno: github.com/blang/semver/v4.
 */
public final class SemanticVersion implements Comparable<SemanticVersion> {
    private final String text;
    private final long major;
    private final long minor;
    private final long patch;
    private final List<PreRelease> preRelease;

    SemanticVersion(String text, long major, long minor, long patch, List<PreRelease> preRelease) {
        this.text = text;
        this.major = major;
        this.minor = minor;
        this.patch = patch;
        this.preRelease = List.copyOf(preRelease);
    }

    /**
     * Reads a version.
     *
     * @param text the text
     * @return the version
     * @throws IllegalArgumentException if the text is none, in the words of the library that Kyverno uses
     */
    public static SemanticVersion parse(String text) {
        SemanticVersionReader reader = new SemanticVersionReader(text);
        SemanticVersion version = reader.read();
        if (version == null) {
            throw new IllegalArgumentException(reader.fault());
        }
        return version;
    }

    /**
     * Reads a version; null if the text is none.
     *
     * @param text the text
     * @return the version, or null
     */
    public static @Nullable SemanticVersion tryParse(String text) {
        return new SemanticVersionReader(text).read();
    }

    /** Compares by precedence: a pre-release comes before its release, and the build doesn't count. */
    @Override
    public int compareTo(SemanticVersion other) {
        int order = Long.compareUnsigned(major, other.major);
        order = order != 0 ? order : Long.compareUnsigned(minor, other.minor);
        order = order != 0 ? order : Long.compareUnsigned(patch, other.patch);
        if (order != 0) {
            return order;
        }
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
        }
        int shared = Math.min(preRelease.size(), other.preRelease.size());
        for (int i = 0; i < shared; i++) {
            int part = preRelease.get(i).compareTo(other.preRelease.get(i));
            if (part != 0) {
                return part;
            }
        }
        return Integer.compare(preRelease.size(), other.preRelease.size());
    }

    /** {@return whether the other is a version of the same precedence} */
    @Override
    public boolean equals(Object other) {
        return other instanceof SemanticVersion that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return ((Long.hashCode(major) * 31 + Long.hashCode(minor)) * 31 + Long.hashCode(patch)) * 31
                + preRelease.hashCode();
    }

    /** {@return the text that was read} */
    @Override
    public String toString() {
        return text;
    }

    /**
     * One part of a pre-release.
     *
     * @param word the letters, empty for a number
     * @param number the number, without sign, 0 for a word
     */
    record PreRelease(String word, long number) implements Comparable<PreRelease> {
        @Override
        public int compareTo(PreRelease other) {
            if (word.isEmpty() != other.word.isEmpty()) {
                return word.isEmpty() ? -1 : 1;
            }
            int order = word.isEmpty() ? Long.compareUnsigned(number, other.number) : word.compareTo(other.word);
            return Integer.signum(order);
        }
    }
}
