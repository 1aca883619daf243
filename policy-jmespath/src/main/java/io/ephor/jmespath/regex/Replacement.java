package io.ephor.jmespath.regex;

import java.util.List;

/**
 * What takes the place of a match, as Go expands it: {@code $1}, {@code ${1}}, {@code $name} and {@code ${name}} stand
 * for groups and {@code $$} for a dollar sign; a group that is not there is empty. A name is as long as it can be, so that
 * {@code $1W} is the group {@code 1W}. Immutable.
 */
final class Replacement {
    private static final int FAR_TOO_LARGE = 100_000_000;

    private final String template;
    private final List<String> groups;

    Replacement(String template, List<String> groups) {
        this.template = template;
        this.groups = groups;
    }

    /** Appends the replacement of a match. */
    void append(RegexOutput output, Groups match) {
        int at = 0;
        while (true) {
            int dollar = template.indexOf('$', at);
            if (dollar < 0) {
                output.append(template, at, template.length());
                return;
            }
            output.append(template, at, dollar);
            at = reference(output, match, dollar);
        }
    }

    /** Where the groups of a match are. */
    interface Groups {
        /** Appends the text of a group, by its number from 0; false where the group has no part in the match. */
        boolean append(RegexOutput output, int group);
    }

    /** Appends what a dollar sign stands for, and returns where the template goes on. */
    private int reference(RegexOutput output, Groups match, int dollar) {
        int start = dollar + 1;
        if (template.startsWith("$", start)) {
            output.append("$", 0, 1);
            return start + 1;
        }
        boolean braced = template.startsWith("{", start);
        int nameStart = braced ? start + 1 : start;
        int nameEnd = nameEnd(nameStart);
        boolean closed = !braced || template.startsWith("}", nameEnd);
        if (nameEnd == nameStart || !closed) {
            output.append("$", 0, 1);
            return start;
        }
        appendGroup(output, match, template.substring(nameStart, nameEnd));
        return braced ? nameEnd + 1 : nameEnd;
    }

    private int nameEnd(int start) {
        int at = start;
        while (at < template.length() && isNamePart(template.codePointAt(at))) {
            at += Character.charCount(template.codePointAt(at));
        }
        return at;
    }

    private static boolean isNamePart(int c) {
        return c == '_' || Character.isLetter(c) || Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
    }

    private void appendGroup(RegexOutput output, Groups match, String name) {
        int number = number(name);
        if (number >= 0) {
            if (number <= groups.size()) {
                match.append(output, number);
            }
            return;
        }
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).equals(name) && match.append(output, i + 1)) {
                return;
            }
        }
    }

    /** Returns the number that a name is, -1 where it is none. */
    private static int number(String name) {
        int number = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < '0' || c > '9' || number >= FAR_TOO_LARGE) {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        boolean leadingZero = name.length() > 1 && name.charAt(0) == '0';
        return leadingZero ? -1 : number;
    }
}
