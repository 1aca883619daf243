package io.ephor.patterns;

/**
 * {@code =(key)}: if the key is there, its value must match.
 *
 * <p>Kyverno: {@code pkg/engine/anchor/handlers.go}, equalityHandler
 */
final class EqualityKey extends KeyNode {
    EqualityKey(KeyName name, Node child) {
        super(name, child, Glance.PASS);
    }

    @Override
    boolean neverSkips() {
        return child().neverSkips();
    }
}
