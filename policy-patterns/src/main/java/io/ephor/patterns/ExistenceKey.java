package io.ephor.patterns;

/**
 * {@code ^(key)}: if the key is there, its list must have what the pattern's list names.
 *
 * <p>Kyverno: {@code pkg/engine/anchor/handlers.go}, existenceHandler
 */
final class ExistenceKey extends KeyNode {
    ExistenceKey(KeyName name, ExistenceNode child) {
        super(name, child, Glance.PASS);
    }
}
