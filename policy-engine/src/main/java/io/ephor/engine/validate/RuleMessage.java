package io.ephor.engine.validate;

/**
 * The texts that a pattern rule answers with, to Kyverno's letter.
 *
 * <p>Kyverno: pkg/engine/handlers/validation/validate_resource.go
 */
record RuleMessage(String rule, String message) {
    private static final String PREFIX = "validation error: ";

    String passed() {
        return "validation rule '" + rule + "' passed.";
    }

    String passed(int alternative) {
        return "validation rule '" + rule + "' anyPattern[" + alternative + "] passed.";
    }

    String failedAt(String path) {
        return PREFIX + sentence() + "rule " + rule + " failed at path " + path;
    }

    String failed(String alternatives) {
        return PREFIX + sentence() + alternatives;
    }

    String executionError(String error) {
        return PREFIX + sentence() + "rule " + rule + " execution error: " + error;
    }

    private String sentence() {
        if (message.isEmpty()) {
            return "";
        }
        return message.endsWith(".") ? message + " " : message + ". ";
    }
}
