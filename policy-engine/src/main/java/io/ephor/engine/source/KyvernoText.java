package io.ephor.engine.source;

import java.util.Objects;

/**
 * What Kyverno says about a fault, or warns of.
 *
 * @param step the step at which it finds it
 * @param text its text, to the letter
 */
public record KyvernoText(AdmissionStep step, String text) {
    public KyvernoText {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(text, "text");
    }
}
