package io.ephor.patches.merge;

/**
 * A condition that a resource does not meet.
 *
 * @param global whether it gates the whole patch even where it stands in an element of a list
 * @param reason why it is not met
 */
record Unmet(boolean global, String reason) {
    /** {@return the text of the reference} */
    String text() {
        return (global ? "global condition failed: " : "condition failed: ") + reason;
    }
}
