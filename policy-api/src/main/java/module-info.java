/** The words that callers and engine share. */
module io.ephor.api {
    requires transitive com.fasterxml.jackson.databind;
    requires transitive io.ephor.values;
    requires static transitive org.jspecify;

    exports io.ephor;
    exports io.ephor.explain;
    exports io.ephor.lookup;
    exports io.ephor.spi;
}
