package io.ephor;

import org.jspecify.annotations.Nullable;

/** What becomes of the resources that a deleted resource owns, by the names of Kubernetes. */
public enum PropagationPolicy {
    /** They are deleted first. */
    FOREGROUND("Foreground"),
    /** They are deleted afterwards. */
    BACKGROUND("Background"),
    /** They stay. */
    ORPHAN("Orphan");

    private final String text;

    PropagationPolicy(String text) {
        this.text = text;
    }

    /** {@return the name as Kubernetes writes it} */
    public String text() {
        return text;
    }

    /**
     * {@return the policy of a name as Kubernetes writes it, or null where the text is none}
     *
     * @param text the name
     */
    public static @Nullable PropagationPolicy find(String text) {
        for (PropagationPolicy policy : values()) {
            if (policy.text.equals(text)) {
                return policy;
            }
        }
        return null;
    }
}
