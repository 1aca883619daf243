package io.ephor.jmespath.function;

import java.util.Objects;

/**
 * How an image reference without a registry is read.
 *
 * @param registry the registry that such a reference means
 * @param mutation whether the registry is written into the normalised reference
 */
public record ImageDefaults(String registry, boolean mutation) {
    /** Kyverno's defaults. */
    public static final ImageDefaults KYVERNO = new ImageDefaults("docker.io", true);

    public ImageDefaults {
        Objects.requireNonNull(registry, "registry");
    }
}
