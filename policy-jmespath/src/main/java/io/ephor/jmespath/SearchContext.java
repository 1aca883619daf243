package io.ephor.jmespath;

import io.ephor.jmespath.function.HostResolver;
import io.ephor.jmespath.function.ImageDefaults;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a search may use from outside. Everything is optional: a function that needs what was not given ends in an error
 * that says so. Immutable; thread-safe if the resolver of hosts is.
 */
public final class SearchContext {
    private static final SearchContext EMPTY = builder().build();

    private final @Nullable Instant now;
    private final ZoneId zone;
    private final @Nullable Long seed;
    private final @Nullable HostResolver hosts;
    private final ImageDefaults images;

    private SearchContext(Builder builder) {
        this.now = builder.now;
        this.zone = builder.zone;
        this.seed = builder.seed;
        this.hosts = builder.hosts;
        this.images = builder.images;
    }

    /** {@return the context that gives nothing} */
    public static SearchContext empty() {
        return EMPTY;
    }

    /**
     * Starts a context that gives nothing.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the time of the search; null if none was given} */
    public @Nullable Instant now() {
        return now;
    }

    /** {@return the zone of local time; UTC unless another was given} */
    public ZoneId zone() {
        return zone;
    }

    /** {@return a new source of random numbers, always of the same ones; null if no seed was given} */
    public @Nullable RandomGenerator random() {
        return seed == null ? null : new Random(seed);
    }

    /** {@return the source of the addresses of hosts; null if none was given} */
    public @Nullable HostResolver hosts() {
        return hosts;
    }

    /** {@return how image references without a registry are read} */
    public ImageDefaults images() {
        return images;
    }

    /** Collects the parts of a context. Not thread-safe. */
    public static final class Builder {
        private @Nullable Instant now;
        private ZoneId zone = ZoneOffset.UTC;
        private @Nullable Long seed;
        private @Nullable HostResolver hosts;
        private ImageDefaults images = ImageDefaults.KYVERNO;

        private Builder() {}

        /**
         * Gives the time of the search.
         *
         * @param now the time
         * @return this builder
         */
        public Builder now(Instant now) {
            this.now = Objects.requireNonNull(now, "now");
            return this;
        }

        /**
         * Gives the zone of local time.
         *
         * @param zone the zone
         * @return this builder
         */
        public Builder zone(ZoneId zone) {
            this.zone = Objects.requireNonNull(zone, "zone");
            return this;
        }

        /**
         * Gives the seed of random numbers.
         *
         * @param seed the seed
         * @return this builder
         */
        public Builder randomSeed(long seed) {
            this.seed = seed;
            return this;
        }

        /**
         * Gives the source of the addresses of hosts.
         *
         * @param hosts the resolver
         * @return this builder
         */
        public Builder hosts(HostResolver hosts) {
            this.hosts = Objects.requireNonNull(hosts, "hosts");
            return this;
        }

        /**
         * Gives how image references without a registry are read.
         *
         * @param images how image references are read
         * @return this builder
         */
        public Builder images(ImageDefaults images) {
            this.images = Objects.requireNonNull(images, "images");
            return this;
        }

        /** {@return the context} */
        public SearchContext build() {
            return new SearchContext(this);
        }
    }
}
