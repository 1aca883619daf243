package io.ephor;

import io.ephor.values.FieldPath;
import io.ephor.values.SourceRange;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One fault or warning found while loading, with its place. Immutable and thread-safe.
 *
 * <p>Tests and tools should look at the {@link #code()}, which is stable; the texts are for people and may improve.
 */
public final class Diagnostic {
    private static final int LONGEST_TEXT = 300;

    private final Severity severity;
    private final String code;
    private final String message;
    private final SourceRange range;
    private final @Nullable String sourceLine;
    private final @Nullable String pointer;
    private final @Nullable String subject;
    private final @Nullable String feature;
    private final @Nullable String help;
    private final @Nullable String kyvernoText;

    private Diagnostic(Builder builder) {
        this.severity = builder.severity;
        this.code = builder.code;
        this.message = builder.message;
        this.range = builder.range;
        this.sourceLine = builder.sourceLine;
        this.pointer = builder.pointer;
        this.subject = builder.subject;
        this.feature = builder.feature;
        this.help = builder.help;
        this.kyvernoText = builder.kyvernoText;
    }

    /**
     * {@return a builder of an error}
     *
     * @param code the stable name of this kind of fault, such as {@code unknown-field}
     * @param message one line that says what is wrong: lower-case start, no full stop, user text in backticks
     * @param range the place of the fault
     */
    public static Builder error(String code, String message, SourceRange range) {
        return new Builder(Severity.ERROR, code, message, range);
    }

    /**
     * {@return a builder of a warning}
     *
     * @param code the stable name of this kind of fault, such as {@code unknown-field}
     * @param message one line that says what is wrong: lower-case start, no full stop, user text in backticks
     * @param range the place of the fault
     */
    public static Builder warning(String code, String message, SourceRange range) {
        return new Builder(Severity.WARNING, code, message, range);
    }

    /** {@return whether the document is refused for it} */
    public Severity severity() {
        return severity;
    }

    /** {@return the stable name of this kind of fault, such as {@code unknown-field}} */
    public String code() {
        return code;
    }

    /** {@return one line that says what is wrong: lower-case start, no full stop, user text in backticks} */
    public String message() {
        return message;
    }

    /** {@return the place of the fault} */
    public SourceRange range() {
        return range;
    }

    /** {@return the JSON pointer of the fault inside its document, or null where the text is no document} */
    public @Nullable String pointer() {
        return pointer;
    }

    /** {@return what the fault is about, such as {@code rule `check-labels`}, or null} */
    public @Nullable String subject() {
        return subject;
    }

    /** {@return the name of the missing feature where the code is {@code unsupported-feature}, otherwise null} */
    public @Nullable String feature() {
        return feature;
    }

    /** {@return a hint for mending the fault, or null} */
    public @Nullable String help() {
        return help;
    }

    /**
     * {@return what Kyverno itself says, to the letter, or null where it says nothing} Of a warning it is the warning with
     * which Kyverno admits the policy. Of the errors of a document at most one has it, because Kyverno stops at the first
     * that it finds, in an order of its own: the text with which it refuses the policy.
     *
     * <p>Kyverno: pkg/validation/policy/validate.go
     */
    public @Nullable String kyvernoText() {
        return kyvernoText;
    }

    /**
     * {@return the same diagnostic with what Kyverno says}
     *
     * @param text what Kyverno says, or null
     */
    public Diagnostic withKyvernoText(@Nullable String text) {
        return new Builder(severity, code, message, range)
                .sourceLine(sourceLine)
                .pointer(pointer)
                .subject(subject)
                .feature(feature)
                .help(help)
                .kyvernoText(text)
                .build();
    }

    /**
     * {@return the diagnostic as several lines for people: place, severity, code and message; then the line of the
     * source with a mark below the place, where the line is known; then where in the document it is, the help, and what Kyverno says, clipped}
     */
    public String render() {
        StringBuilder text = new StringBuilder()
                .append(range)
                .append(": ")
                .append(severity.name().toLowerCase(Locale.ROOT))
                .append('[')
                .append(code)
                .append("]: ")
                .append(message)
                .append('\n');
        String number = String.valueOf(range.line());
        String margin = " ".repeat(number.length()) + " ";
        if (sourceLine != null) {
            int start = range.column() - 1;
            int lineLength = sourceLine.codePointCount(0, sourceLine.length());
            int end = range.endLine() == range.line() ? range.endColumn() - 1 : lineLength;
            text.append(margin).append("|\n");
            text.append(number).append(" | ").append(sourceLine).append('\n');
            text.append(margin)
                    .append("| ")
                    .append(" ".repeat(start))
                    .append("^".repeat(Math.max(1, end - start)))
                    .append('\n');
        }
        if (pointer != null && !pointer.isEmpty()) {
            text.append(margin).append("= at ").append(FieldPath.of(pointer));
            if (subject != null) {
                text.append(", ").append(subject);
            }
            text.append('\n');
        }
        if (help != null) {
            text.append(margin).append("= help: ").append(help).append('\n');
        }
        if (kyvernoText != null) {
            text.append(margin)
                    .append("= Kyverno: ")
                    .append(clipped(kyvernoText))
                    .append('\n');
        }
        return text.toString();
    }

    /** Texts of Kyverno may hold a whole rule, and line ends. */
    private static String clipped(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return onOneLine(text);
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return onOneLine(text.substring(0, end)) + "…";
    }

    private static String onOneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }

    /** {@return place, severity, code and message on one line} */
    @Override
    public String toString() {
        return range + ": " + severity.name().toLowerCase(Locale.ROOT) + "[" + code + "]: " + message;
    }

    /** Collects the parts of a diagnostic. Not thread-safe. */
    public static final class Builder {
        private final Severity severity;
        private final String code;
        private final String message;
        private final SourceRange range;
        private @Nullable String sourceLine;
        private @Nullable String pointer;
        private @Nullable String subject;
        private @Nullable String feature;
        private @Nullable String help;
        private @Nullable String kyvernoText;

        private Builder(Severity severity, String code, String message, SourceRange range) {
            this.severity = severity;
            this.code = Objects.requireNonNull(code, "code");
            this.message = Objects.requireNonNull(message, "message");
            this.range = Objects.requireNonNull(range, "range");
        }

        /**
         * Sets the text of the line in which the fault starts.
         *
         * @param sourceLine the text of the line, or null where it is not known
         * @return this builder
         */
        public Builder sourceLine(@Nullable String sourceLine) {
            this.sourceLine = sourceLine;
            return this;
        }

        /**
         * Sets the JSON pointer of the fault inside its document.
         *
         * @param pointer the JSON pointer, or null
         * @return this builder
         */
        public Builder pointer(@Nullable String pointer) {
            this.pointer = pointer;
            return this;
        }

        /**
         * Sets what the fault is about.
         *
         * @param subject what it is about, such as {@code rule `check-labels`}, or null
         * @return this builder
         */
        public Builder subject(@Nullable String subject) {
            this.subject = subject;
            return this;
        }

        /**
         * Sets the name of the missing feature.
         *
         * @param feature the name of the feature, or null
         * @return this builder
         */
        public Builder feature(@Nullable String feature) {
            this.feature = feature;
            return this;
        }

        /**
         * Sets a hint for mending the fault.
         *
         * @param help the hint, or null
         * @return this builder
         */
        public Builder help(@Nullable String help) {
            this.help = help;
            return this;
        }

        /**
         * Sets what Kyverno says.
         *
         * @param text its text to the letter, or null
         * @return this builder
         */
        public Builder kyvernoText(@Nullable String text) {
            this.kyvernoText = text;
            return this;
        }

        /** {@return the diagnostic} */
        public Diagnostic build() {
            return new Diagnostic(this);
        }
    }
}
