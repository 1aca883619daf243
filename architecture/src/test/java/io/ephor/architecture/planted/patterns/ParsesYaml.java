package io.ephor.architecture.planted.patterns;

import org.snakeyaml.engine.v2.api.LoadSettings;

final class ParsesYaml {
    private ParsesYaml() {}

    static String label() {
        return LoadSettings.builder().build().getLabel();
    }
}
