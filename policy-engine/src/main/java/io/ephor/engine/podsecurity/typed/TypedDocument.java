package io.ephor.engine.podsecurity.typed;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document read as one of Kubernetes' types. Immutable.
 *
 * @param value the document, in which each known field has its exact name and a value of its type, and none is null; the
 *     given document itself where it is so; nobody may write to it
 * @param fault why the document cannot be read, in the words of Go's decoder; null if it can
 */
public record TypedDocument(JsonNode value, @Nullable String fault) {
    private static final TypeReader TYPES =
            new TypeReader(List.of(ObjectTypeTable.TEXT, PodTypeTable.TEXT, VolumeTypeTable.TEXT));
    private static final GoStructure POD = TYPES.structure("v1.Pod");
    private static final GoStructure DEPLOYMENT = TYPES.structure("v1.Deployment");
    private static final GoStructure CRON_JOB = TYPES.structure("v1.CronJob");

    /**
     * Reads a pod.
     *
     * @param document the document
     * @param numbers how its numbers are seen
     * @return what was read
     */
    public static TypedDocument pod(JsonNode document, NumberView numbers) {
        return read(POD, document, numbers);
    }

    /**
     * Reads a document that has a template of a pod, as a deployment.
     *
     * @param document the document
     * @param numbers how its numbers are seen
     * @return what was read
     */
    public static TypedDocument deployment(JsonNode document, NumberView numbers) {
        return read(DEPLOYMENT, document, numbers);
    }

    /**
     * Reads a cron job.
     *
     * @param document the document
     * @param numbers how its numbers are seen
     * @return what was read
     */
    public static TypedDocument cronJob(JsonNode document, NumberView numbers) {
        return read(CRON_JOB, document, numbers);
    }

    private static TypedDocument read(GoStructure type, JsonNode document, NumberView numbers) {
        if (new ExactReading(numbers).isExact(document, type)) {
            return new TypedDocument(document, null);
        }
        return new TypedReading(numbers).read(document, type);
    }
}
