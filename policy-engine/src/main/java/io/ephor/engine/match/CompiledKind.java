package io.ephor.engine.match;

import org.jspecify.annotations.Nullable;

/** One compiled kind selector. */
final class CompiledKind {
    private final TextPattern group;
    private final TextPattern version;
    private final TextPattern kind;
    private final TextPattern subresource;
    // group and version as objects state them, where both are exact; otherwise null
    private final @Nullable String apiVersion;

    CompiledKind(KindSelector selector) {
        this.group = TextPattern.of(selector.group());
        this.version = TextPattern.of(selector.version());
        this.kind = TextPattern.of(selector.kind());
        this.subresource = TextPattern.of(selector.subresource());
        boolean exact =
                !group.isWild() && !version.isWild() && !selector.group().isEmpty();
        this.apiVersion = exact ? selector.group() + "/" + selector.version() : null;
    }

    /** Says whether this is an exact kind of any group and version, without a subresource. */
    boolean isPlain() {
        return group.matchesAll()
                && version.matchesAll()
                && !kind.isWild()
                && subresource.text().isEmpty();
    }

    String kind() {
        return kind.text();
    }

    /** Says whether the kind is matched by one text only. */
    boolean isExact() {
        return !kind.isWild();
    }

    boolean matches(MatchRequest request, boolean anySubresource) {
        return kind.matches(request.kind())
                && (anySubresource || subresource.matches(request.subresource()))
                && matchesVersion(request);
    }

    private boolean matchesVersion(MatchRequest request) {
        if (apiVersion != null && request.isOfStatedKind()) {
            return request.states(apiVersion);
        }
        return (version.matchesAll() || version.matches(request.version()))
                && (group.matchesAll() || group.matches(request.group()));
    }
}
