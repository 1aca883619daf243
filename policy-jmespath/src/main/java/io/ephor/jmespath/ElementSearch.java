package io.ephor.jmespath;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.node.ElementSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An expression whose value is a list that it makes, such as {@code spec.containers[].image}, asked element by element: a
 * search allocates nothing. Immutable and thread-safe.
 *
 * <pre>{@code
 * ElementSearch images = JmesPath.compile("spec.containers[].image").elements();
 * JsonNode instead = images.search(pod, visitor);
 * }</pre>
 */
public final class ElementSearch {
    private final ElementSource source;

    ElementSearch(ElementSource source) {
        this.source = source;
    }

    /**
     * Searches a document.
     *
     * @param document the document; never written to
     * @param visitor takes the elements of the list, in any order, until it wants no more
     * @return what was found instead, where it is no list with elements: a missing node for a list without any, JSON's null
     *     for nothing, a value that stands in the document; null where elements were visited, or the
     *     {@linkplain ElementVisitor#isDoubtful visitor gave up}
     */
    public @Nullable JsonNode search(JsonNode document, ElementVisitor visitor) {
        Objects.requireNonNull(document, "document");
        return source.search(document, visitor);
    }
}
