package io.ephor.engine.conditions;

import org.jspecify.annotations.Nullable;

/** Messages of conditions, joined. Confined to one evaluation; one that is given no message is not written to. */
final class Messages {
    /** INVARIANT: given to conditions without messages only, so that all evaluations may share it. */
    static final Messages NONE = new Messages("");

    private final String separator;
    private String first = "";
    private @Nullable StringBuilder joined;

    Messages(String separator) {
        this.separator = separator;
    }

    void add(String message) {
        if (message.isEmpty()) {
            return;
        }
        if (first.isEmpty()) {
            first = message;
            return;
        }
        StringBuilder text = joined;
        if (text == null) {
            text = new StringBuilder(first);
            joined = text;
        }
        text.append(separator).append(message);
    }

    String text() {
        return joined == null ? first : joined.toString();
    }
}
