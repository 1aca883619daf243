package io.ephor.engine.generate;

import io.ephor.engine.match.KindSelector;

/**
 * A kind of {@code cloneList}, such as {@code v1/Secret} or {@code apps/v1/Deployment}.
 *
 * <p>Kyverno: pkg/utils/kube/kind.go
 *
 * @param apiVersion group and version; empty where none is stated
 * @param kind the kind
 */
record CloneKind(String apiVersion, String kind) {
    private static final CloneKind NONE = new CloneKind("", "");

    static CloneKind parse(String text) {
        String[] parts = text.split("/", -1);
        return switch (parts.length) {
            case 1 -> new CloneKind("", withSubresource(text));
            case 2 ->
                KindSelector.isVersion(parts[0]) && !text.equals("*/*")
                        ? new CloneKind(parts[0], withSubresource(parts[1]))
                        : new CloneKind("", text);
            case 3 ->
                KindSelector.isVersion(parts[0])
                        ? new CloneKind(parts[0], parts[1] + "/" + parts[2])
                        : new CloneKind(parts[0] + "/" + parts[1], withSubresource(parts[2]));
            case 4 -> new CloneKind(parts[0] + "/" + parts[1], parts[2] + "/" + parts[3]);
            default -> NONE;
        };
    }

    private static String withSubresource(String kind) {
        int dot = kind.indexOf('.');
        return dot < 0 ? kind : kind.substring(0, dot) + "/" + kind.substring(dot + 1);
    }
}
