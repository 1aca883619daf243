package io.ephor.engine.source;

/**
 * The steps in which Kyverno checks a policy, in their order. It stops at the first step that finds a fault; steps of one
 * {@link #stage} are taken together, rule by rule.
 *
 * <p>Kyverno: pkg/validation/policy/validate.go, Validate
 */
public enum AdmissionStep {
    PARSING(AdmissionStep.PARSED),
    SCHEMA(AdmissionStep.OF_SCHEMA),
    DECODING(0),
    NAMESPACE(1),
    ACTION_NAMES(2),
    USER_FILTERS(3),
    USER_VARIABLES(4),
    VARIABLES(5),
    METADATA(AdmissionStep.LISTED),
    DEPRECATED_FIELDS(AdmissionStep.LISTED),
    EXISTING_TARGETS(AdmissionStep.LISTED),
    TIMEOUTS(AdmissionStep.LISTED),
    RULE_NAMES(AdmissionStep.LISTED),
    OPERATIONS(AdmissionStep.LISTED_OF_RULES),
    CONFLICT(AdmissionStep.LISTED_OF_RULES),
    MATCH(AdmissionStep.LISTED_OF_RULES),
    EXCLUDE(AdmissionStep.LISTED_OF_RULES),
    TARGETS(AdmissionStep.LISTED_OF_RULES),
    CONTROLS(AdmissionStep.LISTED_OF_RULES),
    GENERATION(AdmissionStep.LISTED_OF_RULES),
    OVERRIDES_IN_NAMESPACE(AdmissionStep.LISTED_AT_LAST),
    RULE_OVERRIDES(9),
    OVERRIDES(10),
    PROCESSING(11),
    KINDS(12),
    PATCH(AdmissionStep.RULE),
    RESOURCES(AdmissionStep.RULE),
    ELEMENTS(AdmissionStep.RULE),
    CONTEXT(AdmissionStep.RULE),
    STATED_KINDS(AdmissionStep.RULE),
    BODY(AdmissionStep.RULE),
    IMAGES(AdmissionStep.RULE),
    CONTROLLERS(AdmissionStep.RULE),
    METADATA_TEXTS(AdmissionStep.RULE),
    SUBRESOURCES(AdmissionStep.RULE),
    OPERATORS(AdmissionStep.RULE);

    private static final int PARSED = -2;
    private static final int OF_SCHEMA = -1;
    private static final int LISTED = 6;
    private static final int LISTED_OF_RULES = 7;
    private static final int LISTED_AT_LAST = 8;
    private static final int RULE = 13;

    private final int stage;

    AdmissionStep(int stage) {
        this.stage = stage;
    }

    /** {@return the stage to which the step belongs} */
    int stage() {
        return stage;
    }

    /** {@return whether the rules of a policy take the steps of the stage one after the other} */
    boolean isOfRules() {
        return stage == LISTED_OF_RULES || stage == RULE;
    }

    /** {@return whether all faults of the steps like this one are collected, and told in one text} */
    boolean isListed() {
        return stage < 0 || (stage >= LISTED && stage <= LISTED_AT_LAST);
    }
}
