package io.ephor.patches.operations;

import io.ephor.values.PointerToken;
import java.util.ArrayList;
import java.util.List;

/**
 * A path of an operation, taken apart. What stands before the first slash is ignored. Immutable.
 *
 * @param text the path as it is written
 * @param raw the tokens as they are written
 * @param tokens the tokens decoded
 * @param nowhere whether the path has no slash and is not empty
 */
record Pointer(String text, List<String> raw, List<String> tokens, boolean nowhere) {
    /** Takes a path apart, which has at most so many segments. */
    static Pointer parse(String text, int most) {
        List<String> raw = new ArrayList<>();
        int slash = text.indexOf('/');
        boolean nowhere = slash < 0 && !text.isEmpty();
        while (slash >= 0) {
            if (raw.size() == most) {
                throw new OperationFault("a path has more than " + most + " segments");
            }
            int next = text.indexOf('/', slash + 1);
            raw.add(text.substring(slash + 1, next < 0 ? text.length() : next));
            slash = next;
        }
        List<String> tokens = new ArrayList<>(raw.size());
        for (String token : raw) {
            tokens.add(PointerToken.unescape(token));
        }
        return new Pointer(text, List.copyOf(raw), List.copyOf(tokens), nowhere);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** {@return the last token, decoded; empty where there is none} */
    String leaf() {
        return tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1);
    }
}
