package io.ephor.jmespath.regex;

import java.util.random.RandomGenerator;

/**
 * Random texts that match a regular expression. A repetition without an upper bound ends at 4,096; where a class leaves the
 * choice, and for any character, printable ASCII is taken. Immutable and thread-safe.
 *
 * <p>The syntax is Go's without any flags: there is no {@code \d} and no {@code (?…)}. Anchors count for nothing.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go, github.com/zach-klippenstein/goregen
 */
public final class RandomText {
    private static final int MOST_REPEATS = 4_096;
    private static final int MOST_STEPS = 10_000_000;
    private static final char FIRST_PRINTABLE = ' ';
    private static final char LAST_PRINTABLE = '~';

    private final RegexNode root;

    private RandomText(RegexNode root) {
        this.root = root;
    }

    /**
     * Compiles an expression.
     *
     * @throws RegexException if the text is no expression, or one that is too large
     */
    public static RandomText compile(String expression) {
        return new RandomText(
                RegexParser.parse(expression, RegexSyntax.Kind.PLAIN).root());
    }

    /**
     * Makes a text.
     *
     * @param output takes it
     * @throws RegexException if no text matches, or making one takes too many steps
     */
    public void generate(RandomGenerator random, RegexOutput output) {
        new Run(random, output).append(root);
    }

    /** Makes one text. */
    private static final class Run {
        private final RandomGenerator random;
        private final RegexOutput output;
        private int steps;

        Run(RandomGenerator random, RegexOutput output) {
            this.random = random;
            this.output = output;
        }

        /** INVARIANT: the depth is bounded by the parser. */
        void append(RegexNode node) {
            if (++steps > MOST_STEPS) {
                throw RegexException.limit("random text takes more than " + MOST_STEPS + " steps");
            }
            if (node instanceof RegexNode.Literal literal) {
                output.append(literal.codePoint());
            } else if (node instanceof RegexNode.Any) {
                output.append(FIRST_PRINTABLE + random.nextInt(LAST_PRINTABLE - FIRST_PRINTABLE + 1));
            } else if (node instanceof RegexNode.OneOf oneOf) {
                append(oneOf.ranges());
            } else if (node instanceof RegexNode.Group group) {
                append(group.part());
            } else if (node instanceof RegexNode.Choice choice) {
                append(choice.parts().get(random.nextInt(choice.parts().size())));
            } else if (node instanceof RegexNode.Sequence sequence) {
                sequence.parts().forEach(this::append);
            } else if (node instanceof RegexNode.Repeated repeated) {
                repeat(repeated);
            }
        }

        private void append(CharacterRanges ranges) {
            CharacterRanges printable = ranges.within(FIRST_PRINTABLE, LAST_PRINTABLE);
            CharacterRanges characters = printable.count() > 0 ? printable : ranges.withoutSurrogates();
            if (characters.count() == 0) {
                throw RegexException.limit("regular expression has a class without characters");
            }
            output.append(characters.at(random.nextInt(characters.count())));
        }

        private void repeat(RegexNode.Repeated repeated) {
            int most = repeated.most() < 0 ? Math.max(repeated.least(), MOST_REPEATS) : repeated.most();
            int times = repeated.least() + random.nextInt(most - repeated.least() + 1);
            for (int i = 0; i < times; i++) {
                append(repeated.part());
            }
        }
    }
}
