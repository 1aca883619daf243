package io.ephor.engine.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.GroupVersionKind;
import io.ephor.Operation;
import io.ephor.UserInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules are matched against: an object and the request it came with. Made once per evaluation, for any number of
 * rules; used by one thread.
 *
 * <p>Only the kind is looked up at once. Everything else is read from the object when a filter asks for it.
 */
public final class MatchRequest {
    private static final String EPHEMERAL_CONTAINERS = "ephemeralcontainers";

    private final @Nullable JsonNode object;
    private final EvaluationContext context;
    private final String kind;
    private final Map<String, String> givenLabels;
    private final boolean operationKnown;
    private final boolean userKnown;
    private @Nullable Details details;

    private MatchRequest(
            @Nullable JsonNode object,
            EvaluationContext context,
            Map<String, String> namespaceLabels,
            boolean operationKnown) {
        this.object = object != null && object.isObject() ? object : null;
        this.context = context;
        this.givenLabels = namespaceLabels;
        this.operationKnown = operationKnown;
        this.userKnown = !context.user().isEmpty();
        this.kind = kind(this.object, context);
    }

    /** Returns the kind that a request for an object in a context is about; empty where none is known. */
    public static String kind(@Nullable JsonNode object, EvaluationContext context) {
        GroupVersionKind given = context.kind();
        return given != null ? given.kind() : statedKind(object);
    }

    /**
     * {@return the request to match an object in a context}
     *
     * @param object the new object, or the old one where there is no new one; null or anything but a JSON object matches
     *     no rule
     */
    public static MatchRequest of(@Nullable JsonNode object, EvaluationContext context) {
        return new MatchRequest(object, context, context.namespaceLabels(), true);
    }

    /**
     * {@return a request as {@link #of(JsonNode, EvaluationContext)} does, with other labels of the namespace than those of
     * the context}
     */
    public static MatchRequest of(@Nullable JsonNode object, EvaluationContext context, Map<String, String> labels) {
        return new MatchRequest(object, context, labels, true);
    }

    /** {@return a request as {@link #of(JsonNode, EvaluationContext)} does, whose operation is not known: no filter on operations holds} */
    public static MatchRequest withoutOperation(@Nullable JsonNode object, EvaluationContext context) {
        return new MatchRequest(object, context, context.namespaceLabels(), false);
    }

    /** {@return the object, or null where it is none} */
    public @Nullable JsonNode object() {
        return object;
    }

    /** {@return the kind of the request, such as {@code Pod}; that of the object where the request names none} */
    public String kind() {
        return kind;
    }

    /** {@return the subresource that the request is for; empty for the resource itself} */
    public String subresource() {
        return context.subresource();
    }

    /** {@return the API group of the kind} */
    String group() {
        return details().group;
    }

    /** {@return the version of the kind} */
    String version() {
        return details().version;
    }

    /** {@return whether the kind of the request is the one that the object states} */
    boolean isOfStatedKind() {
        return context.kind() == null;
    }

    /** {@return whether the object states a group and version} */
    boolean states(String apiVersion) {
        return text(object, "apiVersion").equals(apiVersion);
    }

    boolean concernsEphemeralContainersOfPod() {
        return EPHEMERAL_CONTAINERS.equals(context.subresource())
                && kind.equals("Pod")
                && version().equals("v1")
                && group().isEmpty();
    }

    @Nullable
    Operation operation() {
        return operationKnown ? context.operation() : null;
    }

    UserInfo user() {
        return context.user();
    }

    /** {@return whether anything is known of the user} */
    boolean isUserKnown() {
        return userKnown;
    }

    /** {@return the kind that the object itself states; empty where it states none} */
    String objectKind() {
        return text(object, "kind");
    }

    /** {@return the name of the object, or its {@code generateName} where it has none} */
    String name() {
        JsonNode metadata = metadata();
        String name = text(metadata, "name");
        return name.isEmpty() ? text(metadata, "generateName") : name;
    }

    /** {@return the name of the object; empty where it has none} */
    String givenName() {
        return text(metadata(), "name");
    }

    String namespace() {
        return RequestNamespace.of(object, context);
    }

    TextMap labels() {
        Details all = details();
        TextMap labels = all.labels;
        if (labels == null) {
            labels = ObjectTexts.of(field(metadata(), "labels"));
            all.labels = labels;
        }
        return labels;
    }

    TextMap annotations() {
        Details all = details();
        TextMap annotations = all.annotations;
        if (annotations == null) {
            annotations = ObjectTexts.of(field(metadata(), "annotations"));
            all.annotations = annotations;
        }
        return annotations;
    }

    TextMap namespaceLabels() {
        Details all = details();
        TextMap labels = all.namespaceLabels;
        if (labels == null) {
            labels = new GivenTexts(givenLabels);
            all.namespaceLabels = labels;
        }
        return labels;
    }

    private Details details() {
        Details known = details;
        if (known == null) {
            GroupVersionKind given = context.kind();
            known = new Details(given != null ? given : statedGroupVersionKind(object));
            details = known;
        }
        return known;
    }

    private @Nullable JsonNode metadata() {
        return field(object, "metadata");
    }

    private static String statedKind(@Nullable JsonNode object) {
        return hasUnreadableVersion(object) ? "" : text(object, "kind");
    }

    private static GroupVersionKind statedGroupVersionKind(@Nullable JsonNode object) {
        return object == null || hasUnreadableVersion(object)
                ? new GroupVersionKind("", "", "")
                : GroupVersionKind.of(object);
    }

    /** Kubernetes reads no kind at all from an object whose {@code apiVersion} has more than one slash. */
    private static boolean hasUnreadableVersion(@Nullable JsonNode object) {
        String apiVersion = text(object, "apiVersion");
        int slash = apiVersion.indexOf('/');
        return slash >= 0 && apiVersion.indexOf('/', slash + 1) >= 0;
    }

    private static @Nullable JsonNode field(@Nullable JsonNode node, String name) {
        return node == null ? null : node.get(name);
    }

    private static String text(@Nullable JsonNode node, String name) {
        JsonNode value = field(node, name);
        return value != null && value.isTextual() ? value.textValue() : "";
    }

    /** What only some filters ask for, once it was asked for. */
    private static final class Details {
        private final String group;
        private final String version;
        private @Nullable TextMap labels;
        private @Nullable TextMap annotations;
        private @Nullable TextMap namespaceLabels;

        private Details(GroupVersionKind kind) {
            this.group = kind.group();
            this.version = kind.version();
        }
    }
}
