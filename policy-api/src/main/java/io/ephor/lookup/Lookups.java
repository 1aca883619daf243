package io.ephor.lookup;

import org.jspecify.annotations.Nullable;

/**
 * The lookups of an evaluation. Immutable; as thread-safe as the lookups that it holds.
 *
 * <p>A lookup that is not given is null here, and what needs it finds nothing.
 */
public final class Lookups {
    private static final Lookups NONE = builder().build();

    private final @Nullable ConfigMapLookup configMaps;
    private final @Nullable ApiCallLookup apiCalls;
    private final @Nullable ServiceCallLookup serviceCalls;
    private final @Nullable ImageLookup images;
    private final @Nullable GlobalContextLookup globalContext;
    private final @Nullable ResourceLookup resources;
    private final @Nullable SignatureLookup signatures;
    private final @Nullable ManifestSignatureLookup manifestSignatures;
    private final @Nullable NamespaceLookup namespaces;
    private final @Nullable HostLookup hosts;

    private Lookups(Builder builder) {
        this.configMaps = builder.configMaps;
        this.apiCalls = builder.apiCalls;
        this.serviceCalls = builder.serviceCalls;
        this.images = builder.images;
        this.globalContext = builder.globalContext;
        this.resources = builder.resources;
        this.signatures = builder.signatures;
        this.manifestSignatures = builder.manifestSignatures;
        this.namespaces = builder.namespaces;
        this.hosts = builder.hosts;
    }

    /** {@return no lookups at all} */
    public static Lookups none() {
        return NONE;
    }

    /** {@return a builder without lookups} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with these lookups} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.configMaps = configMaps;
        builder.apiCalls = apiCalls;
        builder.serviceCalls = serviceCalls;
        builder.images = images;
        builder.globalContext = globalContext;
        builder.resources = resources;
        builder.signatures = signatures;
        builder.manifestSignatures = manifestSignatures;
        builder.namespaces = namespaces;
        builder.hosts = hosts;
        return builder;
    }

    /** {@return the lookup of config maps, or null} */
    public @Nullable ConfigMapLookup configMaps() {
        return configMaps;
    }

    /** {@return the lookup of calls of the API server, or null} */
    public @Nullable ApiCallLookup apiCalls() {
        return apiCalls;
    }

    /** {@return the lookup of calls of services, or null} */
    public @Nullable ServiceCallLookup serviceCalls() {
        return serviceCalls;
    }

    /** {@return the lookup of image metadata, or null} */
    public @Nullable ImageLookup images() {
        return images;
    }

    /** {@return the lookup of the global context, or null} */
    public @Nullable GlobalContextLookup globalContext() {
        return globalContext;
    }

    /** {@return the lookup of existing resources, or null} */
    public @Nullable ResourceLookup resources() {
        return resources;
    }

    /** {@return the lookup of signatures of images, or null} */
    public @Nullable SignatureLookup signatures() {
        return signatures;
    }

    /** {@return the lookup of signatures of manifests, or null} */
    public @Nullable ManifestSignatureLookup manifestSignatures() {
        return manifestSignatures;
    }

    /** {@return the lookup of the labels of namespaces, or null} */
    public @Nullable NamespaceLookup namespaces() {
        return namespaces;
    }

    /** {@return the lookup of host names, or null} */
    public @Nullable HostLookup hosts() {
        return hosts;
    }

    /** Collects lookups. Not thread-safe. */
    public static final class Builder {
        private @Nullable ConfigMapLookup configMaps;
        private @Nullable ApiCallLookup apiCalls;
        private @Nullable ServiceCallLookup serviceCalls;
        private @Nullable ImageLookup images;
        private @Nullable GlobalContextLookup globalContext;
        private @Nullable ResourceLookup resources;
        private @Nullable SignatureLookup signatures;
        private @Nullable ManifestSignatureLookup manifestSignatures;
        private @Nullable NamespaceLookup namespaces;
        private @Nullable HostLookup hosts;

        private Builder() {}

        /**
         * Sets the lookup of config maps.
         *
         * @param lookup the lookup, or null for none
         * @return this builder
         */
        public Builder configMaps(ConfigMapLookup lookup) {
            this.configMaps = lookup;
            return this;
        }

        /**
         * Sets the lookup of calls of the API server.
         *
         * @param lookup the lookup, or null for none
         * @return this builder
         */
        public Builder apiCalls(ApiCallLookup lookup) {
            this.apiCalls = lookup;
            return this;
        }

        /**
         * Sets the lookup of calls of services.
         *
         * @param lookup the lookup, or null for none
         * @return this builder
         */
        public Builder serviceCalls(ServiceCallLookup lookup) {
            this.serviceCalls = lookup;
            return this;
        }

        /**
         * Sets the lookup of image metadata.
         *
         * @param lookup the lookup, or null for none
         * @return this builder
         */
        public Builder images(ImageLookup lookup) {
            this.images = lookup;
            return this;
        }

        /**
         * Sets the lookup of the global context.
         *
         * @param lookup the lookup, or null for none
         * @return this builder
         */
        public Builder globalContext(GlobalContextLookup lookup) {
            this.globalContext = lookup;
            return this;
        }

        /**
         * Sets the lookup of existing resources.
         *
         * @param lookup the lookup, or null for none
         * @return this builder
         */
        public Builder resources(ResourceLookup lookup) {
            this.resources = lookup;
            return this;
        }

        /**
         * Sets the lookup of signatures of images.
         *
         * @param lookup the lookup, or null for none
         * @return this builder
         */
        public Builder signatures(SignatureLookup lookup) {
            this.signatures = lookup;
            return this;
        }

        /**
         * Sets the lookup of signatures of manifests.
         *
         * @param lookup the lookup, or null for none
         * @return this builder
         */
        public Builder manifestSignatures(ManifestSignatureLookup lookup) {
            this.manifestSignatures = lookup;
            return this;
        }

        /**
         * Sets the lookup of the labels of namespaces.
         *
         * @param lookup the lookup, or null for none
         * @return this builder
         */
        public Builder namespaces(NamespaceLookup lookup) {
            this.namespaces = lookup;
            return this;
        }

        /**
         * Sets the lookup of host names.
         *
         * @param lookup the lookup, or null for none
         * @return this builder
         */
        public Builder hosts(HostLookup lookup) {
            this.hosts = lookup;
            return this;
        }

        /** {@return the lookups} */
        public Lookups build() {
            return new Lookups(this);
        }
    }
}
