package io.ephor.values;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes image references apart, in one pass over their parts. */
final class ImageReferenceReader {
    private static final int LONGEST_TAG = 128;
    private static final int LONGEST_PATH = 255;
    private static final int SHORTEST_HEX = 32;
    private static final String INVALID = "invalid reference format";

    private ImageReferenceReader() {}

    static ImageReference read(String text) {
        if (text.isEmpty()) {
            throw new ImageReferenceException("repository name must have at least one component");
        }
        ImageReference reference = split(text);
        if (reference == null) {
            boolean onlyCapitals = split(text.toLowerCase(Locale.ROOT)) != null;
            throw new ImageReferenceException(onlyCapitals ? "repository name must be lowercase" : INVALID);
        }
        if (reference.path().length() > LONGEST_PATH) {
            throw new ImageReferenceException("repository name must not be more than " + LONGEST_PATH + " characters");
        }
        if (!reference.digest().isEmpty()) {
            checkDigest(reference.digest());
        }
        return reference;
    }

    /** Returns the parts of a reference, null where the text is none; a digest is not judged any further. */
    private static @Nullable ImageReference split(String text) {
        int at = text.indexOf('@');
        String digest = at < 0 ? "" : text.substring(at + 1);
        String rest = at < 0 ? text : text.substring(0, at);
        int colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
        String tag = colon < 0 ? "" : rest.substring(colon + 1);
        String name = colon < 0 ? rest : rest.substring(0, colon);
        boolean fits = (at < 0 || isDigest(digest)) && (colon < 0 || isTag(tag));
        if (!fits) {
            return null;
        }
        int slash = name.indexOf('/');
        if (slash > 0 && isRegistry(name.substring(0, slash)) && isPath(name.substring(slash + 1))) {
            return new ImageReference(name.substring(0, slash), name.substring(slash + 1), tag, digest);
        }
        return isPath(name) ? new ImageReference("", name, tag, digest) : null;
    }

    private static boolean isRegistry(String text) {
        int colon = text.lastIndexOf(':');
        boolean port = colon >= 0 && !text.endsWith("]");
        String host = port ? text.substring(0, colon) : text;
        if (port && !isAll(text, colon + 1, text.length(), ImageReferenceReader::isDigit)) {
            return false;
        }
        if (host.startsWith("[")) {
            return host.endsWith("]") && isAll(host, 1, host.length() - 1, c -> c == ':' || isHexadecimal(c));
        }
        for (String label : host.split("\\.", -1)) {
            boolean hyphens = label.startsWith("-") || label.endsWith("-");
            if (hyphens || !isAll(label, 0, label.length(), c -> c == '-' || isLetter(c) || isDigit(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPath(String text) {
        int from = 0;
        while (from <= text.length()) {
            int slash = text.indexOf('/', from);
            int to = slash < 0 ? text.length() : slash;
            if (!isPathPart(text, from, to)) {
                return false;
            }
            from = to + 1;
        }
        return true;
    }

    /** Lower-case letters and digits, with separators between them: a dot, one or two underscores, or hyphens. */
    private static boolean isPathPart(String text, int from, int to) {
        int at = from;
        while (true) {
            int start = at;
            while (at < to && (isDigit(text.charAt(at)) || isLower(text.charAt(at)))) {
                at++;
            }
            if (at == start || at == to) {
                return at > start;
            }
            char separator = text.charAt(at);
            int most = separator == '.' ? 1 : separator == '_' ? 2 : separator == '-' ? Integer.MAX_VALUE : 0;
            int end = at;
            while (end < to && end - at < most && text.charAt(end) == separator) {
                end++;
            }
            if (end == at) {
                return false;
            }
            at = end;
        }
    }

    private static boolean isTag(String text) {
        boolean fits = !text.isEmpty() && text.length() <= LONGEST_TAG;
        return fits
                && text.charAt(0) != '.'
                && text.charAt(0) != '-'
                && isAll(text, 0, text.length(), c -> c == '_' || c == '.' || c == '-' || isLetter(c) || isDigit(c));
    }

    /** An algorithm of words between separators, a colon, and at least 32 hexadecimal digits. */
    private static boolean isDigest(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || text.length() - colon - 1 < SHORTEST_HEX) {
            return false;
        }
        boolean wordStart = true;
        for (int i = 0; i < colon; i++) {
            char c = text.charAt(i);
            boolean separator = c == '-' || c == '_' || c == '+' || c == '.';
            boolean fits = wordStart ? isLetter(c) : separator || isLetter(c) || isDigit(c);
            if (!fits) {
                return false;
            }
            wordStart = separator;
        }
        return !wordStart && isAll(text, colon + 1, text.length(), ImageReferenceReader::isHexadecimal);
    }

    private static void checkDigest(String digest) {
        int colon = digest.indexOf(':');
        int length = switch (digest.substring(0, colon)) {
            case "sha256" -> 64;
            case "sha384" -> 96;
            case "sha512" -> 128;
            default -> 0;
        };
        if (length == 0) {
            boolean wellFormed = isAll(digest, 0, colon, c -> !isUpper(c));
            throw new ImageReferenceException(
                    wellFormed ? "unsupported digest algorithm" : "invalid checksum digest format");
        }
        if (digest.length() - colon - 1 != length) {
            throw new ImageReferenceException("invalid checksum digest length");
        }
        if (!isAll(digest, colon + 1, digest.length(), c -> !isUpper(c))) {
            throw new ImageReferenceException("invalid checksum digest format");
        }
    }

    private static boolean isAll(String text, int from, int to, CharacterTest test) {
        for (int i = from; i < to; i++) {
            if (!test.holds(text.charAt(i))) {
                return false;
            }
        }
        return to > from;
    }

    /** A claim about a character. */
    private interface CharacterTest {
        boolean holds(char c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLetter(char c) {
        return isLower(c) || isUpper(c);
    }

    private static boolean isHexadecimal(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
