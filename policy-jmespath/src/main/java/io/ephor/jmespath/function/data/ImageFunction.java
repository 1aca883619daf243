package io.ephor.jmespath.function.data;

import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.ImageDefaults;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.Signature;
import io.ephor.values.ImageReference;
import io.ephor.values.ImageReferenceException;
import java.util.List;
import java.util.Objects;

/**
 * {@code image_normalize}: an image reference with its registry and its digest or tag.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go, pkg/utils/image/infos.go
 */
final class ImageFunction {
    static final List<NamedFunction> ALL = List.of(new NamedFunction(
            Signature.of("image_normalize", STRING),
            (given, context) -> normalize(given.get(0).textValue(), context.images())));

    private ImageFunction() {}

    private static JsonNode normalize(String image, ImageDefaults defaults) {
        try {
            return TextNode.valueOf(ImageReference.normalize(image, defaults.registry(), defaults.mutation())
                    .reference());
        } catch (ImageReferenceException exception) {
            throw FunctionException.of("image_normalize", Objects.requireNonNull(exception.getMessage()));
        }
    }
}
