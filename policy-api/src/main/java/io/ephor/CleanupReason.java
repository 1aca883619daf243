package io.ephor;

/** Why a resource would be deleted or stays. */
public enum CleanupReason {
    /** The policy matches the resource, does not exclude it, and its conditions hold: it would be deleted. */
    MATCHED,
    /** The resource lives in another namespace than the policy. */
    OTHER_NAMESPACE,
    /** The resource has none of the kinds that {@code match} names, and is never looked at. */
    OTHER_KIND,
    /** {@code match} does not select the resource. */
    NOT_MATCHED,
    /** {@code exclude} selects the resource. */
    EXCLUDED,
    /** {@code match} selects the resource and a condition does not hold. */
    CONDITION_NOT_MET,
    /** The time in the label of the resource is over: it would be deleted. */
    EXPIRED,
    /** The time in the label of the resource is not over. */
    NOT_EXPIRED,
    /** The resource has no label with a time to live. */
    NO_TIME_TO_LIVE,
    /** The label of the resource is no time, and is passed over. */
    UNREADABLE_TIME_TO_LIVE,
    /** The resource is being deleted already. */
    BEING_DELETED,
    /** Nobody can tell; the resource stays. */
    ERROR
}
