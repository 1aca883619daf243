package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationContext;
import io.ephor.NumberModel;
import io.ephor.Operation;
import io.ephor.engine.trail.Trail;
import io.ephor.engine.variables.PartScope;
import io.ephor.engine.variables.Query;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.engine.variables.QueryException;
import io.ephor.engine.variables.QueryPart;
import io.ephor.jmespath.SearchContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all rules of one evaluation share: the request, the answers of the lookups, the clock. Made for an evaluation
 * whose rules have something to ask; confined to one thread.
 */
public final class EvaluationScope {
    /** How many elements the loops of one evaluation may have: nested loops can multiply them without end. */
    static final int MOST_ELEMENTS = 1_000_000;

    private static final int COUNTED_AT_MOST = 16;

    private final @Nullable JsonNode resource;
    private final @Nullable JsonNode oldResource;
    private final EvaluationContext context;
    private final QueryCompiler queries;
    private final ContextOptions options;
    private final @Nullable Trail trail;
    // whether there is a request, which of a resource that is looked at by itself there is not
    private boolean requested = true;
    private @Nullable JsonNode object;
    private @Nullable ObjectNode root;
    private @Nullable Answers answers;
    private @Nullable Searches searches;
    // what was last found in the object by a query without functions
    private @Nullable String lastList;
    private @Nullable JsonNode lastObject;
    private @Nullable JsonNode lastFound;
    // what mutation made of the resource, as long as no rule after it has asked for the whole document
    private @Nullable JsonNode mutated;
    private @Nullable ImagesOfResource images;
    private @Nullable QueryException lastFailure;
    private long bytes;
    private int elements;

    /**
     * Makes a scope of an evaluation that nobody asks the reasons of.
     *
     * @param resource the new resource, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     */
    public EvaluationScope(
            @Nullable JsonNode resource,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            QueryCompiler queries,
            ContextOptions options) {
        this(resource, oldResource, context, queries, options, null);
    }

    /**
     * Makes a scope. Nothing is read or asked before a query needs it.
     *
     * @param resource the new resource, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     * @param trail where the values of queries are noted, or null where nobody asks for them
     */
    public EvaluationScope(
            @Nullable JsonNode resource,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            QueryCompiler queries,
            ContextOptions options,
            @Nullable Trail trail) {
        this.trail = trail;
        this.resource = resource;
        this.object = resource;
        this.oldResource = oldResource;
        this.context = context;
        this.queries = queries;
        this.options = options;
    }

    /**
     * {@return a scope for a resource that nobody made a request for: queries see it as {@code target}, and of the request
     * nothing but the namespace}
     *
     * <p>Kyverno: pkg/controllers/cleanup/controller.go
     *
     * @param target the resource
     */
    public static EvaluationScope ofTarget(
            JsonNode target, EvaluationContext context, QueryCompiler queries, ContextOptions options) {
        EvaluationScope scope = new EvaluationScope(target, null, context, queries, options);
        scope.requested = false;
        scope.root = RequestDocument.ofTarget(target);
        return scope;
    }

    /**
     * {@return what the queries of a rule see} The context of the rule is entered already.
     *
     * @param rule the name of the rule
     * @param policyNamespace the namespace of the policy; empty for a policy of the whole cluster
     */
    public RuleScope enter(String rule, String policyNamespace, CompiledContext entries) {
        return new RuleScope(this, rule, policyNamespace, entries);
    }

    /** Sets what mutation made of the resource: the rules that follow see it. */
    public void object(JsonNode object) {
        this.object = object;
        mutated = object;
    }

    ObjectNode root() {
        ObjectNode known = root;
        if (known == null) {
            known = RequestDocument.root(resource, oldResource, context);
            root = known;
        }
        if (mutated != null) {
            ContextDocument document = new ContextDocument(known);
            document.replace("request", "object", mutated);
            known = document.root();
            root = known;
            mutated = null;
        }
        return known;
    }

    /**
     * Says whether a rule sees the request and nothing else before it loads something or goes into a loop.
     *
     * @param rule the name of the rule
     */
    boolean isPlain(String rule) {
        return requested
                && context.variables().isEmpty()
                && !context.ruleVariables().containsKey(rule);
    }

    /** Returns a part of the request, or null where only the whole document can tell whether it is there. */
    @Nullable
    JsonNode part(QueryPart part) {
        return switch (part) {
            case OBJECT -> object;
            case OPERATION -> PartScope.text(context.operation());
            case ELEMENT, ELEMENT_INDEX -> null;
        };
    }

    /** Searches a value, and notes what came of it where somebody asks for steps. */
    JsonNode search(Query query, JsonNode value) {
        if (trail == null) {
            return query.search(value, searchContext());
        }
        JsonNode found;
        try {
            found = query.search(value, searchContext());
        } catch (QueryException exception) {
            trail.refused(query.text(), exception.text());
            throw exception;
        }
        trail.asked(query.text(), found);
        return found;
    }

    /** Searches a value; null where the search ends at a key that is not there. */
    @Nullable
    JsonNode find(Query query, JsonNode value) {
        if (trail == null) {
            return query.find(value, searchContext());
        }
        try {
            return search(query, value);
        } catch (QueryException exception) {
            if (exception.reason() == QueryException.Reason.UNKNOWN_KEY) {
                return null;
            }
            throw exception;
        }
    }

    /** Searches a value; null where the search ends in an error. */
    @Nullable
    JsonNode orNull(Query query, JsonNode value) {
        if (trail == null) {
            return query.orNull(value, searchContext());
        }
        try {
            return search(query, value);
        } catch (QueryException exception) {
            return null;
        }
    }

    /**
     * Finds what a query asks of the object. Rules often go through the same list one after the other, so the last one is
     * remembered, unless functions had a part in it, which may be of chance or of the time.
     *
     * @param query the query of the object alone
     */
    @Nullable
    JsonNode findInObject(Query query, JsonNode asked) {
        if (asked == lastObject && query.text().equals(lastList)) {
            return lastFound;
        }
        JsonNode found = find(query, asked);
        if (trail == null && query.text().indexOf('(') < 0) {
            lastList = query.text();
            lastObject = asked;
            lastFound = found;
        }
        return found;
    }

    /** Returns the operation of the request, or null where there is no request. */
    @Nullable
    Operation operation() {
        return requested ? context.operation() : null;
    }

    /** Adds the variables that were injected from outside. */
    void inject(String rule, ContextDocument document) {
        inject(context.variables(), document);
        if (!context.ruleVariables().isEmpty()) {
            inject(context.ruleVariables().getOrDefault(rule, Map.of()), document);
        }
    }

    private static void inject(Map<String, JsonNode> variables, ContextDocument document) {
        for (Map.Entry<String, JsonNode> variable : variables.entrySet()) {
            document.merge(VariablePath.parse(variable.getKey()), variable.getValue());
        }
    }

    boolean deletion() {
        return context.operation() == Operation.DELETE;
    }

    boolean isReadAsFloats(JsonNode object) {
        return object == resource && context.numberModel() == NumberModel.COMMAND_LINE;
    }

    @Nullable
    Trail trail() {
        return trail;
    }

    QueryCompiler queries() {
        return queries;
    }

    Answers answers() {
        Answers known = answers;
        if (known == null) {
            known = new Answers(context.lookups(), options.answersRemembered());
            answers = known;
        }
        return known;
    }

    ContextOptions options() {
        return options;
    }

    /** Returns what the next search may use from outside. */
    private SearchContext searchContext() {
        Searches known = searches;
        if (known == null) {
            known = new Searches(context);
            searches = known;
        }
        return known.next();
    }

    /** Returns the images of the resource; an object without keys where it has none. */
    JsonNode images() {
        ImagesOfResource known = images;
        if (known == null) {
            known = ImagesOfResource.of(resource);
            images = known;
        }
        return known.orThrow();
    }

    /**
     * Counts the JSON text of an entry. What is counted once stays counted, also for an entry that is loaded again.
     *
     * @throws QueryException if there would be too much
     */
    void spend(long more) {
        long most = options.mostBytes();
        if (most > 0 && bytes + more > most) {
            throw new QueryException(
                    QueryException.Reason.LOAD,
                    "context size limit exceeded: " + (bytes + more) + " bytes exceeds limit of " + most + " bytes",
                    null);
        }
        bytes += more;
    }

    /**
     * Returns how many bytes a value has as JSON text; nothing is counted where there is no limit.
     *
     * @throws ArithmeticException if a number in the value is no JSON
     */
    long length(JsonNode value) {
        return options.mostBytes() > 0 ? JsonLength.of(value, COUNTED_AT_MOST * options.mostBytes()) : 0;
    }

    /** Counts an element of a loop; false where there were too many. */
    boolean countElement() {
        return ++elements <= MOST_ELEMENTS;
    }

    void noteFailure(QueryException exception) {
        lastFailure = exception;
    }

    /** {@return the error of the entry that last could not be loaded again, or null} Nothing else tells of it. */
    public @Nullable QueryException lastFailure() {
        return lastFailure;
    }
}
