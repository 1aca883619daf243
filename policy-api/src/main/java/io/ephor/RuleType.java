package io.ephor;

/** What a rule does, by the names that Kyverno gives in rule responses. */
public enum RuleType {
    VALIDATION("Validation"),
    MUTATION("Mutation"),
    GENERATION("Generation"),
    IMAGE_VERIFICATION("ImageVerify");

    private final String text;

    RuleType(String text) {
        this.text = text;
    }

    /** Returns the type as Kyverno writes it. */
    public String text() {
        return text;
    }
}
