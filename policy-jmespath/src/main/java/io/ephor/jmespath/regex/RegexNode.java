package io.ephor.jmespath.regex;

import java.util.List;

/**
 * A part of a regular expression, as far as the texts count that it describes: anchors and word boundaries are empty,
 * and nobody can tell groups. Immutable.
 */
sealed interface RegexNode {
    /** How often the innermost part is repeated by counts; 0 where a count of zero leaves nothing. */
    default int repeats() {
        return 1;
    }

    /** How many steps a program for the part needs, roughly. */
    long size();

    /** How deep the tree below this node is, this node included. */
    default int height() {
        return 1;
    }

    /** What matches the empty text. */
    record Empty() implements RegexNode {
        @Override
        public long size() {
            return 1;
        }
    }

    /** One character. */
    record Literal(int codePoint) implements RegexNode {
        @Override
        public long size() {
            return 1;
        }
    }

    /** Any character but a line feed. */
    record Any() implements RegexNode {
        @Override
        public long size() {
            return 1;
        }
    }

    /** One character of some. */
    record OneOf(CharacterRanges ranges) implements RegexNode {
        @Override
        public long size() {
            return 1;
        }
    }

    /** Some parts, one after the other. */
    record Sequence(List<RegexNode> parts, int repeats, long size, int height) implements RegexNode {}

    /** One of some parts. */
    record Choice(List<RegexNode> parts, int repeats, long size, int height) implements RegexNode {}

    /**
     * A part, some times.
     *
     * @param most -1 for any number
     */
    record Repeated(RegexNode part, int least, int most, int repeats, long size, int height) implements RegexNode {
        static Repeated of(RegexNode part, int least, int most, boolean counted) {
            int times = most < 0 ? least : most;
            int repeats = !counted ? part.repeats() : most == 0 ? 0 : Math.max(1, times) * part.repeats();
            long size = most < 0 ? 2 + Math.max(1, least) * part.size() : 1 + most * (part.size() + 1);
            return new Repeated(part, least, most, repeats, size, part.height() + 1);
        }
    }

    /** A group that counts as a level of its own. */
    record Group(RegexNode part) implements RegexNode {
        @Override
        public int repeats() {
            return part.repeats();
        }

        @Override
        public long size() {
            return part.size() + 2;
        }

        @Override
        public int height() {
            return part.height() + 1;
        }
    }

    /** Puts parts one after the other. */
    static RegexNode sequence(List<RegexNode> parts) {
        if (parts.isEmpty()) {
            return new Empty();
        }
        return parts.size() == 1
                ? parts.get(0)
                : new Sequence(List.copyOf(parts), repeats(parts), size(parts), height(parts) + 1);
    }

    /** Gives the choice between parts. */
    static RegexNode choice(List<RegexNode> parts) {
        return parts.size() == 1
                ? parts.get(0)
                : new Choice(List.copyOf(parts), repeats(parts), size(parts) + parts.size(), height(parts) + 1);
    }

    private static int repeats(List<RegexNode> parts) {
        int most = 1;
        for (RegexNode part : parts) {
            most = Math.max(most, part.repeats());
        }
        return most;
    }

    private static long size(List<RegexNode> parts) {
        long size = 0;
        for (RegexNode part : parts) {
            size += part.size();
        }
        return size;
    }

    private static int height(List<RegexNode> parts) {
        int most = 0;
        for (RegexNode part : parts) {
            most = Math.max(most, part.height());
        }
        return most;
    }
}
