package io.ephor.values;

import java.util.Objects;

/**
 * A reference to an image of a container, in its parts. Immutable.
 *
 * <p>Kyverno: pkg/utils/image/infos.go, github.com/distribution/reference
 *
 * @param registry the registry with its port; empty where the reference names none
 * @param path what names the repository within the registry
 * @param tag the tag; empty where there is none
 * @param digest the digest with its algorithm; empty where there is none
 */
public record ImageReference(String registry, String path, String tag, String digest) {
    private static final String LATEST = "latest";

    /**
     * Checks that nothing is missing.
     *
     * @param registry the registry with its port; empty where the reference names none
     * @param path what names the repository within the registry
     * @param tag the tag; empty where there is none
     * @param digest the digest with its algorithm; empty where there is none
     */
    public ImageReference {
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(digest, "digest");
    }

    /**
     * Parses a reference as it is written.
     *
     * @param text the reference
     * @return its parts
     * @throws ImageReferenceException if the text is no reference
     */
    public static ImageReference parse(String text) {
        return ImageReferenceReader.read(text);
    }

    /**
     * Parses a reference as Kyverno does: one without a registry is one of a default registry, and one with neither tag
     * nor digest has the tag {@code latest}.
     *
     * @param text the reference
     * @param defaultRegistry the registry of references that name none
     * @param mutation whether the default registry becomes part of the result
     * @return its parts
     * @throws ImageReferenceException if the text is no reference; its message names the settings
     */
    public static ImageReference normalize(String text, String defaultRegistry, boolean mutation) {
        boolean named = namesRegistry(text);
        String full = named ? text : defaultRegistry + "/" + text;
        ImageReference read = read(full, defaultRegistry, mutation);
        String registry = named || mutation ? read.registry : "";
        String tag = read.tag.isEmpty() && read.digest.isEmpty() ? LATEST : read.tag;
        int slash = read.path.indexOf('/');
        boolean inPath = registry.isEmpty() && slash > 0 && read.path.lastIndexOf('_', slash) >= 0;
        return inPath
                ? new ImageReference(read.path.substring(0, slash), read.path.substring(slash + 1), tag, read.digest)
                : new ImageReference(registry, read.path, tag, read.digest);
    }

    private static ImageReference read(String full, String defaultRegistry, boolean mutation) {
        try {
            return parse(full);
        } catch (ImageReferenceException exception) {
            throw new ImageReferenceException("bad image: " + full + ", defaultRegistry: " + defaultRegistry
                    + ", enableDefaultRegistryMutation: " + mutation + ": " + exception.getMessage());
        }
    }

    /** The first part is a registry when it has a dot, a colon or a capital letter, or is {@code localhost}. */
    private static boolean namesRegistry(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return false;
        }
        String first = text.substring(0, slash);
        boolean marked = first.indexOf('.') >= 0 || first.indexOf(':') >= 0;
        return marked
                || first.equals("localhost")
                || first.codePoints().anyMatch(letter -> Character.toLowerCase(letter) != letter);
    }

    /** {@return the last part of the path} */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** {@return the reference with its digest, or else with its tag} */
    public String reference() {
        return repository() + (digest.isEmpty() ? ":" + tag : "@" + digest);
    }

    /** {@return the reference with its tag, which may be empty} */
    public String referenceWithTag() {
        return repository() + ":" + tag;
    }

    private String repository() {
        return registry.isEmpty() ? path : registry + "/" + path;
    }

    /** {@return the reference with its digest, or else with its tag} */
    @Override
    public String toString() {
        return reference();
    }
}
