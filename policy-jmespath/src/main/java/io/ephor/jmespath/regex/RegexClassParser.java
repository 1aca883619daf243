package io.ephor.jmespath.regex;

import io.ephor.jmespath.regex.CharacterRanges.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a class in brackets, or one that an escape names. The characters of a Unicode class are not told: no text is made
 * of an expression that may have one.
 */
final class RegexClassParser {
    private static final String INVALID_RANGE = "invalid character class range";

    /** Takes another spelling for what was read since a place. */
    @FunctionalInterface
    interface Rewriting {
        void rewrite(int start, String other);
    }

    private final RegexText text;
    private final boolean perl;
    private final Rewriting rewriting;
    private final List<Range> ranges = new ArrayList<>();

    RegexClassParser(RegexText text, boolean perl, Rewriting rewriting) {
        this.text = text;
        this.perl = perl;
        this.rewriting = rewriting;
    }

    /** Says whether an escape that names a class of Perl or Unicode comes next. */
    static boolean startsClass(RegexText text) {
        if (text.remaining() < 2 || text.peek() != '\\') {
            return false;
        }
        return "dDsSwWpP".indexOf(text.all().charAt(text.position() + 1)) >= 0;
    }

    CharacterRanges ranges() {
        return CharacterRanges.of(ranges);
    }

    /** Reads a class in brackets. */
    CharacterRanges parse() {
        int start = text.position();
        text.skip(1);
        boolean negated = text.peek() == '^';
        if (negated) {
            text.skip(1);
        }
        if (negated && !perl) {
            ranges.add(new Range('\n', '\n'));
        }
        boolean first = true;
        while (text.peek() != ']' || first) {
            requireNoRangeHere(first);
            first = false;
            element(start);
        }
        text.skip(1);
        return negated ? ranges().inverse() : ranges();
    }

    /** A hyphen inside a class must be escaped in the plain syntax. */
    private void requireNoRangeHere(boolean first) {
        if (perl || first || text.peek() != '-' || text.startsWith("-]")) {
            return;
        }
        int start = text.position();
        text.skip(1);
        text.read();
        throw RegexException.syntax(INVALID_RANGE, text.from(start));
    }

    private void element(int classStart) {
        if (text.startsWith("[:") && text.all().indexOf(":]", text.position() + 2) >= 0) {
            named();
        } else if (perl && startsClass(text)) {
            escapedClass();
        } else {
            range(classStart);
        }
    }

    private void range(int classStart) {
        int start = text.position();
        int low = character(classStart);
        int high = low;
        if (text.peek() == '-' && text.remaining() >= 2 && !text.startsWith("-]")) {
            text.skip(1);
            high = character(classStart);
            if (high < low) {
                throw RegexException.syntax(INVALID_RANGE, text.from(start));
            }
        }
        ranges.add(new Range(low, high));
    }

    private int character(int classStart) {
        if (text.isAtEnd()) {
            throw RegexException.syntax("missing closing ]", text.all().substring(classStart));
        }
        return text.peek() == '\\' ? text.escape() : text.read();
    }

    private void named() {
        int start = text.position();
        int end = text.all().indexOf(":]", start + 2) + 2;
        text.skip(end - start);
        String name = text.from(start);
        boolean negated = name.startsWith("[:^");
        CharacterRanges named = NamedClasses.posix(name.substring(negated ? 3 : 2, name.length() - 2));
        if (named == null) {
            throw RegexException.syntax(INVALID_RANGE, name);
        }
        ranges.addAll(negated ? named.inverse().ranges() : named.ranges());
    }

    /** Reads an escape like {@code \d} or {@code \p{Greek}}. */
    void escapedClass() {
        int start = text.position();
        text.skip(1);
        int letter = text.read();
        if (letter != 'p' && letter != 'P') {
            CharacterRanges named = NamedClasses.perl(letter);
            ranges.addAll(named.ranges());
            return;
        }
        unicode(start, letter == 'P');
    }

    private void unicode(int start, boolean negated) {
        int end = text.all().indexOf('}', start);
        String name;
        if (text.peek() != '{') {
            name = text.isAtEnd() ? "" : Character.toString(text.read());
        } else if (end < 0) {
            throw RegexException.syntax(INVALID_RANGE, text.all().substring(start));
        } else {
            name = text.all().substring(start + 3, end);
            text.skip(end + 1 - text.position());
        }
        boolean inverse = negated != name.startsWith("^");
        String known = NamedClasses.unicode(name.startsWith("^") ? name.substring(1) : name);
        if (known == null) {
            throw RegexException.syntax(INVALID_RANGE, text.from(start));
        }
        rewriting.rewrite(start, NamedClasses.spelling(known, inverse));
    }
}
