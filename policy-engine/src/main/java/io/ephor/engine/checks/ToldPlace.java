package io.ephor.engine.checks;

import io.ephor.values.FieldPath;

/**
 * Where something is in the texts of Kyverno. The text is made only where a fault is told.
 *
 * @param pointer the JSON pointer of what is named by its path
 * @param suffix what stands behind the path, where Kyverno does not follow the document
 */
record ToldPlace(String pointer, String suffix) {
    String text() {
        return FieldPath.of(pointer) + suffix;
    }

    /** Returns a place with more behind it. */
    ToldPlace with(String more) {
        return new ToldPlace(pointer, suffix + more);
    }
}
