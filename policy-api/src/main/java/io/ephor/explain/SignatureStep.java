package io.ephor.explain;

import io.ephor.values.SourceRange;

/**
 * An attestor of {@code validate.manifests} that was asked whether it signed the resource.
 *
 * @param source the place of the attestor in the policy
 * @param attestor its path below {@code manifests}, such as {@code .attestors[0].entries[1].keys}; entries with several keys
 *     count as one for each of them
 * @param outcome what came of it
 * @param text who signed, which is empty where only the key is known; why nothing was verified; or what went wrong
 */
public record SignatureStep(SourceRange source, String attestor, Outcome outcome, String text) implements Step {
    /** What the question for a signature came to. */
    public enum Outcome {
        /** The resource is what the attestor signed. */
        VERIFIED,
        /** It is not. */
        REFUSED,
        /** There is no answer. */
        FAILED
    }
}
