package io.ephor.jmespath.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads regular expressions as Go does, with its error texts. Nesting is read without recursion. */
final class RegexParser {
    private static final int MOST_REPEATS = 1_000;
    private static final int HIGHEST = 1_000;
    private static final long LARGEST = 100_000;

    /** What is open: the parts before a place, since the last bar, and the choices before that. */
    private static final class Level {
        private final boolean capturing;
        private final List<RegexNode> choices = new ArrayList<>();
        private List<RegexNode> parts = new ArrayList<>();

        Level(boolean capturing) {
            this.capturing = capturing;
        }

        RegexNode close() {
            choices.add(RegexNode.sequence(parts));
            return RegexNode.choice(choices);
        }
    }

    private final RegexText text;
    private final boolean perl;
    private final Deque<Level> open = new ArrayDeque<>();
    private final List<String> groups = new ArrayList<>();
    private final StringBuilder pattern = new StringBuilder();
    private int copied;
    private int lastRepeat = -1;
    private long size;

    private RegexParser(String text, RegexSyntax.Kind kind) {
        this.text = new RegexText(text);
        this.perl = kind == RegexSyntax.Kind.PERL;
    }

    /**
     * Reads an expression.
     *
     * @throws RegexException if it is none, or goes over a limit
     */
    static RegexSyntax parse(String text, RegexSyntax.Kind kind) {
        return new RegexParser(text, kind).parse();
    }

    private RegexSyntax parse() {
        open.push(new Level(false));
        while (!text.isAtEnd()) {
            int start = text.position();
            boolean repeats = next();
            lastRepeat = repeats ? (lastRepeat >= 0 ? lastRepeat : start) : -1;
            requireSmall();
        }
        if (open.size() > 1) {
            throw RegexException.syntax("missing closing )", text.all());
        }
        RegexNode root = checked(open.pop().close());
        copyUpTo(text.position());
        return new RegexSyntax(root, groups, pattern.toString());
    }

    /** Reads one part; true when it repeats the part before it. */
    private boolean next() {
        switch (text.peek()) {
            case '(' -> open();
            case ')' -> close();
            case '|' -> {
                text.skip(1);
                Level level = open.element();
                level.choices.add(RegexNode.sequence(level.parts));
                level.parts = new ArrayList<>();
            }
            case '^', '$' -> {
                text.skip(1);
                add(new RegexNode.Empty());
            }
            case '.' -> {
                text.skip(1);
                add(new RegexNode.Any());
            }
            case '[' -> add(new RegexNode.OneOf(new RegexClassParser(text, perl, this::rewrite).parse()));
            case '*' -> {
                return repeat(1, 0, -1, false);
            }
            case '+' -> {
                return repeat(1, 1, -1, false);
            }
            case '?' -> {
                return repeat(1, 0, 1, false);
            }
            case '{' -> {
                return count();
            }
            case '\\' -> escape();
            default -> add(new RegexNode.Literal(text.read()));
        }
        return false;
    }

    private void add(RegexNode node) {
        size += node.size();
        open.element().parts.add(node);
    }

    private boolean repeat(int length, int least, int most, boolean counted) {
        int start = text.position();
        text.skip(length);
        boolean reluctant = perl && text.peek() == '?';
        if (reluctant) {
            text.skip(1);
        }
        if (perl && lastRepeat >= 0) {
            throw RegexException.syntax("invalid nested repetition operator", text.from(lastRepeat));
        }
        List<RegexNode> parts = open.element().parts;
        if (parts.isEmpty()) {
            throw RegexException.syntax("missing argument to repetition operator", text.from(start));
        }
        RegexNode part = parts.remove(parts.size() - 1);
        RegexNode repeated = RegexNode.Repeated.of(part, least, most, counted);
        if (counted && (least >= 2 || most >= 2) && repeated.repeats() > MOST_REPEATS) {
            throw RegexException.syntax("invalid repeat count", text.from(start));
        }
        size -= part.size();
        add(checked(repeated));
        return true;
    }

    /** Reads a count in braces; where there is none, the brace stands for itself. */
    private boolean count() {
        RepeatCount count = RepeatCount.read(text.all(), text.position());
        if (count == null) {
            add(new RegexNode.Literal(text.read()));
            return false;
        }
        if (!count.isValid(MOST_REPEATS)) {
            throw RegexException.syntax(
                    "invalid repeat count", text.all().substring(text.position(), text.position() + count.length()));
        }
        return repeat(count.length(), count.least(), count.most(), true);
    }

    private void open() {
        if (!perl || !text.startsWith("(?")) {
            text.skip(1);
            groups.add("");
            enter(true);
            return;
        }
        if ((text.startsWith("(?P<") && text.remaining() > 4) || (text.startsWith("(?<") && text.remaining() > 3)) {
            named();
        } else if (flags()) {
            enter(false);
        }
    }

    private void enter(boolean capturing) {
        size += 2;
        open.push(new Level(capturing));
    }

    private void named() {
        int start = text.position();
        int nameStart = start + (text.startsWith("(?P") ? 4 : 3);
        int end = text.all().indexOf('>', start);
        if (end < 0) {
            throw RegexException.syntax("invalid named capture", text.all().substring(start));
        }
        String name = text.all().substring(Math.min(nameStart, end), end);
        if (!RegexText.isName(name)) {
            throw RegexException.syntax("invalid named capture", text.all().substring(start, end + 1));
        }
        text.skip(end + 1 - start);
        rewrite(start, "(");
        groups.add(name);
        enter(true);
    }

    /** Reads flags after the {@code (?}; true when a group begins after them. */
    private boolean flags() {
        int start = text.position();
        text.skip(2);
        boolean minus = false;
        boolean flag = false;
        while (!text.isAtEnd()) {
            int c = text.read();
            if (c == 'i' || c == 'm' || c == 's' || c == 'U') {
                flag = true;
            } else if (c == '-' && !minus) {
                minus = true;
                flag = false;
            } else if ((c == ':' || c == ')') && (!minus || flag)) {
                return c == ':';
            } else {
                break;
            }
        }
        throw RegexException.syntax("invalid or unsupported Perl syntax", text.from(start));
    }

    private void close() {
        if (open.size() < 2) {
            throw RegexException.syntax("unexpected )", text.all());
        }
        text.skip(1);
        Level level = open.pop();
        RegexNode node = level.close();
        open.element().parts.add(checked(level.capturing ? new RegexNode.Group(node) : node));
    }

    private void escape() {
        if (perl && text.startsWith("\\Q")) {
            quoted();
            return;
        }
        if (perl
                && (text.startsWith("\\A")
                        || text.startsWith("\\b")
                        || text.startsWith("\\B")
                        || text.startsWith("\\z"))) {
            text.skip(2);
            add(new RegexNode.Empty());
            return;
        }
        if (perl && RegexClassParser.startsClass(text)) {
            RegexClassParser classes = new RegexClassParser(text, true, this::rewrite);
            classes.escapedClass();
            add(new RegexNode.OneOf(classes.ranges()));
            return;
        }
        add(new RegexNode.Literal(text.escape()));
    }

    private void quoted() {
        int start = text.position() + 2;
        int end = text.all().indexOf("\\E", start);
        text.skip(2);
        int stop = end < 0 ? text.all().length() : end;
        while (text.position() < stop) {
            add(new RegexNode.Literal(text.read()));
        }
        text.skip(end < 0 ? 0 : 2);
    }

    /** Gives RE2J another spelling for what was read since a place. */
    private void rewrite(int start, String other) {
        copyUpTo(start);
        pattern.append(other);
        copied = text.position();
    }

    private void copyUpTo(int end) {
        pattern.append(text.all(), copied, end);
        copied = end;
    }

    private RegexNode checked(RegexNode node) {
        if (node.height() > HIGHEST) {
            throw RegexException.syntax("expression nests too deeply", text.all());
        }
        return node;
    }

    private void requireSmall() {
        if (size > LARGEST) {
            throw RegexException.limit("regular expression needs more than " + LARGEST + " steps");
        }
    }
}
