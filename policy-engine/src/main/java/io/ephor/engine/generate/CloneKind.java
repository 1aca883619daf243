package io.ephor.engine.generate;

import java.util.regex.Pattern;

/**
 * A kind of {@code cloneList}, such as {@code v1/Secret} or {@code apps/v1/Deployment}.
 *
 * <p>Kyverno: pkg/utils/kube/kind.go
 *
 * @param apiVersion group and version; empty where none is stated
 * @param kind the kind
 */
record CloneKind(String apiVersion, String kind) {
    private static final Pattern VERSION = Pattern.compile("v[0-9]+((alpha|beta)[0-9]+)?|\\*");
    private static final CloneKind NONE = new CloneKind("", "");

    static CloneKind parse(String text) {
        String[] parts = text.split("/", -1);
        return switch (parts.length) {
            case 1 -> new CloneKind("", withSubresource(text));
            case 2 ->
                isVersion(parts[0]) && !text.equals("*/*")
                        ? new CloneKind(parts[0], withSubresource(parts[1]))
                        : new CloneKind("", text);
            case 3 ->
                isVersion(parts[0])
                        ? new CloneKind(parts[0], parts[1] + "/" + parts[2])
                        : new CloneKind(parts[0] + "/" + parts[1], withSubresource(parts[2]));
            case 4 -> new CloneKind(parts[0] + "/" + parts[1], parts[2] + "/" + parts[3]);
            default -> NONE;
        };
    }

    private static boolean isVersion(String part) {
        return VERSION.matcher(part).matches();
    }

    private static String withSubresource(String kind) {
        return kind.replace('.', '/');
    }
}
