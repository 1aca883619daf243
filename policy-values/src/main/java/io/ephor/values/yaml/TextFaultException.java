package io.ephor.values.yaml;

import java.io.Serial;

/** Ends the reading of a text at a fault. Caught where the text came from, which knows the lines; it has no stack trace. */
public final class TextFaultException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient TextFault fault;

    TextFaultException(String code, int start, int end, String message) {
        super(message, null, false, false);
        this.fault = new TextFault(code, start, end, message);
    }

    /** Returns what is wrong. */
    public TextFault fault() {
        return fault;
    }
}
