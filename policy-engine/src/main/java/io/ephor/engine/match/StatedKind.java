package io.ephor.engine.match;

/**
 * The API version and the kind as an entry of {@code kinds} writes them; the kind keeps its subresource.
 *
 * <p>Kyverno: {@code GetKindFromGVK} in {@code pkg/utils/kube/kind.go}
 *
 * @param apiVersion group and version, or just the version; empty where the text names none
 * @param kind the kind, with {@code /} before a subresource
 */
public record StatedKind(String apiVersion, String kind) {
    private static final StatedKind NOTHING = new StatedKind("", "");

    /** Reads an entry of {@code kinds}. */
    public static StatedKind parse(String text) {
        String[] parts = text.split("/", 5);
        return switch (parts.length) {
            case 1 -> new StatedKind("", slashed(text));
            case 2 -> ofTwo(parts[0], parts[1]);
            case 3 ->
                KindSelector.isVersion(parts[0])
                        ? new StatedKind(parts[0], parts[1] + "/" + parts[2])
                        : new StatedKind(parts[0] + "/" + parts[1], slashed(parts[2]));
            case 4 -> new StatedKind(parts[0] + "/" + parts[1], parts[2] + "/" + parts[3]);
            default -> NOTHING;
        };
    }

    private static StatedKind ofTwo(String first, String second) {
        boolean everything = first.equals("*") && second.equals("*");
        return !everything && KindSelector.isVersion(first)
                ? new StatedKind(first, slashed(second))
                : new StatedKind("", first + "/" + second);
    }

    private static String slashed(String kind) {
        int dot = kind.indexOf('.');
        return dot < 0 ? kind : kind.substring(0, dot) + "/" + kind.substring(dot + 1);
    }
}
