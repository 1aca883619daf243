package io.ephor.engine.podsecurity.checks;

import java.util.List;

/**
 * What a check found wrong with a pod. Immutable.
 *
 * @param id the name of the check
 * @param reason what is wrong, in a few words
 * @param detail what is wrong, with the names of containers and volumes
 * @param errors the fields that are wrong, in the order of their discovery; empty for the check that names none
 */
public record FailedCheck(String id, String reason, String detail, List<FieldError> errors) {
    /** Copies the list. */
    public FailedCheck {
        errors = List.copyOf(errors);
    }

    /**
     * {@return the same failure with other fields}
     *
     * @param others the fields
     */
    public FailedCheck withErrors(List<FieldError> others) {
        return new FailedCheck(id, reason, detail, others);
    }
}
