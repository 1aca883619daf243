/** Kyverno's validation patterns. */
module io.ephor.patterns {
    requires transitive com.fasterxml.jackson.databind;
    requires transitive io.ephor.values;
    requires static transitive org.jspecify;

    exports io.ephor.patterns;
    exports io.ephor.patterns.leaf;
}
