package io.ephor.engine.match;

import java.util.Locale;

/**
 * What an entry of {@code kinds} selects: {@code Pod}, {@code v1/Pod}, {@code apps/v1/Deployment}, {@code Pod/exec} and
 * so on. Every part may hold wildcards.
 *
 * <p>Kyverno: {@code pkg/utils/kube/kind.go}
 *
 * @param group the API group; {@code *} where the text names none
 * @param version the version; {@code *} where the text names none
 * @param kind the kind
 * @param subresource the subresource; empty where only requests for the resource itself are meant
 */
public record KindSelector(String group, String version, String kind, String subresource) {
    private static final KindSelector NOTHING = new KindSelector("", "", "", "");
    private static final String ANY = "*";

    /**
     * Reads an entry of {@code kinds}. Every text means something: one with too many parts selects nothing but a request
     * without group, version, kind and subresource.
     */
    public static KindSelector parse(String text) {
        if (text.indexOf('/') < 0 && text.indexOf('.') < 0) {
            return new KindSelector(ANY, ANY, text, "");
        }
        String[] parts = parts(text);
        return switch (parts.length) {
            case 1 -> new KindSelector(ANY, ANY, parts[0], "");
            case 2 -> ofTwo(parts[0], parts[1]);
            case 3 ->
                isVersion(parts[0])
                        ? new KindSelector(ANY, parts[0], parts[1], parts[2])
                        : new KindSelector(parts[0], parts[1], parts[2], "");
            case 4 -> new KindSelector(parts[0], parts[1], parts[2], parts[3]);
            default -> NOTHING;
        };
    }

    private static String[] parts(String text) {
        String[] slashed = text.split("/", 6);
        if (slashed.length > 5) {
            return slashed;
        }
        int last = slashed.length - 1;
        String[] dotted = slashed[last].split("\\.", 6);
        String[] parts = new String[last + dotted.length];
        System.arraycopy(slashed, 0, parts, 0, last);
        System.arraycopy(dotted, 0, parts, last, dotted.length);
        return parts;
    }

    private static KindSelector ofTwo(String first, String second) {
        boolean any = first.equals(ANY);
        if (any && second.equals(ANY)) {
            return new KindSelector(ANY, ANY, ANY, ANY);
        }
        // `*/pod` is the subresource `pod` of any kind, because the text is in lower case.
        if (any && second.toLowerCase(Locale.ROOT).equals(second)) {
            return new KindSelector(ANY, ANY, ANY, second);
        }
        return isVersion(first) ? new KindSelector(ANY, first, second, "") : new KindSelector(ANY, ANY, first, second);
    }

    /** {@return whether a text is {@code *} or a version such as {@code v1} or {@code v2beta1}} */
    public static boolean isVersion(String text) {
        if (text.equals(ANY)) {
            return true;
        }
        if (!text.startsWith("v")) {
            return false;
        }
        int end = digits(text, 1);
        if (end == 1 || end == text.length()) {
            return end > 1;
        }
        int stage = stage(text, end);
        return stage > 0 && digits(text, stage) == text.length() && stage < text.length();
    }

    private static int stage(String text, int from) {
        if (text.startsWith("alpha", from)) {
            return from + "alpha".length();
        }
        return text.startsWith("beta", from) ? from + "beta".length() : 0;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
