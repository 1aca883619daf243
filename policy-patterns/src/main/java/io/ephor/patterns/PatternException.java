package io.ephor.patterns;

/** Says that a pattern cannot be compiled because it goes over a limit. */
public final class PatternException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The place in the pattern. */
    private final String pointer;

    PatternException(String message, String pointer) {
        super(message);
        this.pointer = pointer;
    }

    /** {@return the JSON pointer of the place in the pattern} */
    public String pointer() {
        return pointer;
    }
}
