package io.ephor.engine.match;

import io.ephor.Operation;
import io.ephor.engine.trail.Trail;
import io.ephor.explain.MatchStep.PartTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The compiled form of one filter: operations, then kinds, then the other parts. Immutable and thread-safe. */
final class CompiledFilter {
    private static final int EVERY_OPERATION = -1;
    private static final FilterPart[] NO_PARTS = {};

    private final int operations;
    private final @Nullable CompiledKinds kinds;
    private final FilterPart[] parts;
    private final FilterPart[] userParts;
    private final boolean describesNothing;
    private final boolean empty;

    private CompiledFilter(ResourceFilter filter, FilterUse use) {
        this.operations = use.isStatement() ? EVERY_OPERATION : operations(filter.operations());
        this.kinds = filter.kinds().isEmpty() ? null : CompiledKinds.compile(filter.kinds(), use != FilterUse.CLEANUP);
        this.parts = parts(filter, use);
        this.userParts = userParts(filter);
        this.describesNothing = filter.describesNothing();
        this.empty = describesNothing && (use.isStatement() ? filter.admitsEveryUser() : filter.mentionsNoUser());
    }

    static CompiledFilter compile(ResourceFilter filter, FilterUse use) {
        return new CompiledFilter(filter, use);
    }

    private static int operations(List<String> names) {
        if (names.isEmpty()) {
            return EVERY_OPERATION;
        }
        int bits = names.contains("") ? bit(null) : 0;
        for (Operation operation : Operation.values()) {
            bits |= names.contains(operation.name()) ? bit(operation) : 0;
        }
        return bits;
    }

    @SuppressWarnings("EnumOrdinal") // a bit of a set that lives as long as the process
    private static int bit(@Nullable Operation operation) {
        return operation == null ? 1 : 2 << operation.ordinal();
    }

    private static FilterPart[] parts(ResourceFilter filter, FilterUse use) {
        List<FilterPart> parts = new ArrayList<>();
        if (!filter.name().isEmpty()) {
            parts.add(new NamePart(TextPattern.of(filter.name())));
        }
        if (!filter.names().isEmpty()) {
            parts.add(new NamesPart(filter.names()));
        }
        if (!filter.namespaces().isEmpty()) {
            parts.add(new NamespacePart(filter.namespaces()));
        }
        if (!filter.annotations().isEmpty()) {
            parts.add(new AnnotationPart(CompiledAnnotations.compile(filter.annotations())));
        }
        LabelSelector selector = filter.selector();
        if (selector != null) {
            parts.add(new SelectorPart(CompiledSelector.compile(selector)));
        }
        LabelSelector onNamespace = filter.namespaceSelector();
        if (onNamespace != null) {
            CompiledSelector compiled = CompiledSelector.compile(onNamespace);
            parts.add(new NamespaceSelectorPart(compiled, use, filter.kinds().contains("*")));
        }
        return parts.toArray(NO_PARTS);
    }

    private static FilterPart[] userParts(ResourceFilter filter) {
        List<FilterPart> parts = new ArrayList<>();
        List<String> roles = filter.roles();
        if (roles != null && !roles.isEmpty()) {
            parts.add(new RolePart(Set.copyOf(roles)));
        }
        List<String> clusterRoles = filter.clusterRoles();
        if (clusterRoles != null && !clusterRoles.isEmpty()) {
            parts.add(new ClusterRolePart(Set.copyOf(clusterRoles)));
        }
        List<Subject> subjects = filter.subjects();
        if (subjects != null && !subjects.isEmpty()) {
            parts.add(new SubjectPart(CompiledSubjects.compile(subjects)));
        }
        return parts.toArray(NO_PARTS);
    }

    /** Returns the kinds of the filter where it asks for plain kinds and nothing else; otherwise null. */
    String @Nullable [] kindsOnly() {
        boolean onlyKinds = operations == EVERY_OPERATION && parts.length == 0 && userParts.length == 0 && !empty;
        return onlyKinds && kinds != null ? kinds.onlyPlain() : null;
    }

    /** Says whether the filter says nothing, and therefore never holds. */
    boolean isEmpty() {
        return empty;
    }

    /** Says whether the filter says nothing once its parts about the user are left out. */
    boolean describesNothing() {
        return describesNothing;
    }

    /** Says whether all parts hold; of a filter that says nothing, none is missing. */
    boolean holds(MatchRequest request, boolean withUser) {
        if (!admits(request.operation()) || (kinds != null && !kinds.matches(request))) {
            return false;
        }
        return allHold(parts, request) && (!withUser || allHold(userParts, request));
    }

    private boolean admits(@Nullable Operation operation) {
        return (operations & bit(operation)) != 0;
    }

    private static boolean allHold(FilterPart[] parts, MatchRequest request) {
        for (FilterPart part : parts) {
            if (!part.holds(request)) {
                return false;
            }
        }
        return true;
    }

    /** Adds the words for every part that doesn't hold; where the operation doesn't, only for that. */
    void explain(MatchRequest request, boolean withUser, List<String> reasons) {
        if (!admits(request.operation())) {
            reasons.add("operation does not match");
            return;
        }
        if (kinds != null && !kinds.matches(request)) {
            reasons.add(kinds.mismatch());
        }
        explain(parts, request, reasons);
        if (withUser) {
            explain(userParts, request, reasons);
        }
    }

    private static void explain(FilterPart[] parts, MatchRequest request, List<String> reasons) {
        for (FilterPart part : parts) {
            if (!part.holds(request)) {
                reasons.add(part.mismatch(request));
            }
        }
    }

    /**
     * Tests every part, also those behind one that doesn't hold.
     *
     * @param pointer the JSON pointer of the filter in its policy
     */
    List<PartTest> tests(MatchRequest request, boolean withUser, Trail trail, String pointer) {
        List<PartTest> tests = new ArrayList<>();
        String resources = pointer + "/resources/";
        if (operations != EVERY_OPERATION) {
            Operation operation = request.operation();
            boolean admitted = admits(operation);
            tests.add(new PartTest(
                    trail.locate(resources + "operations"),
                    "operations",
                    admitted,
                    admitted ? "" : "operation does not match",
                    operation == null ? "" : operation.name()));
        }
        if (kinds != null) {
            boolean matched = kinds.matches(request);
            String subresource = request.subresource().isEmpty() ? "" : "/" + request.subresource();
            tests.add(new PartTest(
                    trail.locate(resources + "kinds"),
                    "kinds",
                    matched,
                    matched ? "" : kinds.mismatch(),
                    request.kind() + subresource));
        }
        for (FilterPart part : parts) {
            tests.add(test(part, request, trail, resources));
        }
        for (FilterPart part : withUser ? userParts : NO_PARTS) {
            tests.add(test(part, request, trail, pointer + "/"));
        }
        return tests;
    }

    private static PartTest test(FilterPart part, MatchRequest request, Trail trail, String parent) {
        boolean holds = part.holds(request);
        return new PartTest(
                trail.locate(parent + part.field()),
                part.field(),
                holds,
                holds ? "" : part.mismatch(request),
                part.found(request));
    }

    /** Returns the kinds of request for which the filter can hold. */
    KindSet kinds() {
        if (empty) {
            return KindSet.NONE;
        }
        return kinds == null ? KindSet.OPEN : kinds.kinds();
    }
}
