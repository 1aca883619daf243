package io.ephor.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Lookups with prepared answers, for tests and examples. Thread-safe.
 *
 * <pre>{@code
 * InMemoryLookups world = InMemoryLookups.builder()
 *         .configMap("otp", "codes", data)
 *         .apiCall("GET", "/api/v1/namespaces", namespaces)
 *         .build();
 * EvaluationContext context = EvaluationContext.builder().lookups(world.lookups()).build();
 * }</pre>
 *
 * <p>A question without a prepared answer fails loudly: the rule ends in status error, whatever defaults its context
 * entries have, and the cause of the result is an {@link IllegalStateException} that says what was asked and what is
 * prepared. Of a namespace that is not prepared nothing is known, so that no policy exception applies. Of the kinds of
 * the prepared resources, and of those named as {@link Builder#kind prepared}, there are those resources and no others;
 * a question for resources of another kind fails. {@link #asked} tells what was asked.
 */
public final class InMemoryLookups {
    private static final String NAMESPACE = "namespace ";

    private final Map<String, Object> answers;
    private final InMemoryResources resources;
    private final List<String> asked = new ArrayList<>();

    private InMemoryLookups(Builder builder) {
        this.answers = Map.copyOf(builder.answers);
        this.resources = new InMemoryResources(builder.resources, builder.kinds);
    }

    /** {@return a builder without any answer} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return lookups of every kind but for signatures of images and hosts, for an evaluation context; of namespaces where
     * one is prepared}
     */
    public Lookups lookups() {
        Lookups.Builder lookups = Lookups.builder()
                .configMaps((namespace, name) -> answer(configMapQuestion(namespace, name), JsonNode.class))
                .apiCalls((method, path, body) -> answer(apiCallQuestion(method, path), ResponseBody.class))
                .serviceCalls(
                        request -> answer(serviceQuestion(request.method(), request.url()), ServiceResponse.class))
                .globalContext((name, projection) -> answer(globalQuestion(name, projection), JsonNode.class))
                .images(request -> answer(imageQuestion(request.reference()), JsonNode.class))
                .manifestSignatures(request -> answer(manifestQuestion(request), ManifestVerification.class))
                .resources(new AskedResources());
        if (answers.keySet().stream().anyMatch(question -> question.startsWith(NAMESPACE))) {
            lookups.namespaces(name -> answer(NAMESPACE + name, Labels.class).byName());
        }
        return lookups.build();
    }

    /**
     * {@return the questions so far, in the order in which they were asked} Each is a line such as
     * {@code configMap otp/codes}, {@code apiCall GET /api/v1/namespaces}, {@code service POST https://example.com/check},
     * {@code global deployments.names}, {@code image nginx:1.25}, {@code namespace otp}, {@code resource v1/Secret otp/codes},
     * {@code resources apps/v1/Deployment in otp where app=web} or {@code manifest web by MFkwEwYH…}.
     */
    public List<String> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    private void ask(String question) {
        synchronized (asked) {
            asked.add(question);
        }
    }

    private <T> T answer(String question, Class<T> kind) {
        ask(question);
        Object answer = answers.get(question);
        if (answer instanceof LookupException exception) {
            throw exception;
        }
        if (answer == null) {
            throw new IllegalStateException("nothing is prepared for `" + question + "`, only for "
                    + answers.keySet().stream().sorted().limit(20).toList());
        }
        return kind.cast(answer);
    }

    private static String configMapQuestion(String namespace, String name) {
        return "configMap " + namespace + "/" + name;
    }

    private static String apiCallQuestion(String method, String path) {
        return "apiCall " + method + " " + path;
    }

    private static String serviceQuestion(String method, String url) {
        return "service " + method + " " + url;
    }

    private static String globalQuestion(String name, String projection) {
        return "global " + name + (projection.isEmpty() ? "" : "." + projection);
    }

    private static String imageQuestion(String reference) {
        return "image " + reference;
    }

    private static String manifestQuestion(ManifestSignatureRequest request) {
        String name = request.resource().path("metadata").path("name").textValue();
        return manifestQuestion(Objects.requireNonNullElse(name, ""), request.publicKey());
    }

    /** The lines around a key, and its line breaks, are left out. */
    private static String manifestQuestion(String name, String publicKey) {
        return "manifest " + name + " by " + publicKey.replaceAll("-----[^-]*-----|\\s", "");
    }

    /** Collects prepared answers; one that is given again replaces the earlier one. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Object> answers = new LinkedHashMap<>();
        private final List<JsonNode> resources = new ArrayList<>();
        private final List<ResourceKind> kinds = new ArrayList<>();

        private Builder() {}

        /**
         * Prepares a config map.
         *
         * @param namespace the namespace of the config map
         * @param name the name of the config map
         * @param data what stands below {@code data}; never written to
         * @return this builder
         */
        public Builder configMap(String namespace, String name, JsonNode data) {
            ObjectNode configMap = JsonNodeFactory.instance.objectNode();
            configMap.set("data", Objects.requireNonNull(data, "data"));
            configMap.putObject("metadata").put("name", name).put("namespace", namespace);
            return put(configMapQuestion(namespace, name), configMap);
        }

        /**
         * Prepares the answer to a call of the API server.
         *
         * @param method {@code GET} or {@code POST}
         * @param path the path with its query
         * @param body the body of the response; never written to
         * @return this builder
         */
        public Builder apiCall(String method, String path, JsonNode body) {
            return put(apiCallQuestion(method, path), ResponseBody.ofJson(body));
        }

        /**
         * Prepares the failure of a call of the API server.
         *
         * @param method {@code GET} or {@code POST}
         * @param path the path with its query
         * @param failure what the lookup throws
         * @return this builder
         */
        public Builder apiCall(String method, String path, LookupException failure) {
            return put(apiCallQuestion(method, path), failure);
        }

        /**
         * Prepares the answer of a service.
         *
         * @param method {@code GET} or {@code POST}
         * @param url the URL
         * @param response the response
         * @return this builder
         */
        public Builder service(String method, String url, ServiceResponse response) {
            return put(serviceQuestion(method, url), response);
        }

        /**
         * Prepares an entry of the global context.
         *
         * @param name the name of the entry; with a projection {@code name.projection}
         * @param data the data; never written to
         * @return this builder
         */
        public Builder global(String name, JsonNode data) {
            return put(globalQuestion(name, ""), data);
        }

        /**
         * Prepares the metadata of an image.
         *
         * @param reference the image reference as the resource or the policy states it
         * @param metadata the metadata, as {@link ImageLookup} describes them; never written to
         * @return this builder
         */
        public Builder image(String reference, JsonNode metadata) {
            return put(imageQuestion(reference), metadata);
        }

        /**
         * Prepares the answer to whether a resource carries a signature of a key.
         *
         * @param name the name of the resource
         * @param publicKey the key, in PEM or without the lines around it
         * @param verification the answer
         * @return this builder
         */
        public Builder manifest(String name, String publicKey, ManifestVerification verification) {
            return put(manifestQuestion(name, publicKey), verification);
        }

        /**
         * Prepares the labels of a namespace.
         *
         * @param name the name of the namespace
         * @param labels the labels by name; copied
         * @return this builder
         */
        public Builder namespace(String name, Map<String, String> labels) {
            return put(NAMESPACE + name, new Labels(labels));
        }

        /**
         * Prepares resources that exist. There are no others of their kinds.
         *
         * @param existing the resources, each with {@code apiVersion}, {@code kind} and {@code metadata}, in the order in
         *     which a list shall hold them; never written to
         * @return this builder
         */
        public Builder resources(Collection<? extends JsonNode> existing) {
            resources.addAll(existing);
            return this;
        }

        /**
         * Prepares a kind of resource, of which there is nothing but what {@link #resources} says.
         *
         * @param kind the kind, without a subresource
         * @return this builder
         */
        public Builder kind(ResourceKind kind) {
            kinds.add(Objects.requireNonNull(kind, "kind"));
            return this;
        }

        private Builder put(String question, Object answer) {
            answers.put(question, Objects.requireNonNull(answer, "answer"));
            return this;
        }

        /** {@return the lookups} */
        public InMemoryLookups build() {
            return new InMemoryLookups(this);
        }
    }

    private final class AskedResources implements ResourceLookup {
        @Override
        public Optional<JsonNode> resource(ResourceKind kind, String namespace, String name) {
            ask("resource " + kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name);
            return resources.resource(kind, namespace, name);
        }

        @Override
        public List<JsonNode> resources(ResourceKind kind, String namespace, String labelSelector) {
            ask("resources " + kind + (namespace.isEmpty() ? "" : " in " + namespace)
                    + (labelSelector.isEmpty() ? "" : " where " + labelSelector));
            return resources.resources(kind, namespace, labelSelector);
        }
    }

    private record Labels(Map<String, String> byName) {
        private Labels {
            byName = Map.copyOf(byName);
        }
    }
}
