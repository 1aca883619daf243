package io.ephor.engine.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.SourceRange;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may have signed a resource. Immutable and thread-safe. */
sealed interface Attestor {
    /**
     * A key.
     *
     * @param path where it stands, as messages tell it, such as {@code .attestors[0].entries[1].keys}
     * @param place the place of the entry in the policy
     * @param entry the entry as the policy states it, with this key alone
     * @param annotations what the annotations of the resource must be
     * @param repository where the signed manifest is; empty where the entry does not say
     * @param rekorUrl the transparency log; null where the entry states none, empty where it states one without a URL
     */
    record OfKey(
            String path,
            SourceRange place,
            JsonNode entry,
            Map<String, String> annotations,
            String repository,
            @Nullable String rekorUrl)
            implements Attestor {}

    /**
     * A set of attestors that counts as one.
     *
     * @param path where it stands, as messages tell it, such as {@code .attestors[0].entries[1].attestor}
     */
    record OfSet(String path, AttestorSet attestors) implements Attestor {}
}
