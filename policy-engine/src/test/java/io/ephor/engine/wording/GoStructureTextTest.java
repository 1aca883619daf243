package io.ephor.engine.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.values.YamlDocument;
import org.junit.jupiter.api.Test;

class GoStructureTextTest {
    @Test
    void escapesTheKeysOfMaps() {
        String rule = "{name: r, imageExtractors: {'a\"b': [{path: /x}], \"c\\n\": [{path: /y}]}}";

        assertThat(GoStructureText.ofRule(YamlDocument.parse("r.yaml", rule).value()))
                .contains("\"imageExtractors\":{\"a\\\"b\":[{")
                .contains("],\"c\\n\":[{");
    }
}
