package io.ephor.engine.match;

import java.nio.charset.StandardCharsets;

/**
 * Which texts Kubernetes takes as key or value of a label, and its words for the others.
 *
 * <p>Kubernetes: {@code pkg/api/validate/content} of k8s.io/apimachinery
 */
final class LabelSyntax {
    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_PREFIX = 253;
    private static final String CHARACTERS =
            "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric"
                    + " character";
    private static final String NAME_EXPRESSION = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final String NAME_FAULT = CHARACTERS
            + " (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '"
            + NAME_EXPRESSION
            + "')";
    private static final String KEY_FAULT = "a valid label key "
            + NAME_FAULT
            + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";
    private static final String VALUE_FAULT = "a valid label must be an empty string or consist of alphanumeric"
            + " characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue', "
            + " or 'my_value',  or '12345', regex used for validation is '("
            + NAME_EXPRESSION
            + ")?')";
    private static final String PREFIX_FAULT = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric"
            + " characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com',"
            + " regex used for validation is"
            + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

    private LabelSyntax() {}

    static boolean isKey(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? isName(key) : isPrefix(key.substring(0, slash)) && isName(key.substring(slash + 1));
    }

    static boolean isValue(String value) {
        return value.isEmpty() || isName(value);
    }

    private static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && isNameOfAnyLength(text);
    }

    private static boolean isNameOfAnyLength(String text) {
        int last = text.length() - 1;
        if (last < 0 || !isAlphanumeric(text.charAt(0)) || !isAlphanumeric(text.charAt(last))) {
            return false;
        }
        for (int i = 1; i < last; i++) {
            char c = text.charAt(i);
            if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrefix(String text) {
        return text.length() <= LONGEST_PREFIX && isPrefixOfAnyLength(text);
    }

    private static boolean isPrefixOfAnyLength(String text) {
        boolean afterAlphanumeric = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = isLowerAlphanumeric(c);
            boolean joins = c == '-' && i > 0 && text.charAt(i - 1) != '.';
            if (!alphanumeric && !joins && (c != '.' || !afterAlphanumeric)) {
                return false;
            }
            afterAlphanumeric = alphanumeric;
        }
        return afterAlphanumeric;
    }

    private static boolean isAlphanumeric(char c) {
        return isLowerAlphanumeric(c) || (c >= 'A' && c <= 'Z');
    }

    private static boolean isLowerAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** Returns the words for a key that is none. */
    static String keyFault(String key) {
        String[] parts = key.split("/", 3);
        if (parts.length > 2) {
            return KEY_FAULT;
        }
        StringBuilder words = new StringBuilder();
        if (parts.length == 2) {
            addPrefixFault(words, parts[0]);
        }
        String name = parts[parts.length - 1];
        if (name.isEmpty()) {
            add(words, "name part must be non-empty");
        } else if (bytes(name) > LONGEST_NAME) {
            add(words, "name part " + tooLong(LONGEST_NAME));
        }
        if (!isNameOfAnyLength(name)) {
            add(words, "name part " + NAME_FAULT);
        }
        return words.toString();
    }

    private static void addPrefixFault(StringBuilder words, String prefix) {
        if (prefix.isEmpty()) {
            add(words, "prefix part must be non-empty");
            return;
        }
        if (bytes(prefix) > LONGEST_PREFIX) {
            add(words, "prefix part " + tooLong(LONGEST_PREFIX));
        }
        if (!isPrefixOfAnyLength(prefix)) {
            add(words, "prefix part " + PREFIX_FAULT);
        }
    }

    /** Returns the words for a value that is none. */
    static String valueFault(String value) {
        StringBuilder words = new StringBuilder();
        if (bytes(value) > LONGEST_NAME) {
            add(words, tooLong(LONGEST_NAME));
        }
        if (!value.isEmpty() && !isNameOfAnyLength(value)) {
            add(words, VALUE_FAULT);
        }
        return words.toString();
    }

    private static void add(StringBuilder words, String fault) {
        words.append(words.length() == 0 ? "" : "; ").append(fault);
    }

    private static String tooLong(int limit) {
        return "must be no more than " + limit + " bytes";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
