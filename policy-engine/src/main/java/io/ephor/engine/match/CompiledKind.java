package io.ephor.engine.match;

/** One compiled kind selector. */
final class CompiledKind {
    private final TextPattern group;
    private final TextPattern version;
    private final TextPattern kind;
    private final TextPattern subresource;

    CompiledKind(KindSelector selector) {
        this.group = TextPattern.of(selector.group());
        this.version = TextPattern.of(selector.version());
        this.kind = TextPattern.of(selector.kind());
        this.subresource = TextPattern.of(selector.subresource());
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
                && (version.matchesAll() || version.matches(request.version()))
                && (group.matchesAll() || group.matches(request.group()));
    }
}
