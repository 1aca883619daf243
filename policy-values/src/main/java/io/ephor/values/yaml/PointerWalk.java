package io.ephor.values.yaml;

/** A walk along a JSON pointer through the places of a document, as far as it goes. */
public final class PointerWalk {
    private int nearest = Places.ROOT;
    private boolean arrived = true;

    public PointerWalk(Places places, String pointer) {
        int start = 0;
        while (arrived && start < pointer.length()) {
            int end = pointer.indexOf('/', start + 1);
            end = end < 0 ? pointer.length() : end;
            String token = pointer.charAt(start) == '/' ? unescape(pointer.substring(start + 1, end)) : null;
            int child = token == null ? -1 : places.child(nearest, token);
            arrived = child >= 0;
            nearest = arrived ? child : nearest;
            start = end;
        }
    }

    /** The entry that the pointer names, or the last one before it that exists. */
    public int nearest() {
        return nearest;
    }

    /** True when the pointer was followed to its end. */
    public boolean arrived() {
        return arrived;
    }

    /** Returns the index that a token names, -1 when it names none. */
    static int index(String token) {
        int value = 0;
        for (int i = 0; i < token.length(); i++) {
            int digit = token.charAt(i) - '0';
            if (digit < 0 || digit > 9 || value > 100_000_000) {
                return -1;
            }
            value = value * 10 + digit;
        }
        boolean canonical = token.length() == 1 || (!token.isEmpty() && token.charAt(0) != '0');
        return canonical ? value : -1;
    }

    private static String unescape(String token) {
        return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
    }
}
