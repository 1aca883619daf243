package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.EvaluationContext;
import io.ephor.MissingLookup;
import io.ephor.Operation;
import io.ephor.engine.match.RequestNamespace;
import io.ephor.engine.trail.Trail;
import io.ephor.engine.variables.Query;
import io.ephor.engine.variables.QueryException;
import io.ephor.engine.variables.QueryPart;
import io.ephor.engine.variables.QueryScope;
import io.ephor.lookup.ManifestSignatureRequest;
import io.ephor.lookup.ManifestVerification;
import io.ephor.lookup.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the queries of one rule see in one evaluation: the request, the context entries of the rule, the element of a
 * loop. Confined to one thread.
 *
 * <p>A loop makes a {@link #checkpoint}, and for each of its elements goes back to it ({@link #reset}), sets the
 * {@link #element} and enters its own context; at its end it calls {@link #restore}.
 *
 * <p>Kyverno: pkg/engine/context/context.go
 */
public final class RuleScope implements QueryScope {
    private static final int MOST_NESTED_LOADS = 100;

    private final EvaluationScope evaluation;
    private final String rule;
    private final String policyNamespace;
    private boolean deletion;
    /** Null as long as queries ask for no more than parts of the request and elements of loops. */
    private @Nullable LoadedDocument whole;
    /** The loop that the evaluation is in, as long as there is no whole. */
    private @Nullable LoopLevel loop;

    RuleScope(EvaluationScope evaluation, String rule, String policyNamespace, CompiledContext context) {
        this.evaluation = evaluation;
        this.rule = rule;
        this.policyNamespace = policyNamespace;
        this.deletion = evaluation.deletion();
        if (!context.isEmpty() || !evaluation.isPlain(rule)) {
            whole = new LoadedDocument(evaluation, this, rule, context);
        }
    }

    private LoadedDocument whole() {
        LoadedDocument made = whole;
        if (made == null) {
            made = new LoadedDocument(evaluation, this, rule, CompiledContext.EMPTY);
            made.enter(loop);
            whole = made;
        }
        return made;
    }

    /** Makes the entries of a context known, after the variables that were injected from outside. */
    public void enter(CompiledContext context) {
        if (whole != null || !context.isEmpty()) {
            whole().enter(context);
        }
    }

    /**
     * Sets the existing resource that is changed next, and makes the entries of its context known, in place of those that
     * the same context made known before. Entries of the rule that are loaded stay as they are.
     *
     * @param object the resource
     */
    public void target(JsonNode object, CompiledContext context) {
        whole().target(object, context);
    }

    @Override
    public JsonNode query(Query query) {
        JsonNode part = part(query);
        return part == null
                ? evaluation.search(query, whole().askedBy(query.text(), query))
                : evaluation.search(inPart(query), part);
    }

    /**
     * Asks a query as {@link #query(Query)} does, for something that may well not be there.
     *
     * @return the value; null where the query ends at a key that is not there
     * @throws QueryException if there is no value for another reason
     */
    public @Nullable JsonNode find(Query query) {
        JsonNode part = part(query);
        if (part == null) {
            return evaluation.find(query, whole().askedBy(query.text(), query));
        }
        return query.part() == QueryPart.OBJECT
                ? evaluation.findInObject(inPart(query), part)
                : evaluation.find(inPart(query), part);
    }

    /**
     * Asks a query as {@link #query(Query)} does, for a value that has a substitute.
     *
     * @return the value; null where the query ends in an error
     * @throws QueryException if a context entry that it mentions could not be loaded
     */
    @Nullable
    JsonNode orNull(Query query) {
        JsonNode part = part(query);
        return part == null
                ? evaluation.orNull(query, whole().askedBy(query.text(), query))
                : evaluation.orNull(inPart(query), part);
    }

    /** Returns the only part that a query looks at, or null where it needs the whole. */
    private @Nullable JsonNode part(Query query) {
        QueryPart part = whole == null ? query.part() : null;
        if (part == null) {
            return null;
        }
        JsonNode value = switch (part) {
            case OBJECT, OPERATION -> evaluation.part(part);
            case ELEMENT, ELEMENT_INDEX -> part(part, LoopLevel.atElement(loop));
        };
        return value == null || value.isNull() ? null : value;
    }

    private static @Nullable JsonNode part(QueryPart part, @Nullable LoopLevel at) {
        if (at == null) {
            return null;
        }
        return part == QueryPart.ELEMENT ? at.element() : JsonNodeFactory.instance.numberNode(at.index());
    }

    private static Query inPart(Query query) {
        return Objects.requireNonNull(query.inPart());
    }

    @Override
    public JsonNode query(String text) {
        JsonNode document = whole().askedBy(text, null);
        return evaluation.search(evaluation.queries().compileDynamic(text), document);
    }

    /** Searches a value that is not the document, without loading anything. */
    JsonNode search(String text, JsonNode value) {
        return evaluation.search(evaluation.queries().compileDynamic(text), value);
    }

    /** Does the same as {@link #search(String, JsonNode)}, for a value that has a substitute; null where it ends in an error. */
    @Nullable
    JsonNode orNull(String text, JsonNode value) {
        return evaluation.orNull(evaluation.queries().compileDynamic(text), value);
    }

    @Override
    public @Nullable Operation operation() {
        return whole == null ? evaluation.operation() : null;
    }

    @Override
    public boolean deletion() {
        return deletion;
    }

    /** Remembers the present state, to come back to it. */
    public void checkpoint() {
        if (whole == null) {
            loop = new LoopLevel(loop);
        } else {
            whole.checkpoint();
        }
    }

    /**
     * Goes back to the last checkpoint, which stays. Entries of before that were loaded are loaded again: those that
     * take their value from elsewhere keep what they fetched, variables are computed anew.
     */
    public void reset() {
        if (whole == null) {
            loop().leave();
        } else {
            whole.reset();
        }
    }

    /** Goes back to the last checkpoint, and removes it. */
    public void restore() {
        if (whole == null) {
            loop = loop().outer();
        } else {
            whole.restore();
        }
    }

    private LoopLevel loop() {
        return Objects.requireNonNull(loop, "no checkpoint");
    }

    /**
     * Sets the element of a loop.
     *
     * @param index the position of the element in the list
     * @param nesting how many loops there are around this one
     * @return false where the evaluation has seen as many elements as it may; nothing is set then
     */
    public boolean element(JsonNode element, int index, int nesting) {
        if (!evaluation.countElement()) {
            return false;
        }
        if (whole == null) {
            loop().enter(element, index, nesting);
        } else {
            whole.element(element, index, nesting);
        }
        return true;
    }

    /** {@return why there is no further element} */
    public String tooManyElements() {
        return "the loops of one evaluation have more than " + EvaluationScope.MOST_ELEMENTS
                + " elements (limit elements)";
    }

    /** {@return whether an object is the resource of the request, with all its numbers read as float64} */
    public boolean isReadAsFloats(JsonNode object) {
        return evaluation.isReadAsFloats(object);
    }

    /** Sets what the rule made of the object. */
    public void object(JsonNode object) {
        whole().document().replace("request", "object", object);
    }

    /**
     * Sets objects and operation, as if the request were another one.
     *
     * @param object the new object; null for none
     * @param oldObject the old object; null for none
     */
    public void request(@Nullable JsonNode object, @Nullable JsonNode oldObject, String operation) {
        ContextDocument document = whole().document();
        document.replace("request", "object", orEmpty(object));
        document.replace("request", "oldObject", orEmpty(oldObject));
        document.replace("request", "operation", JsonNodeFactory.instance.textNode(operation));
        deletion = operation.equals("DELETE");
    }

    private static JsonNode orEmpty(@Nullable JsonNode object) {
        return object == null ? JsonNodeFactory.instance.objectNode() : object;
    }

    /** {@return the exception of a lookup that an error goes back to, or null} */
    public static @Nullable Throwable lookupFailure(Throwable error) {
        return LoadFailure.lookup(error);
    }

    /** {@return the lookups that were not given although a query mentioned an entry that needs them} */
    public List<MissingLookup> missingLookups() {
        return whole == null ? List.of() : whole.missingLookups();
    }

    /**
     * {@return the labels of the namespace of an object: as the lookup for namespaces knows them, if there is one, otherwise
     * those of the context; null where the lookup knows no such namespace}
     *
     * @param object the object
     * @param context the context of the evaluation, whatever the rule is evaluated on
     * @throws FailedLookup if the lookup has no answer
     */
    public @Nullable Map<String, String> namespaceLabels(JsonNode object, EvaluationContext context) {
        String namespace = RequestNamespace.of(object, context);
        return namespace.isEmpty() || context.lookups().namespaces() == null
                ? context.namespaceLabels()
                : evaluation.answers().namespaceLabels(namespace);
    }

    /** {@return whether existing resources can be asked for} */
    public boolean knowsResources() {
        return evaluation.answers().lookups().resources() != null;
    }

    /**
     * {@return an existing resource; empty where there is none}
     *
     * @throws FailedLookup if the lookup has no answer
     */
    public Optional<JsonNode> resource(ResourceKind kind, String namespace, String name) {
        return evaluation.answers().resource(kind, namespace, name);
    }

    /**
     * {@return existing resources as the lookup knows them, which may hold others and things that are no resources}
     *
     * @throws FailedLookup if the lookup has no answer
     */
    public List<JsonNode> resources(ResourceKind kind, String namespace, String labelSelector) {
        return evaluation.answers().resources(kind, namespace, labelSelector);
    }

    /** {@return whether signatures of manifests can be asked for} */
    public boolean knowsManifestSignatures() {
        return evaluation.answers().lookups().manifestSignatures() != null;
    }

    /**
     * {@return whether a key signed a resource}
     *
     * @throws FailedLookup if the lookup has no answer
     */
    public ManifestVerification verifyManifest(ManifestSignatureRequest request) {
        return evaluation.answers().manifest(request);
    }

    /** {@return what takes the steps, or null where nobody asks for them} */
    public @Nullable Trail trail() {
        return evaluation.trail();
    }

    EvaluationScope evaluation() {
        return evaluation;
    }

    String policyNamespace() {
        return policyNamespace;
    }

    int mostNestedLoads() {
        return MOST_NESTED_LOADS;
    }

    /** Puts the value of an entry in the place of whatever has its name. */
    void replaceEntry(EntryName name, JsonNode value, long bytes) {
        evaluation.spend(bytes);
        note(name, value);
        whole().document().replace(name.text(), value);
    }

    /** Merges the value of an entry into what has its name. */
    void mergeEntry(EntryName name, JsonNode value, long bytes) {
        evaluation.spend(bytes);
        note(name, value);
        whole().document().merge(name.text(), value);
    }

    private void note(EntryName name, JsonNode value) {
        Trail trail = evaluation.trail();
        if (trail != null) {
            trail.loaded(name.text(), value);
        }
    }

    /** Merges the images of the resource. They count for nothing. */
    void mergeImages(JsonNode images) {
        whole().document().merge("images", images);
    }

    /** Takes the error of an entry that could not be loaded again. The reference logs it. */
    void noteFailure(QueryException exception) {
        evaluation.noteFailure(exception);
    }
}
