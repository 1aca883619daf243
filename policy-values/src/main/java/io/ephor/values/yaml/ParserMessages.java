package io.ephor.values.yaml;

import org.jspecify.annotations.Nullable;

/** The parser's complaints in the words of this library. */
final class ParserMessages {
    private ParserMessages() {}

    static String inOurWords(@Nullable String context, @Nullable String problem) {
        String of = context == null ? "" : context;
        String what = problem == null ? "" : problem;
        if (what.startsWith("expected <block end>")) {
            return of.contains("mapping")
                    ? "a key of this object, or its end, is expected here"
                    : "an entry `- ` of this list, or its end, is expected here";
        }
        if (what.startsWith("expected ',' or ']'")) {
            return "`,` or `]` is expected here";
        }
        if (what.startsWith("expected ',' or '}'")) {
            return "`,` or `}` is expected here";
        }
        if (what.startsWith("expected the node content")) {
            return "a value is expected here";
        }
        if (what.startsWith("found undefined tag handle")) {
            return "the handle of this tag is not declared";
        }
        if (what.startsWith("expected '<document start>'")) {
            return "`---` is expected after the directives";
        }
        if (what.startsWith("found duplicate") || what.startsWith("duplicate")) {
            return "this directive stands here for the second time";
        }
        return "the text cannot be read from here on";
    }
}
