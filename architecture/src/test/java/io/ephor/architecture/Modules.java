package io.ephor.architecture;

/**
 * The packages of each module below a root. The root is {@code io.ephor}, or that of the planted violations which show
 * that a rule can fail.
 */
record Modules(String root) {
    static final Modules EPHOR = new Modules("io.ephor");
    static final Modules PLANTED = new Modules("io.ephor.architecture.planted");

    String values() {
        return root + ".values..";
    }

    String jmespath() {
        return root + ".jmespath..";
    }

    String patterns() {
        return root + ".patterns..";
    }

    String patches() {
        return root + ".patches..";
    }

    String[] api() {
        return new String[] {root, root + ".lookup..", root + ".spi.."};
    }

    String engine() {
        return engineRoot() + "..";
    }

    String engineRoot() {
        return root + ".engine";
    }

    String test() {
        return root + ".test..";
    }

    String cli() {
        return root + ".cli..";
    }

    /** The modules that evaluate: pure, and free of I/O. */
    String[] core() {
        return new String[] {
            values(), jmespath(), patterns(), patches(), root, root + ".lookup..", root + ".spi..", engine()
        };
    }

    /** The modules that callers get. */
    String[] published() {
        return new String[] {
            values(),
            jmespath(),
            patterns(),
            patches(),
            root,
            root + ".lookup..",
            root + ".spi..",
            engine(),
            test(),
            cli()
        };
    }
}
