package io.ephor.jmespath.function.arithmetic;

import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.Signature;
import io.ephor.values.SemanticVersion;
import io.ephor.values.SemanticVersionRange;
import java.util.List;
import java.util.Objects;

/** {@code semver_compare}. */
public final class VersionFunctions {
    /** All of them. */
    public static final List<NamedFunction> ALL = List.of(new NamedFunction(
            Signature.of("semver_compare", STRING, STRING), (given, context) -> BooleanNode.valueOf(isInRange(given))));

    /** Kyverno: pkg/engine/jmespath/functions.go drops the error of a text that is no version. */
    private static final SemanticVersion NO_VERSION = SemanticVersion.parse("0.0.0");

    private VersionFunctions() {}

    private static boolean isInRange(List<JsonNode> given) {
        SemanticVersion version = SemanticVersion.tryParse(given.get(0).textValue());
        try {
            return SemanticVersionRange.parse(given.get(1).textValue())
                    .contains(version == null ? NO_VERSION : version);
        } catch (IllegalArgumentException fault) {
            throw new FunctionException(Objects.requireNonNull(fault.getMessage()));
        }
    }
}
