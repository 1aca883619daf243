package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.ElementSearch;
import io.ephor.jmespath.JmesPath;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A query that looks at a part of what queries see, and finds there a value that stands in it, or a list that can be asked
 * element by element: neither takes more than the part. Immutable and thread-safe.
 */
public final class PartQuery {
    private final QueryPart part;
    private final JmesPath path;
    private final @Nullable ElementSearch elements;

    private PartQuery(QueryPart part, JmesPath path, @Nullable ElementSearch elements) {
        this.part = part;
        this.path = path;
        this.elements = elements;
    }

    /** {@return what a query asks of its part, or null where it needs more than that} */
    public static @Nullable PartQuery of(Query query) {
        QueryPart part = query.part();
        if (part == null || part == QueryPart.ELEMENT_INDEX) {
            return null;
        }
        JmesPath path = Objects.requireNonNull(query.inPart()).compiled();
        ElementSearch elements = path.elements();
        return elements == null && !path.isSelection() ? null : new PartQuery(part, path, elements);
    }

    /** {@return the part that is asked} */
    QueryPart part() {
        return part;
    }

    /** {@return whether the query makes a list, which can only be asked element by element} */
    public boolean makesList() {
        return elements != null;
    }

    /** Finds what is in the part; null where a key is missing. Not for a query that {@link #makesList}. */
    @Nullable
    JsonNode find(JsonNode document) {
        return path.find(document);
    }

    /** Hands on the elements of the list that the query makes of the part, as {@link ElementSearch#search} does. */
    @Nullable
    JsonNode each(JsonNode document, PartScope visitor) {
        return Objects.requireNonNull(elements, "elements").search(document, visitor);
    }
}
