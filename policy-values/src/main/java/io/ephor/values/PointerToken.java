package io.ephor.values;

/** The keys in a JSON pointer (RFC 6901), in which {@code ~} and {@code /} are escaped. */
public final class PointerToken {
    private PointerToken() {}

    /** Returns a key as it stands in a pointer. */
    public static String escape(String key) {
        boolean plain = key.indexOf('~') < 0 && key.indexOf('/') < 0;
        return plain ? key : key.replace("~", "~0").replace("/", "~1");
    }

    /** Returns the key that stands in a pointer. */
    public static String unescape(String token) {
        return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
    }
}
