/** Values as Kubernetes and Kyverno read them. */
module io.ephor.values {
    requires transitive com.fasterxml.jackson.databind;
    requires static transitive org.jspecify;
    requires org.snakeyaml.engine;

    exports io.ephor.values;
}
