package io.ephor.engine.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out at which fault of a document Kyverno stops, and with which text. Faults may come in any order.
 *
 * <p>Kyverno: pkg/validation/policy/validate.go, Validate
 */
final class Refusal {
    private static final String RULES = "/spec/rules/";
    private static final Comparator<Entry> ORDER = Comparator.comparingInt(
                    (Entry entry) -> entry.text.step().stage())
            .thenComparingInt(entry -> entry.text.step().isOfRules() ? entry.rule : 0)
            .thenComparing(entry -> entry.text.step());

    private final List<Entry> entries = new ArrayList<>();

    /** Takes what Kyverno says about a fault. */
    void add(KyvernoText text, String pointer, int diagnostic) {
        entries.add(new Entry(text, rule(pointer), diagnostic));
    }

    /** {@return where Kyverno stops, or null where it does not} */
    @Nullable
    Stop stop() {
        if (entries.isEmpty()) {
            return null;
        }
        List<Entry> inOrder = new ArrayList<>(entries);
        inOrder.sort(ORDER);
        Entry first = inOrder.get(0);
        return new Stop(first, first.text.step().isListed() ? listed(first, inOrder) : first.text.text());
    }

    private static String listed(Entry first, List<Entry> inOrder) {
        Set<String> texts = new LinkedHashSet<>();
        for (Entry entry : inOrder) {
            AdmissionStep step = entry.text.step();
            boolean together = first.text.step().stage() < 0 ? step == first.text.step() : step.isListed();
            if (together) {
                texts.add(entry.text.text());
            }
        }
        return texts.size() == 1 ? texts.iterator().next() : "[" + String.join(", ", texts) + "]";
    }

    /** {@return the index of the rule in which a pointer lies, or -1} */
    private static int rule(String pointer) {
        if (!pointer.startsWith(RULES)) {
            return -1;
        }
        int index = 0;
        for (int i = RULES.length(); i < pointer.length() && pointer.charAt(i) != '/'; i++) {
            index = index * 10 + Character.digit(pointer.charAt(i), 10);
        }
        return index;
    }

    private record Entry(KyvernoText text, int rule, int diagnostic) {}

    /** Where Kyverno stops. */
    static final class Stop {
        private final Entry entry;
        private final String text;

        private Stop(Entry entry, String text) {
            this.entry = entry;
            this.text = text;
        }

        /** {@return the index of the diagnostic of the fault; -1 where it has none} */
        int diagnostic() {
            return entry.diagnostic;
        }

        /** {@return the step at which Kyverno stops} */
        AdmissionStep step() {
            return entry.text.step();
        }

        /** {@return what Kyverno says} */
        String text() {
            return text;
        }

        /** Says whether Kyverno warns of something before it stops. */
        boolean comesAfter(KyvernoText warning, String pointer) {
            return ORDER.compare(new Entry(warning, rule(pointer), -1), entry) <= 0;
        }
    }
}
