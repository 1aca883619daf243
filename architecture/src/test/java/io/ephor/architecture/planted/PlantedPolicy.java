package io.ephor.architecture.planted;

/** Stands for a type of policy-api. */
public final class PlantedPolicy {
    private PlantedPolicy() {}

    /** {@return a text} */
    public static String name() {
        return "planted";
    }
}
