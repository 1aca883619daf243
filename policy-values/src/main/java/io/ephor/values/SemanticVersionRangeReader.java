package io.ephor.values;

import io.ephor.values.SemanticVersionRange.Comparison;
import io.ephor.values.SemanticVersionRange.Operator;
import io.ephor.values.text.Excerpt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a range text into comparisons. A token with an {@code x} is first written out as one or two without. */
final class SemanticVersionRangeReader {
    private SemanticVersionRangeReader() {}

    /** Returns the tokens of each alternative, wildcards written out. */
    static List<List<String>> split(String text) {
        List<List<String>> alternatives = new ArrayList<>();
        List<String> current = new ArrayList<>();
        for (String token : tokens(text)) {
            if (!token.equals("||")) {
                current.add(token);
                continue;
            }
            if (current.isEmpty()) {
                String place = alternatives.isEmpty() ? "First" : "Repeated";
                throw new IllegalArgumentException(place + " element in range is '||'");
            }
            alternatives.add(current);
            current = new ArrayList<>();
        }
        if (current.isEmpty()) {
            throw new IllegalArgumentException("Last element in range is '||'");
        }
        alternatives.add(current);
        List<List<String>> written = new ArrayList<>();
        for (List<String> alternative : alternatives) {
            written.add(writeOut(alternative));
        }
        return written;
    }

    /** Reads one token without wildcards. */
    static Comparison comparison(String token) {
        String sign = sign(token);
        String version = token.substring(firstDigit(token));
        Operator operator = operator(sign);
        if (operator == null) {
            throw fault(token, "Could not parse comparator " + quote(sign) + " in " + quote(sign + version));
        }
        try {
            return new Comparison(operator, SemanticVersion.parse(version));
        } catch (IllegalArgumentException reason) {
            String where = "Could not parse version " + quote(version) + " in " + quote(sign + version);
            throw fault(token, where + ": " + reason.getMessage());
        }
    }

    private static IllegalArgumentException fault(String token, String reason) {
        return new IllegalArgumentException("Could not parse Range " + quote(token) + ": " + reason);
    }

    private static String quote(String text) {
        return GoQuote.of(Excerpt.of(text));
    }

    /** Splits at blanks, but not after a comparison sign; a token of one byte is dropped. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int start = 0;
        char last = 0;
        for (int i = 0; i < text.length(); i++) {
            char found = text.charAt(i);
            if (found != ' ') {
                last = found;
            } else if (last != '<' && last != '>' && last != '=') {
                addToken(tokens, text.substring(start, i));
                start = i + 1;
            }
        }
        addToken(tokens, text.substring(start));
        return tokens;
    }

    private static void addToken(List<String> tokens, String token) {
        if (token.length() > 1 || token.getBytes(StandardCharsets.UTF_8).length > 1) {
            tokens.add(token.replace(" ", ""));
        }
    }

    private static List<String> writeOut(List<String> tokens) {
        List<String> written = new ArrayList<>();
        for (String token : tokens) {
            if (token.indexOf('x') < 0) {
                written.add(token);
            } else {
                writeOut(sign(token), token.substring(firstDigit(token)), written);
            }
        }
        return written;
    }

    private static void writeOut(String sign, String version, List<String> written) {
        String low = low(version);
        switch (sign) {
            case ">" -> written.add(">=" + next(version, low));
            case ">=" -> written.add(">=" + low);
            case "<" -> written.add("<" + low);
            case "<=" -> written.add("<" + next(version, low));
            case "", "=", "==" -> {
                written.add(">=" + low);
                written.add("<" + next(version, low));
            }
            case "!", "!=" -> {
                written.add("<" + low);
                written.add(">=" + next(version, low));
            }
            // The library forgets a comparator that it does not know.
            default -> written.add(low);
        }
    }

    /** The lowest version that a wildcard stands for. */
    private static String low(String version) {
        String low = replaceFirst(replaceFirst(version, ".x.x", ".x"), ".x", ".0");
        return parts(low).length == 2 ? low + ".0" : low;
    }

    /** The first version after those that a wildcard stands for, empty when the last part is no wildcard. */
    private static String next(String version, String low) {
        String[] parts = parts(version);
        int incremented = parts.length - 2;
        if (incremented < 0 || incremented > 1 || !parts[parts.length - 1].equals("x")) {
            return "";
        }
        String[] raised = parts(low);
        var number = NumberText.parseInteger(raised[incremented]);
        if (number.isEmpty()) {
            return "";
        }
        raised[incremented] = Long.toString(number.getAsLong() + 1);
        return String.join(".", Arrays.asList(raised));
    }

    private static String[] parts(String version) {
        return version.split("\\.", -1);
    }

    private static String replaceFirst(String text, String part, String replacement) {
        int at = text.indexOf(part);
        return at < 0 ? text : text.substring(0, at) + replacement + text.substring(at + part.length());
    }

    private static String sign(String token) {
        return WhiteSpace.trim(token.substring(0, firstDigit(token)));
    }

    private static int firstDigit(String token) {
        for (int i = 0; i < token.length(); i += Character.charCount(token.codePointAt(i))) {
            if (Character.isDigit(token.codePointAt(i))) {
                return i;
            }
        }
        throw new IllegalArgumentException("Could not get version from string: " + quote(token));
    }

    private static @Nullable Operator operator(String sign) {
        return switch (sign) {
            case "", "=", "==" -> Operator.EQUAL;
            case "!", "!=" -> Operator.NOT_EQUAL;
            case "<" -> Operator.LESS;
            case "<=" -> Operator.LESS_OR_EQUAL;
            case ">" -> Operator.GREATER;
            case ">=" -> Operator.GREATER_OR_EQUAL;
            default -> null;
        };
    }
}
