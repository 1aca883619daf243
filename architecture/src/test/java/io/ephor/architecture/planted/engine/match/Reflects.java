package io.ephor.architecture.planted.engine.match;

final class Reflects {
    private Reflects() {}

    static Class<?> find(String name) throws ClassNotFoundException {
        return Class.forName(name);
    }
}
