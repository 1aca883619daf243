package io.ephor.jmespath.regex;

import java.util.List;

/**
 * A regular expression as parsed.
 *
 * @param root what it describes; the characters of classes are told for expressions of the plain kind only
 * @param groups the names of its groups in their order, empty for a group without a name
 * @param pattern the expression in the spelling that RE2J takes
 */
record RegexSyntax(RegexNode root, List<String> groups, String pattern) {
    /** Which expressions are understood. */
    enum Kind {
        /** What Go's {@code regexp} takes. */
        PERL,
        /** Go's syntax without any flags: no classes like {@code \d}, no {@code (?…)}. */
        PLAIN
    }

    RegexSyntax {
        groups = List.copyOf(groups);
    }
}
