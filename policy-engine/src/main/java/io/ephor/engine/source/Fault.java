package io.ephor.engine.source;

import io.ephor.Severity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a reader or compiler has to say about a node of a document. It becomes a {@link io.ephor.Diagnostic}
 * when the document adds the place.
 *
 * @param severity whether the document is refused
 * @param code the stable name of this kind of fault
 * @param pointer the JSON pointer of the node
 * @param message one line: lower-case start, no full stop, user text in backticks
 * @param onKey whether the key of the node is at fault rather than its value
 * @param offset where in a scalar the fault starts, in characters from its first one; 0 for the whole node
 * @param subject what the fault is about, such as {@code rule `check-labels`}, or null
 * @param feature the name of the missing feature where the code is {@link #UNSUPPORTED_FEATURE}, otherwise null
 * @param help a hint for mending the fault, or null
 * @param kyverno what Kyverno says about it, or null where it says nothing
 */
public record Fault(
        Severity severity,
        String code,
        String pointer,
        String message,
        boolean onKey,
        int offset,
        @Nullable String subject,
        @Nullable String feature,
        @Nullable String help,
        @Nullable KyvernoText kyverno) {
    /** The code of a feature of the policy language that this engine does not have. */
    public static final String UNSUPPORTED_FEATURE = "unsupported-feature";

    public Fault {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(message, "message");
    }

    /** {@return a fault for which the document is refused} */
    public static Fault error(String code, String pointer, String message) {
        return new Fault(Severity.ERROR, code, pointer, message, false, 0, null, null, null, null);
    }

    /** {@return something that deserves attention but does not stop the document from loading} */
    public static Fault warning(String code, String pointer, String message) {
        return new Fault(Severity.WARNING, code, pointer, message, false, 0, null, null, null, null);
    }

    /** {@return the fault of a document that needs a feature which this engine does not have} */
    public static Fault unsupported(String feature, String pointer) {
        return new Fault(
                Severity.ERROR,
                UNSUPPORTED_FEATURE,
                pointer,
                "`" + feature + "` is not supported yet",
                false,
                0,
                null,
                feature,
                null,
                null);
    }

    /** {@return this fault with the key of the node as its place} */
    public Fault withKeyAsPlace() {
        return new Fault(severity, code, pointer, message, true, offset, subject, feature, help, kyverno);
    }

    /** {@return this fault with a place inside the scalar of the node} */
    public Fault withOffset(int offset) {
        return new Fault(severity, code, pointer, message, onKey, offset, subject, feature, help, kyverno);
    }

    /** {@return this fault with what it is about} */
    public Fault withSubject(@Nullable String subject) {
        return new Fault(severity, code, pointer, message, onKey, offset, subject, feature, help, kyverno);
    }

    /** {@return this fault with a hint for mending it} */
    public Fault withHelp(@Nullable String help) {
        return new Fault(severity, code, pointer, message, onKey, offset, subject, feature, help, kyverno);
    }

    /** {@return this fault with what Kyverno says about it at a step of its checks} */
    public Fault withKyvernoText(AdmissionStep step, String text) {
        return new Fault(
                severity, code, pointer, message, onKey, offset, subject, feature, help, new KyvernoText(step, text));
    }
}
