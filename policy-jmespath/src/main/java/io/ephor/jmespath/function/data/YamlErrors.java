package io.ephor.jmespath.function.data;

import io.ephor.jmespath.function.FunctionException;
import io.ephor.values.SourceRange;
import io.ephor.values.YamlFault;

/**
 * Errors of {@code parse_yaml}: those of values, keys and anchors in Go's words, as far as the values are short; those of
 * the syntax in ours, with the line.
 */
final class YamlErrors {
    private YamlErrors() {}

    /**
     * Returns the error for a fault.
     *
     * @param text what was read
     */
    static FunctionException of(YamlFault fault, String text) {
        String part = part(fault.at(), text);
        return switch (fault.code()) {
            case "yaml-too-deep", "yaml-too-large", "yaml-alias-expansion" ->
                FunctionException.limit("yaml: " + place(fault));
            case "yaml-version" -> new FunctionException("yaml: found incompatible YAML document");
            case "yaml-alias" ->
                new FunctionException(
                        fault.message().endsWith("itself")
                                ? "yaml: anchor '" + name(part) + "' value contains itself"
                                : "yaml: unknown anchor '" + name(part) + "' referenced");
            case "yaml-invalid-key" ->
                new FunctionException(
                        fault.message().startsWith("null")
                                ? "unsupported map key of type: %!s(<nil>), key: <nil>"
                                : fault.message().startsWith("an integer")
                                        ? "unsupported map key of type: uint64, key: " + part
                                        : "yaml: invalid map key: " + part);
            case "yaml-merge" -> new FunctionException("yaml: map merge requires map or sequence of maps as the value");
            case "yaml-invalid-value" -> invalidValue(fault, part);
            case "yaml-invalid-character" -> new FunctionException("yaml: control characters are not allowed");
            default -> new FunctionException("yaml: " + place(fault));
        };
    }

    private static FunctionException invalidValue(YamlFault fault, String part) {
        if (fault.message().contains("is no value of the tag")) {
            return new FunctionException("yaml: cannot decode " + part);
        }
        boolean infinite = part.regionMatches(true, part.length() - "inf".length(), "inf", 0, "inf".length());
        String number = !infinite ? "NaN" : part.startsWith("-") ? "-Inf" : "+Inf";
        return new FunctionException("json: unsupported value: " + number);
    }

    private static String place(YamlFault fault) {
        return "line " + fault.at().line() + ": " + fault.message();
    }

    private static String name(String alias) {
        return alias.startsWith("*") ? alias.substring(1) : alias;
    }

    /** Returns the text of a place that lies within one line. */
    private static String part(SourceRange at, String text) {
        int line = 1;
        int start = 0;
        while (line < at.line() && start >= 0) {
            start = text.indexOf('\n', start) + 1;
            line = start == 0 ? at.line() : line + 1;
        }
        int from = Math.min(text.length(), start + at.column() - 1);
        int width = at.endLine() == at.line() ? at.endColumn() - at.column() : 0;
        return text.substring(from, Math.min(text.length(), from + Math.max(0, width)));
    }
}
