package io.ephor.engine.existing;

import io.ephor.lookup.ResourceKind;
import io.ephor.values.GoQuote;

/** What Kubernetes says of a resource that is not there. */
public final class AbsentResource {
    private AbsentResource() {}

    /** {@return the text such as {@code deployments.apps "web" not found}} */
    public static String text(ResourceKind kind, String name) {
        boolean named = !kind.group().isEmpty() && !kind.group().equals("*");
        return kind.plural() + (named ? "." + kind.group() : "") + " " + GoQuote.of(name) + " not found";
    }
}
