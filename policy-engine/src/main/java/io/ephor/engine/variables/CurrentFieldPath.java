package io.ephor.engine.variables;

import java.util.ArrayList;
import java.util.List;

/**
 * The expression that <code>{{@}}</code> stands for: the field of the resource at the place of the variable.
 *
 * <p>Kyverno: pkg/utils/jsonpointer/pointer.go
 */
final class CurrentFieldPath {
    private static final String FOREACH = "foreach";
    private static final int WORDS_BEFORE_FIELD = 2;
    private static final int MOST_DIGITS = 20;
    private static final String LARGEST_INDEX = "18446744073709551615";

    private CurrentFieldPath() {}

    /**
     * Returns the expression.
     *
     * @param path where the variable stands; everything up to {@code foreach} and two steps more are left out
     * @param root the expression of the resource
     */
    static String expression(String path, String root) {
        List<String> steps = steps(path);
        int first = steps.indexOf(FOREACH) + 1 + WORDS_BEFORE_FIELD;
        StringBuilder expression = new StringBuilder(root);
        for (int i = first; i < steps.size(); i++) {
            append(expression, steps.get(i));
        }
        return expression.toString();
    }

    /** Reads a path: a backslash takes the meaning from the next character, and so do quotes, which are left out. */
    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        StringBuilder step = new StringBuilder();
        boolean escaped = false;
        boolean quoted = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (escaped) {
                step.append(c);
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '/' && !quoted) {
                finish(steps, step);
            } else {
                step.append(c);
            }
        }
        finish(steps, step);
        return steps;
    }

    private static void finish(List<String> steps, StringBuilder step) {
        if (!step.isEmpty()) {
            steps.add(step.toString());
            step.setLength(0);
        }
    }

    private static void append(StringBuilder expression, String step) {
        if (isIndex(step)) {
            expression.append('[').append(step).append(']');
            return;
        }
        expression.append('.');
        if (isPlain(step)) {
            expression.append(step);
            return;
        }
        expression.append('"');
        for (int i = 0; i < step.length(); i++) {
            appendQuoted(expression, step.charAt(i));
        }
        expression.append('"');
    }

    private static boolean isIndex(String step) {
        for (int i = 0; i < step.length(); i++) {
            if (step.charAt(i) < '0' || step.charAt(i) > '9') {
                return false;
            }
        }
        int zeros = 0;
        while (zeros < step.length() - 1 && step.charAt(zeros) == '0') {
            zeros++;
        }
        String digits = step.substring(zeros);
        return digits.length() < MOST_DIGITS
                || (digits.length() == MOST_DIGITS && digits.compareTo(LARGEST_INDEX) <= 0);
    }

    private static boolean isPlain(String step) {
        if ((step.charAt(0) >= '0' && step.charAt(0) <= '9') || step.charAt(0) == ')') {
            return false;
        }
        for (int i = 0; i < step.length(); i++) {
            char c = step.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean other = c == '_' || c == ')' || (c >= '0' && c <= '9');
            if (!letter && !other) {
                return false;
            }
        }
        return true;
    }

    private static void appendQuoted(StringBuilder expression, char c) {
        switch (c) {
            case '"', '\\' -> expression.append('\\').append(c);
            case '\b' -> expression.append("\\b");
            case '\f' -> expression.append("\\f");
            case '\n' -> expression.append("\\n");
            case '\r' -> expression.append("\\r");
            case '\t' -> expression.append("\\t");
            default -> {
                if (c >= ' ') {
                    expression.append(c);
                } else {
                    expression.append(c < 0x10 ? "\\u000" : "\\u00").append(Integer.toHexString(c));
                }
            }
        }
    }
}
