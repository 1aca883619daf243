package io.ephor.jmespath.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;

/**
 * A compiled regular expression, with the syntax, the matches and the error texts of Go. Matching takes time in
 * proportion to the text. Immutable and thread-safe.
 */
public final class GoRegex {
    private static final long MOST_STEPS = 200_000_000;

    private final Pattern pattern;
    private final List<String> groups;
    private final long size;

    private GoRegex(Pattern pattern, List<String> groups, long size) {
        this.pattern = pattern;
        this.groups = groups;
        this.size = size;
    }

    /**
     * Compiles an expression.
     *
     * @throws RegexException if the text is no expression, or one that is too large
     */
    public static GoRegex compile(String expression) {
        RegexSyntax syntax = RegexParser.parse(expression, RegexSyntax.Kind.PERL);
        try {
            return new GoRegex(
                    Pattern.compile(syntax.pattern()),
                    syntax.groups(),
                    syntax.root().size());
        } catch (PatternSyntaxException exception) {
            throw RegexException.syntax(exception.getDescription(), String.valueOf(exception.getPattern()));
        }
    }

    /**
     * Says whether a part of a text matches.
     *
     * @throws RegexException if that takes too many steps
     */
    public boolean finds(String text) {
        return pattern.matcher(counted(text)).find();
    }

    /**
     * Replaces every match by what a template makes of it.
     *
     * @param output takes the text with the replacements
     * @throws RegexException if that takes too many steps
     */
    public void replaceAll(String text, String template, RegexOutput output) {
        Replacement replacement = new Replacement(template, groups);
        replaceAll(text, output, match -> replacement.append(output, match));
    }

    /**
     * Replaces every match by a text.
     *
     * @param output takes the text with the replacements
     * @throws RegexException if that takes too many steps
     */
    public void replaceAllLiteral(String text, String other, RegexOutput output) {
        replaceAll(text, output, match -> output.append(other, 0, other.length()));
    }

    /** Appends what takes the place of a match. */
    private interface Replacing {
        void append(Replacement.Groups match);
    }

    /** An empty match right after a match is none. */
    private void replaceAll(String text, RegexOutput output, Replacing replacing) {
        Matcher matcher = pattern.matcher(counted(text));
        Replacement.Groups match = (target, group) -> appendGroup(target, text, matcher, group);
        int copied = 0;
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            int start = matcher.start();
            int end = matcher.end();
            output.append(text, copied, start);
            if (end > copied || start == 0) {
                replacing.append(match);
            }
            copied = end;
            from = end > from ? end : nextCharacter(text, from);
        }
        output.append(text, copied, text.length());
    }

    private static boolean appendGroup(RegexOutput output, String text, Matcher matcher, int group) {
        int start = matcher.start(group);
        if (start < 0) {
            return false;
        }
        output.append(text, start, matcher.end(group));
        return true;
    }

    private static int nextCharacter(String text, int at) {
        return at < text.length() ? at + Character.charCount(text.codePointAt(at)) : at + 1;
    }

    private CountedText counted(String text) {
        return new CountedText(text, MOST_STEPS / Math.max(1, size));
    }
}
