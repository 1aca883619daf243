package io.ephor.engine.cleanup;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.CleanupDecision;
import io.ephor.CleanupPolicy;
import io.ephor.CleanupReason;
import io.ephor.Diagnostic;
import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.PropagationPolicy;
import io.ephor.UserInfo;
import io.ephor.engine.cleanup.schedule.Schedule;
import io.ephor.engine.conditions.ConditionException;
import io.ephor.engine.conditions.UnmetCondition;
import io.ephor.engine.context.CompiledContext;
import io.ephor.engine.context.ContextOptions;
import io.ephor.engine.context.EvaluationScope;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.match.CompiledStatement;
import io.ephor.engine.match.MatchRequest;
import io.ephor.engine.match.RequestNamespace;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.values.SourceRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cleanup policy, ready to be evaluated. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/controllers/cleanup/controller.go
 */
public final class CompiledCleanup implements CleanupPolicy {
    private final CleanupDefinition definition;
    private final @Nullable Schedule schedule;
    private final CandidateKinds candidates;
    private final CompiledStatement match;
    private final @Nullable CompiledStatement exclude;
    private final @Nullable WrittenConditions conditions;
    private final CompiledContext context;
    private final QueryCompiler queries;
    private final ContextOptions options;
    private final CleanupPlaces places;
    private final List<Diagnostic> warnings;

    /**
     * Makes a policy of its parts.
     *
     * @param schedule when the policy runs, or null for never
     */
    CompiledCleanup(
            CleanupDefinition definition,
            @Nullable Schedule schedule,
            Parts parts,
            CleanupPlaces places,
            List<Diagnostic> warnings) {
        this.definition = definition;
        this.schedule = schedule;
        this.candidates = parts.candidates;
        this.match = parts.match;
        this.exclude = parts.exclude;
        this.conditions = parts.conditions;
        this.context = parts.context;
        this.queries = parts.queries;
        this.options = parts.options;
        this.places = places;
        this.warnings = List.copyOf(warnings);
    }

    /** Says whether a resource would be deleted now. */
    public CleanupDecision decide(JsonNode resource, EvaluationContext given) {
        EvaluationContext bare = withoutRequest(given);
        RuleScope scope = EvaluationScope.ofTarget(resource, bare, queries, options)
                .enter(definition.name(), namespace(), context);
        String namespace = RequestNamespace.of(resource, bare);
        Map<String, String> labels = namespace.isEmpty() || bare.lookups().namespaces() == null
                ? bare.namespaceLabels()
                : scope.namespaceLabels(namespace);
        if (labels == null) {
            return decision(
                    CleanupReason.ERROR, "the labels of namespace `" + namespace + "` are not known", places.match());
        }
        if (!namespace().isEmpty() && !namespace().equals(namespace)) {
            String message = "the policy is for namespace `" + namespace() + "`";
            return decision(CleanupReason.OTHER_NAMESPACE, message, places.namespace());
        }
        CleanupDecision unmatched = unmatched(MatchRequest.of(resource, bare, labels));
        return unmatched != null ? unmatched : ofConditions(scope);
    }

    /** There is no request: nobody asks, for no subresource, and the kind is that of the resource. */
    private static EvaluationContext withoutRequest(EvaluationContext given) {
        return given.toBuilder()
                .request(null)
                .oldResource(null)
                .operation(Operation.CREATE)
                .kind(null)
                .subresource("")
                .user(UserInfo.none())
                .build();
    }

    private @Nullable CleanupDecision unmatched(MatchRequest request) {
        if (!candidates.include(request)) {
            String message = "the resource is of no kind that `match` names";
            return decision(CleanupReason.OTHER_KIND, message, places.match());
        }
        String mismatch = match.explain(request);
        if (mismatch != null) {
            return decision(CleanupReason.NOT_MATCHED, "`match` does not select it: " + mismatch, places.match());
        }
        return exclude != null && exclude.matches(request)
                ? decision(CleanupReason.EXCLUDED, "`exclude` selects it", places.exclude())
                : null;
    }

    private CleanupDecision ofConditions(RuleScope scope) {
        WrittenConditions asked = conditions;
        if (asked == null) {
            return deletes("`match` selects it", scope);
        }
        try {
            UnmetCondition unmet = asked.compiled().unmet(scope);
            if (unmet == null) {
                return deletes("`match` selects it and the conditions hold", scope);
            }
            return CleanupDecision.builder(CleanupReason.CONDITION_NOT_MET, asked.text(unmet))
                    .source(places.of(unmet))
                    .missingLookups(scope.missingLookups())
                    .build();
        } catch (ConditionException exception) {
            return CleanupDecision.builder(
                            CleanupReason.ERROR, Objects.requireNonNullElse(exception.getMessage(), "no answer"))
                    .source(places.conditions())
                    .cause(RuleScope.lookupFailure(exception))
                    .missingLookups(scope.missingLookups())
                    .build();
        }
    }

    private CleanupDecision deletes(String message, RuleScope scope) {
        return CleanupDecision.builder(CleanupReason.MATCHED, message)
                .source(source())
                .propagationPolicy(propagationPolicy())
                .missingLookups(scope.missingLookups())
                .build();
    }

    private static CleanupDecision decision(CleanupReason reason, String message, SourceRange place) {
        return CleanupDecision.builder(reason, message).source(place).build();
    }

    @Override
    public String kind() {
        return definition.kind();
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public String namespace() {
        return definition.namespace();
    }

    @Override
    public Map<String, String> annotations() {
        return definition.annotations();
    }

    @Override
    public String schedule() {
        return definition.spec().path("schedule").textValue();
    }

    @Override
    public @Nullable PropagationPolicy propagationPolicy() {
        JsonNode written = definition.spec().path("deletionPropagationPolicy");
        return written.isTextual() ? PropagationPolicy.find(written.textValue()) : null;
    }

    @Override
    public Optional<Instant> nextExecution(Instant after, ZoneId zone) {
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(zone, "zone");
        return schedule == null ? Optional.empty() : schedule.next(after, zone);
    }

    @Override
    public List<Diagnostic> warnings() {
        return warnings;
    }

    @Override
    public SourceRange source() {
        return places.policy();
    }

    /** Returns the kind, the name and the place, such as {@code CleanupPolicy delta/old (cleanup.yaml:1:1)}. */
    @Override
    public String toString() {
        String key = namespace().isEmpty() ? name() : namespace() + "/" + name();
        return kind() + " " + key + " (" + source() + ")";
    }

    /**
     * What decides on a resource.
     *
     * @param exclude what is excluded, or null for nothing
     * @param conditions what must hold, or null for nothing
     */
    record Parts(
            CandidateKinds candidates,
            CompiledStatement match,
            @Nullable CompiledStatement exclude,
            @Nullable WrittenConditions conditions,
            CompiledContext context,
            QueryCompiler queries,
            ContextOptions options) {}
}
