package io.ephor.architecture.planted.patterns;

import io.ephor.architecture.planted.PlantedPolicy;

final class UsesTheApi {
    private UsesTheApi() {}

    static String name() {
        return PlantedPolicy.name();
    }
}
