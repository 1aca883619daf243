package io.ephor.engine.context;

import io.ephor.MissingLookup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The context entries of one rule that cannot be asked, and those of them that a query mentioned. One thread's. */
final class MissingLookups {
    private final Map<EntryName, String> unavailable = new LinkedHashMap<>();
    private final Map<EntryName, MissingLookup> noted = new LinkedHashMap<>();

    void add(CompiledContext context, int position) {
        CompiledEntry entry = context.entry(position);
        unavailable.put(entry.name(), entry.kind());
    }

    void note(String query) {
        if (unavailable.isEmpty()) {
            return;
        }
        for (Map.Entry<EntryName, String> entry : unavailable.entrySet()) {
            EntryName name = entry.getKey();
            if (!noted.containsKey(name) && name.isMentionedIn(query)) {
                noted.put(name, MissingLookup.of(name.text(), entry.getValue()));
            }
        }
    }

    List<MissingLookup> noted() {
        return noted.isEmpty() ? List.of() : new ArrayList<>(noted.values());
    }
}
