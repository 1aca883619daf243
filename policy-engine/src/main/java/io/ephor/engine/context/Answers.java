package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.lookup.ImageRequest;
import io.ephor.lookup.LookupException;
import io.ephor.lookup.Lookups;
import io.ephor.lookup.ManifestSignatureRequest;
import io.ephor.lookup.ManifestVerification;
import io.ephor.lookup.ResourceKind;
import io.ephor.lookup.ResponseBody;
import io.ephor.lookup.ServiceRequest;
import io.ephor.lookup.ServiceResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the lookups in one evaluation: the same question is asked once, and an error is an answer too. Confined
 * to one thread.
 */
final class Answers {
    private final Lookups lookups;
    private final boolean remembered;
    private final Map<Object, Answer<?>> known = new HashMap<>();

    Answers(Lookups lookups, boolean remembered) {
        this.lookups = lookups;
        this.remembered = remembered;
    }

    Lookups lookups() {
        return lookups;
    }

    /** Returns a config map; null where there is none. */
    @Nullable
    JsonNode configMap(String namespace, String name) {
        var lookup = Objects.requireNonNull(lookups.configMaps());
        return answer(List.of("configMap", namespace, name), () -> lookup.configMap(namespace, name));
    }

    ResponseBody apiCall(String method, String path, String body) {
        var lookup = Objects.requireNonNull(lookups.apiCalls());
        return given(answer(List.of("apiCall", method, path, body), () -> lookup.call(method, path, body)));
    }

    ServiceResponse service(ServiceRequest request) {
        var lookup = Objects.requireNonNull(lookups.serviceCalls());
        return given(answer(request, () -> lookup.call(request)));
    }

    /** Returns an entry of the global context; null where there is none. */
    @Nullable
    JsonNode global(String name, String projection) {
        var lookup = Objects.requireNonNull(lookups.globalContext());
        return answer(List.of("global", name, projection), () -> lookup.globalEntry(name, projection));
    }

    JsonNode image(ImageRequest request) {
        var lookup = Objects.requireNonNull(lookups.images());
        List<String> question =
                List.of("image", request.reference(), request.namespace(), String.valueOf(request.credentials()));
        return given(answer(question, () -> lookup.image(request)));
    }

    /** Returns the labels of a namespace; null where there is none. */
    @Nullable
    Map<String, String> namespaceLabels(String name) {
        var lookup = Objects.requireNonNull(lookups.namespaces());
        return answer(List.of("namespace", name), () -> lookup.labels(name));
    }

    /** Returns an existing resource; empty where there is none. */
    Optional<JsonNode> resource(ResourceKind kind, String namespace, String name) {
        var lookup = Objects.requireNonNull(lookups.resources());
        return given(answer(List.of("resource", kind, namespace, name), () -> lookup.resource(kind, namespace, name)));
    }

    /** Returns existing resources as the lookup knows them: it may hold others, and things that are none. */
    List<JsonNode> resources(ResourceKind kind, String namespace, String labelSelector) {
        var lookup = Objects.requireNonNull(lookups.resources());
        return given(answer(
                List.of("resources", kind, namespace, labelSelector),
                () -> lookup.resources(kind, namespace, labelSelector)));
    }

    /** Returns whether a key signed a resource. */
    ManifestVerification manifest(ManifestSignatureRequest request) {
        var lookup = Objects.requireNonNull(lookups.manifestSignatures());
        List<Object> question = List.of(
                "manifest",
                new SameNode(request.resource()),
                request.attestor().toString(),
                request.annotationDomain(),
                request.repository(),
                request.rekorUrl());
        return given(answer(question, () -> lookup.verify(request)));
    }

    private static <T> T given(@Nullable T answer) {
        if (answer == null) {
            throw new FailedLookup("the lookup has no answer", false, null);
        }
        return answer;
    }

    private <T> @Nullable T answer(Object question, Supplier<@Nullable T> lookup) {
        if (!remembered) {
            return Answer.of(lookup).orThrow();
        }
        @SuppressWarnings("unchecked")
        Answer<T> answer = (Answer<T>) known.get(question);
        if (answer == null) {
            answer = Answer.of(lookup);
            known.put(question, answer);
        }
        return answer.orThrow();
    }

    /** A node in a question, which is that node alone: comparing whole resources takes longer than most answers. */
    private record SameNode(JsonNode node) {
        @Override
        public boolean equals(Object other) {
            return other instanceof SameNode that && node == that.node;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(node);
        }
    }

    /** A value or a failure; both absent for a lookup that returned null. */
    private record Answer<T>(@Nullable T value, @Nullable FailedLookup failure) {
        static <T> Answer<T> of(Supplier<@Nullable T> lookup) {
            try {
                return new Answer<>(lookup.get(), null);
            } catch (LookupException exception) {
                String text = Objects.requireNonNullElse(exception.getMessage(), "the lookup has no answer");
                return new Answer<>(null, new FailedLookup(text, exception.isForbidden(), exception));
            } catch (RuntimeException | StackOverflowError exception) {
                return new Answer<>(null, new FailedLookup("the lookup failed: " + exception, false, exception));
            }
        }

        @Nullable
        T orThrow() {
            if (failure != null) {
                throw failure;
            }
            return value;
        }
    }
}
