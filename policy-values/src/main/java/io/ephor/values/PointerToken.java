package io.ephor.values;

/** The keys in a JSON pointer (RFC 6901), in which {@code ~} and {@code /} are escaped. */
public final class PointerToken {
    private PointerToken() {}

    /**
     * {@return a key as it stands in a pointer}
     *
     * @param key the key
     */
    public static String escape(String key) {
        boolean plain = key.indexOf('~') < 0 && key.indexOf('/') < 0;
        return plain ? key : key.replace("~", "~0").replace("/", "~1");
    }

    /**
     * {@return the key that stands in a pointer}
     *
     * @param token the token
     */
    public static String unescape(String token) {
        return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
    }
}
