package io.ephor.engine.conditions;

import org.jspecify.annotations.Nullable;

/** Messages of conditions, joined. Confined to one evaluation, but for {@link #NONE}. */
final class Messages {
    /** Takes no message, so that all evaluations may share it: for those that show none. */
    static final Messages NONE = new Messages("");

    private final String separator;
    private String first = "";
    private @Nullable StringBuilder joined;

    Messages(String separator) {
        this.separator = separator;
    }

    void add(String message) {
        if (this == NONE || message.isEmpty()) {
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
