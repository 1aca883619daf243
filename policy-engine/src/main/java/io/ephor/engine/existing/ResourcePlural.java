package io.ephor.engine.existing;

import io.ephor.lookup.ResourceKind;
import io.ephor.values.GoQuote;
import java.util.Locale;

/** The names of resources in Kubernetes' own texts, by the rules of thumb that hold where there is no cluster to ask. */
public final class ResourcePlural {
    private ResourcePlural() {}

    /** {@return the plural of a kind in small letters, such as {@code networkpolicies}} */
    public static String of(String kind) {
        String small = kind.toLowerCase(Locale.ROOT);
        if (small.isEmpty() || small.endsWith("endpoints")) {
            return small;
        }
        if (small.endsWith("s")) {
            return small + "es";
        }
        return small.endsWith("y") ? small.substring(0, small.length() - 1) + "ies" : small + 's';
    }

    /** {@return the text of a resource that is not there, such as {@code deployments.apps "web" not found}} */
    public static String notFound(ResourceKind kind, String name) {
        boolean named = !kind.group().isEmpty() && !kind.group().equals("*");
        return of(kind.kind()) + (named ? "." + kind.group() : "") + " " + GoQuote.of(name) + " not found";
    }
}
