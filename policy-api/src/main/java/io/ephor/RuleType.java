package io.ephor;

/** What a rule does, by the names that Kyverno gives in rule responses. */
public enum RuleType {
    /** The rule judges the resource. */
    VALIDATION("Validation"),
    /** The rule changes the resource. */
    MUTATION("Mutation"),
    /** The rule makes other resources. */
    GENERATION("Generation"),
    /** The rule verifies the images of the resource. */
    IMAGE_VERIFICATION("ImageVerify");

    private final String text;

    RuleType(String text) {
        this.text = text;
    }

    /** {@return the type as Kyverno writes it} */
    public String text() {
        return text;
    }
}
