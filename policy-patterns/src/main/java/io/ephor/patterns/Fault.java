package io.ephor.patterns;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why a value does not satisfy a node, on its way up through the slow pass.
 *
 * <p>Kyverno tells these errors apart by type where it has one, and else by words in their text
 * ({@code pkg/engine/anchor/error.go}), so that a value that contains the words is seen as a skip.
 */
sealed interface Fault {
    /** Whether it means that the pattern does not concern the value. */
    boolean skips();

    /** Whether it means that a key is there which must not be. */
    default boolean negates() {
        return false;
    }

    /** The place that is reported, null where Kyverno reports none. A skip has none. */
    default @Nullable Place place() {
        return null;
    }

    String text();

    /** The place that decided; its pattern side is reported. */
    Place decider();

    /** A mismatch. Its text is made once, when it is first needed. */
    final class Plain implements Fault {
        private final @Nullable Place place;
        private final Place decider;
        private final Supplier<String> words;
        private final boolean mayBeSkip;
        private @Nullable String text;

        Plain(@Nullable Place place, Place decider, Supplier<String> words) {
            this(place, decider, words, true);
        }

        Plain(Place place, Supplier<String> words) {
            this(place, place, words, true);
        }

        /**
         * Makes a mismatch.
         *
         * @param mayBeSkip whether the words that mean a skip can stand in the text
         */
        Plain(Place place, Supplier<String> words, boolean mayBeSkip) {
            this(place, place, words, mayBeSkip);
        }

        private Plain(@Nullable Place place, Place decider, Supplier<String> words, boolean mayBeSkip) {
            this.place = place;
            this.decider = decider;
            this.words = words;
            this.mayBeSkip = mayBeSkip;
        }

        @Override
        public @Nullable Place place() {
            return place;
        }

        @Override
        public boolean skips() {
            return mayBeSkip && AnchorWords.speaksOfSkip(text());
        }

        @Override
        public boolean negates() {
            return text().contains(AnchorWords.NEGATION);
        }

        @Override
        public String text() {
            String made = text;
            if (made == null) {
                made = words.get();
                text = made;
            }
            return made;
        }

        @Override
        public Place decider() {
            return decider;
        }
    }

    /** A conditional or global anchor whose value did not match, whatever the reason was. */
    record AnchorMismatch(String words, Fault reason) implements Fault {
        @Override
        public boolean skips() {
            return true;
        }

        @Override
        public String text() {
            return words + ": " + reason.text();
        }

        @Override
        public Place decider() {
            return reason.decider();
        }
    }

    /** A conditional anchor whose key is not in the value. */
    record AnchorMissing(Place decider) implements Fault {
        @Override
        public boolean skips() {
            return true;
        }

        @Override
        public String text() {
            return AnchorWords.CONDITIONAL + ": conditional anchor key doesn't exist in the resource";
        }
    }

    /** A key that must not be there. */
    record Forbidden(Place decider) implements Fault {
        @Override
        public boolean negates() {
            return true;
        }

        @Override
        public Place place() {
            return decider;
        }

        @Override
        public boolean skips() {
            return false;
        }

        @Override
        public String text() {
            return AnchorWords.NEGATION + ": " + decider.path() + " is not allowed";
        }
    }

    /** A map or a list that was left because of these skips. */
    record Skips(List<Fault> reasons) implements Fault {
        /** Adds to a list of skips that starts as the empty one, so that a value without skips needs no list. */
        static List<Fault> add(List<Fault> skips, Fault skip) {
            List<Fault> more = skips.isEmpty() ? new ArrayList<>() : skips;
            more.add(skip);
            return more;
        }

        @Override
        public boolean skips() {
            return true;
        }

        @Override
        public String text() {
            List<String> texts = new ArrayList<>(reasons.size());
            for (Fault reason : reasons) {
                texts.add(reason.text());
            }
            return String.join("; ", texts);
        }

        @Override
        public Place decider() {
            return reasons.get(0).decider();
        }
    }
}
