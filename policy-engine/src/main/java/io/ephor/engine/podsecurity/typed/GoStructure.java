package io.ephor.engine.podsecurity.typed;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A structure of Go: its name without that of the package, and its fields. Immutable and thread-safe. */
final class GoStructure {
    private final String name;
    private final Map<String, GoField> exact = new HashMap<>();
    private final Map<String, GoField> folded = new HashMap<>();
    private final int longest;

    GoStructure(String name, List<GoField> fields) {
        this.name = name;
        int length = 0;
        for (GoField field : fields) {
            exact.put(field.name(), field);
            folded.putIfAbsent(fold(field.name()), field);
            length = Math.max(length, field.name().length());
        }
        this.longest = length;
    }

    String name() {
        return name;
    }

    @Nullable
    GoField exactly(String key) {
        return exact.get(key);
    }

    /** {@return the field of that name, or else the one that has it in another case; null where there is none} */
    @Nullable
    GoField field(String key) {
        GoField field = exact.get(key);
        if (field != null || key.length() > longest) {
            return field;
        }
        return folded.get(fold(key));
    }

    /** Two letters outside ASCII fold to one within it. */
    private static String fold(String key) {
        return key.replace('\u017f', 's').replace('\u212a', 'k').toLowerCase(Locale.ROOT);
    }
}
