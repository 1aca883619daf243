package io.ephor.engine.read.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.engine.source.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the reader knows of a rule belongs to a part of the language that is listed. */
class KnownFieldsTest {
    private static final Set<String> OF_EVERY_RULE = Set.of("name", "validate");
    private static final Set<String> WORDS = Set.of("message", "assert");

    @Test
    void everyFieldOfRuleBelongsToListedFeature() {
        for (String version : PolicyShapes.versions()) {
            ObjectShape spec = (ObjectShape) field(PolicyShapes.ofVersion(version), "spec");
            ObjectShape rule = (ObjectShape) ((ListShape) field(spec, "rules")).item();
            List<String> fields = new ArrayList<>(rule.fieldNames());
            fields.removeAll(OF_EVERY_RULE);
            fields.addAll(bodyFields(rule, "validate"));
            fields.addAll(bodyFields(rule, "mutate"));

            assertThat(fields)
                    .hasSizeGreaterThan(15)
                    .allSatisfy(name -> assertThat(Feature.named(name)).as(name).isNotNull());
        }
    }

    private static List<String> bodyFields(ObjectShape rule, String body) {
        List<String> names = new ArrayList<>();
        for (String name : ((ObjectShape) field(rule, body)).fieldNames()) {
            if (!WORDS.contains(name)) {
                names.add(body + "." + name);
            }
        }
        return names;
    }

    private static Shape field(ObjectShape object, String name) {
        return Objects.requireNonNull(object.field(name));
    }
}
