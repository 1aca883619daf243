package io.ephor.patches.operations;

import io.ephor.values.GoQuote;
import io.ephor.values.NumberText;
import java.util.OptionalLong;

/** Indexes of lists, as Go's {@code Atoi} reads them: {@code +01} is one. */
final class ListIndex {
    private static final int MOST_CHARACTERS = 100;

    private ListIndex() {}

    static OptionalLong parse(String key) {
        return NumberText.parseInteger(key);
    }

    /** {@return why a key is no index} */
    static String fault(String key) {
        int start = key.startsWith("-") || key.startsWith("+") ? 1 : 0;
        boolean digits = start < key.length();
        for (int i = start; i < key.length() && digits; i++) {
            digits = key.charAt(i) >= '0' && key.charAt(i) <= '9';
        }
        String shown = key.length() > MOST_CHARACTERS ? key.substring(0, MOST_CHARACTERS) + "..." : key;
        return "strconv.Atoi: parsing " + GoQuote.of(shown) + ": " + (digits ? "value out of range" : "invalid syntax");
    }

    static String outside(long index) {
        return "Unable to access invalid index: " + index + ": invalid index referenced";
    }
}
