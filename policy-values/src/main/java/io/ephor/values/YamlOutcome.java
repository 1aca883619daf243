package io.ephor.values;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one document of a file: it was read, or it has faults. Immutable. */
public sealed interface YamlOutcome {
    /** {@return the place of the document, or of its first fault} */
    SourceRange at();

    /**
     * The document was read.
     *
     * @param document what was read
     */
    record Read(YamlDocument document) implements YamlOutcome {
        @Override
        public SourceRange at() {
            return document.range();
        }
    }

    /**
     * The document has faults.
     *
     * @param faults all that were found, at least one, in the order of the text
     * @param lenient when all faults are duplicate keys: the document as a lenient reader reads it, the last of the
     *     duplicates winning, so that its other faults can be looked for; else null
     */
    record Faulty(List<YamlFault> faults, @Nullable YamlDocument lenient) implements YamlOutcome {
        /**
         * Checks that there is a fault, and copies the list.
         *
         * @param faults all that were found, at least one, in the order of the text
         * @param lenient when all faults are duplicate keys: the document as a lenient reader reads it, the last of the duplicates winning, so that its other faults can be looked for; else null
         */
        public Faulty {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("a faulty document has at least one fault");
            }
        }

        @Override
        public SourceRange at() {
            return faults.get(0).at();
        }
    }

    /**
     * {@return the document}
     *
     * @throws YamlException if it has faults
     */
    default YamlDocument orThrow() {
        if (this instanceof Faulty faulty) {
            throw new YamlException(faulty.faults());
        }
        return ((Read) this).document();
    }
}
