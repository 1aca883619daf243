package io.ephor.engine.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The compiled {@code kinds} of a filter: matches what one of them selects. Immutable and thread-safe.
 *
 * <p>Kyverno: {@code pkg/utils/match/kind.go}
 */
public final class CompiledKinds {
    private static final int FEW = 8;

    private final String[] plain;
    private final Set<String> many;
    private final CompiledKind[] others;
    private final boolean ephemeralContainersToo;
    private final List<String> written;
    private final KindSet kinds;

    private CompiledKinds(List<String> written, boolean ephemeralContainersToo) {
        this.written = List.copyOf(written);
        this.ephemeralContainersToo = ephemeralContainersToo;
        List<String> plainKinds = new ArrayList<>();
        List<CompiledKind> tests = new ArrayList<>();
        Set<String> exact = new LinkedHashSet<>();
        boolean open = false;
        for (String text : written) {
            CompiledKind test = new CompiledKind(KindSelector.parse(text));
            open |= !test.isExact();
            exact.add(test.kind());
            if (test.isPlain()) {
                plainKinds.add(test.kind());
            } else {
                tests.add(test);
            }
        }
        boolean few = plainKinds.size() <= FEW;
        this.plain = few ? plainKinds.toArray(new String[0]) : new String[0];
        this.many = few ? Set.of() : Set.copyOf(plainKinds);
        this.others = tests.toArray(new CompiledKind[0]);
        this.kinds = new KindSet(open, exact);
    }

    /**
     * Compiles a list of kinds.
     *
     * @param ephemeralContainersToo whether a core v1 Pod also matches in a request for its subresource
     *     {@code ephemeralcontainers}, whatever subresource is selected
     */
    public static CompiledKinds compile(List<String> kinds, boolean ephemeralContainersToo) {
        return new CompiledKinds(kinds, ephemeralContainersToo);
    }

    /** Says whether the kind and subresource of a request are selected. */
    public boolean matches(MatchRequest request) {
        String subresource = request.subresource();
        boolean whole = subresource.isEmpty();
        boolean lenient = !whole && ephemeralContainersToo && request.concernsEphemeralContainersOfPod();
        if ((whole || lenient) && matchesPlainly(request.kind())) {
            return true;
        }
        for (CompiledKind other : others) {
            if (other.matches(request, lenient)) {
                return true;
            }
        }
        return false;
    }

    private boolean matchesPlainly(String kind) {
        for (String exact : plain) {
            if (exact.equals(kind)) {
                return true;
            }
        }
        return !many.isEmpty() && many.contains(kind);
    }

    /** Returns the kinds where all are few and plain; otherwise null. */
    String @Nullable [] onlyPlain() {
        return others.length == 0 && many.isEmpty() ? plain : null;
    }

    /** Returns the kinds of request that can match. */
    KindSet kinds() {
        return kinds;
    }

    String mismatch() {
        return "kind does not match [" + String.join(" ", written) + "]";
    }
}
