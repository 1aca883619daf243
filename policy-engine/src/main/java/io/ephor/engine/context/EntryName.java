package io.ephor.engine.context;

/**
 * The name of a context entry, and where a query mentions it. Immutable and thread-safe.
 *
 * <p>A mention starts neither after a dot nor after a letter or digit, and ends at the border of a word; it counts
 * inside string literals too. As the reference makes a regular expression of the name, a dot stands for any character;
 * other characters with a meaning in regular expressions stand for themselves here.
 *
 * <p>Kyverno: pkg/engine/context/deferred.go
 */
final class EntryName {
    private final String text;
    private final boolean plain;

    EntryName(String text) {
        this.text = text;
        this.plain = text.indexOf('.') < 0;
    }

    String text() {
        return text;
    }

    /** Says whether a query mentions the entry. */
    boolean isMentionedIn(String query) {
        int last = query.length() - text.length();
        for (int at = next(query, 0); at >= 0 && at <= last; at = next(query, at + 1)) {
            if (startsMention(query, at) && isWordBorder(query, at + text.length())) {
                return true;
            }
        }
        return false;
    }

    private int next(String query, int from) {
        if (plain) {
            return query.indexOf(text, from);
        }
        for (int at = from; at <= query.length() - text.length(); at++) {
            if (matches(query, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean matches(String query, int at) {
        for (int i = 0; i < text.length(); i++) {
            char wanted = text.charAt(i);
            char found = query.charAt(at + i);
            if (wanted == '.' ? found == '\n' : wanted != found) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsMention(String query, int at) {
        if (at == 0) {
            return true;
        }
        char before = query.charAt(at - 1);
        return before != '.' && (!isWord(before) || before == '_');
    }

    private static boolean isWordBorder(String query, int at) {
        boolean before = at > 0 && isWord(query.charAt(at - 1));
        boolean after = at < query.length() && isWord(query.charAt(at));
        return before != after;
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    @Override
    public String toString() {
        return text;
    }
}
