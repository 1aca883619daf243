package io.ephor;

import io.ephor.values.NumberView;

/**
 * How the numbers of a resource are seen: as Kyverno's command line or as its admission webhook sees them. It is a way
 * of looking, never a copy: a number that no rule changed is written back as it was given.
 */
public enum NumberModel {
    /** Every number is a float64, in the matched object and in the context of expressions. */
    COMMAND_LINE(NumberView.FLOAT64, NumberView.FLOAT64),
    /** Whole numbers of the matched object are integers, all numbers in the context of expressions are float64. */
    ADMISSION(NumberView.AS_WRITTEN, NumberView.FLOAT64);

    private final NumberView object;
    private final NumberView context;

    NumberModel(NumberView object, NumberView context) {
        this.object = object;
        this.context = context;
    }

    /** {@return how patterns and selectors see the numbers of the resource} */
    public NumberView object() {
        return object;
    }

    /** {@return how expressions see the numbers of the resource} */
    public NumberView context() {
        return context;
    }
}
