package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ephor.patterns.check.Check;
import io.ephor.patterns.check.Miss;
import io.ephor.values.NumberView;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A validation pattern, compiled once and matched many times. Immutable and thread-safe.
 *
 * <pre>{@code
 * Pattern pattern = Pattern.compile(mapper.readTree("""
 *     {"spec": {"containers": [{"image": "!*:latest"}]}}"""));
 * PatternMatch match = pattern.match(pod);
 * if (match instanceof PatternMatch.Mismatched mismatch) {
 *     return mismatch.path() + ": " + mismatch.text();
 * }
 * }</pre>
 *
 * <p>A pattern is taken as it is written: variables and references in it are plain text. Neither the pattern nor a
 * value is written to; a pattern keeps nothing of the tree that it was compiled from but its texts.
 *
 * <p>Kyverno: {@code pkg/engine/validate/validate.go}
 */
public final class Pattern {
    /** How many maps and lists of a pattern may stand inside each other. What a value may be is not limited. */
    public static final int MAXIMUM_DEPTH = 500;

    private final Node root;
    private final boolean expandable;
    private final boolean speaksOfSkip;
    // what passes the quick look then has no say in what the slow pass finds elsewhere
    private final boolean neverSkips;

    // Made when it is first asked for; whichever thread does so, every one would make the same.
    private @Nullable Check check;

    private Pattern(Node root, boolean speaksOfSkip) {
        this.root = root;
        this.expandable = root.expandable();
        this.speaksOfSkip = speaksOfSkip;
        this.neverSkips = root.neverSkips() && !expandable;
    }

    /**
     * Compiles a pattern whose numbers are of the kind that they are written as.
     *
     * @param pattern the pattern
     * @return the compiled pattern
     * @throws PatternException if the pattern is nested deeper than {@link #MAXIMUM_DEPTH}
     */
    public static Pattern compile(JsonNode pattern) {
        return compile(pattern, NumberView.AS_WRITTEN);
    }

    /**
     * Compiles a pattern.
     *
     * @param pattern the pattern
     * @param numbers how the numbers of the pattern are seen: those of {@code pattern} are as written, those of
     *     {@code anyPattern} are all floating-point
     * @return the compiled pattern
     * @throws PatternException if the pattern is nested deeper than {@link #MAXIMUM_DEPTH}
     */
    public static Pattern compile(JsonNode pattern, NumberView numbers) {
        Objects.requireNonNull(pattern, "pattern");
        PatternCompiler compiler = new PatternCompiler(numbers);
        Node root = compiler.compile(pattern);
        return new Pattern(root, compiler.speaksOfSkip());
    }

    /**
     * Matches a value whose numbers are of the kind that they are written as.
     *
     * @param value the value; null means that there is none, which is the same as a JSON null
     * @return how the value compares
     */
    public PatternMatch match(@Nullable JsonNode value) {
        return match(value, NumberView.AS_WRITTEN);
    }

    /**
     * Matches a value. Allocates nothing when the value matches, with the exceptions named at
     * {@link #certainlyMatches}.
     *
     * @param value the value; null means that there is none, which is the same as a JSON null
     * @param numbers how the numbers of the value are seen
     * @return how the value compares
     */
    public PatternMatch match(@Nullable JsonNode value, NumberView numbers) {
        JsonNode present = value == null ? NullNode.instance : value;
        Check quick = check();
        Miss miss = quick == null ? null : quick.miss(present, numbers);
        return quick != null && miss == null
                ? PatternMatch.Matched.INSTANCE
                : examine(present, frame(numbers, neverSkips ? miss : null));
    }

    /**
     * {@return whether a quick look is enough to know that the value matches} True means that {@link #match} says
     * {@link PatternMatch.Matched}; false means that {@link #match} has to be asked, and leaves every answer open.
     *
     * <p>Where it says true it allocates nothing, unless labels or annotations of the pattern have keys with wildcards or
     * values that are no texts, or numbers have to be compared with texts.
     *
     * @param value the value; null means that there is none, which is the same as a JSON null
     * @param numbers how the numbers of the value are seen
     */
    public boolean certainlyMatches(@Nullable JsonNode value, NumberView numbers) {
        Check quick = check();
        return quick != null && quick.passes(value == null ? NullNode.instance : value, numbers);
    }

    /** Returns what knows quickly that a value matches, null where the slow pass alone can tell. */
    @Nullable
    Check check() {
        Check made = check;
        if (made == null && !speaksOfSkip) {
            made = expandable ? new NodeCheck(root) : root.check();
            check = made;
        }
        return made;
    }

    /** Matches as {@link #match} does, without a quick look. */
    PatternMatch examine(JsonNode value, NumberView numbers) {
        return examine(value, frame(numbers, null));
    }

    /**
     * Matches a value as {@link #match(JsonNode, NumberView)} does, and says which two nodes decided. Takes longer; meant
     * for explanations.
     *
     * @param value the value; null means that there is none, which is the same as a JSON null
     * @param numbers how the numbers of the value are seen
     * @return how the value compares, and what decided
     */
    public PatternDecision decide(@Nullable JsonNode value, NumberView numbers) {
        JsonNode present = value == null ? NullNode.instance : value;
        Frame frame = frame(numbers, null);
        Fault fault = certainlyMatches(present, numbers) ? null : root.examine(present, frame);
        if (fault == null) {
            return new PatternDecision(PatternMatch.Matched.INSTANCE, "", "");
        }
        Place decider = fault.decider();
        return new PatternDecision(match(fault, frame), decider.patternPointer(), decider.pointer());
    }

    private PatternMatch examine(JsonNode value, Frame frame) {
        Fault fault = root.examine(value, frame);
        return fault == null ? PatternMatch.Matched.INSTANCE : match(fault, frame);
    }

    private Frame frame(NumberView numbers, @Nullable Miss miss) {
        return new Frame(numbers, expandable ? new Expansions() : Expansions.NONE, expandable || speaksOfSkip, miss);
    }

    private static PatternMatch match(Fault fault, Frame frame) {
        Place decider = fault.decider();
        if (fault.skips()) {
            return new PatternMatch.Skipped(fault.text(), decider.patternPointer());
        }
        Place place = fault.place();
        if (place == null || (frame.anchorIsMissing() && !fault.negates())) {
            return new PatternMatch.Failed(fault.text(), decider.patternPointer());
        }
        return new PatternMatch.Mismatched(place::path, place::pointer, fault::text, decider::patternPointer);
    }
}
