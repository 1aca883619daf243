package io.ephor.engine.manifests;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys of one entry of the attestors.
 *
 * <p>Kyverno: pkg/engine/internal/utils.go. What stands between two keys it keeps, and takes the second one for the name of
 * a file.
 */
final class PublicKeys {
    private static final String END = "-----END PUBLIC KEY-----";

    private PublicKeys() {}

    /** Returns each key of a text, without the white space around it; a text with one key or none as it is. */
    static List<String> of(String text) {
        List<String> keys = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(END); end >= 0; end = text.indexOf(END, start)) {
            keys.add(text.substring(start, end + END.length()).strip());
            start = end + END.length();
        }
        return keys.size() > 1 ? keys : List.of(text.strip());
    }

    /** Says whether a text is the URI of a key elsewhere, such as {@code k8s://shop/key} or {@code awskms:///alias/key}. */
    static boolean isReference(String text) {
        return !text.contains("-----BEGIN") && text.contains("://");
    }
}
