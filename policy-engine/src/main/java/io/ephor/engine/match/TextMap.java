package io.ephor.engine.match;

import org.jspecify.annotations.Nullable;

/** Labels or annotations: texts by text. Never written to. */
sealed interface TextMap permits ObjectTexts, GivenTexts {
    /** Returns the value of a key, or null where there is no such key. */
    @Nullable
    String value(String key);

    /** Returns the first key, in the order of texts, whose pair matches both patterns; null where none does. */
    @Nullable
    String firstMatch(TextPattern key, TextPattern value);
}
