package io.ephor.values;

import java.util.Objects;

/**
 * One thing that is wrong with a text of YAML or JSON. Immutable.
 *
 * <p>The codes are stable: {@code yaml-syntax}, {@code yaml-separator} (a line {@code --- text}), {@code yaml-version},
 * {@code yaml-duplicate-key}, {@code yaml-ambiguous-key} (1 beside "1"), {@code yaml-invalid-key}, {@code yaml-invalid-value}, {@code yaml-merge},
 * {@code yaml-alias}, {@code yaml-alias-expansion}, {@code yaml-too-deep}, {@code yaml-too-large},
 * {@code yaml-invalid-character}, {@code yaml-invalid-utf8}, {@code yaml-several-documents}.
 *
 * @param code the stable name of the kind of fault
 * @param at where it is
 * @param message what is wrong, in words for people, without the place
 */
public record YamlFault(String code, SourceRange at, String message) {
    /**
     * Checks that nothing is missing.
     *
     * @param code the stable name of the kind of fault
     * @param at where it is
     * @param message what is wrong, in words for people, without the place
     */
    public YamlFault {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(message, "message");
    }

    /** {@return {@code source:line:column: error[code]: message}} */
    @Override
    public String toString() {
        return at + ": error[" + code + "]: " + message;
    }
}
