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
import io.ephor.engine.context.FailedLookup;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.match.CompiledKinds;
import io.ephor.engine.match.CompiledStatement;
import io.ephor.engine.match.MatchRequest;
import io.ephor.engine.match.RequestNamespace;
import io.ephor.engine.source.SourcePlaces;
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
    private static final String MATCH = "/spec/match";

    private final CleanupDefinition definition;
    private final @Nullable Schedule schedule;
    private final Parts parts;
    private final SourcePlaces places;
    private final SourceRange source;
    private final List<Diagnostic> warnings;

    /**
     * Makes a policy of its parts.
     *
     * @param schedule when the policy runs, or null for never
     * @param places where the nodes of the policy stand in its text
     */
    CompiledCleanup(
            CleanupDefinition definition,
            @Nullable Schedule schedule,
            Parts parts,
            SourcePlaces places,
            List<Diagnostic> warnings) {
        this.definition = definition;
        this.schedule = schedule;
        this.parts = parts;
        this.places = places;
        this.source = places.locate("");
        this.warnings = List.copyOf(warnings);
    }

    /** Says whether a resource would be deleted now. */
    public CleanupDecision decide(JsonNode resource, EvaluationContext given) {
        EvaluationContext context = withoutRequest(given);
        if (!namespace().isEmpty() && !namespace().equals(RequestNamespace.of(resource, context))) {
            String message = "the policy is for namespace `" + namespace() + "`";
            return decision(CleanupReason.OTHER_NAMESPACE, message, "/metadata/namespace");
        }
        if (!parts.candidates.matches(MatchRequest.of(resource, context))) {
            String message = "the resource is of no kind that `match` names";
            return decision(CleanupReason.OTHER_KIND, message, MATCH);
        }
        RuleScope scope = EvaluationScope.ofTarget(resource, context, parts.queries, parts.options)
                .enter(definition.name(), namespace(), parts.context);
        Map<String, String> labels;
        try {
            labels = scope.namespaceLabels(resource, context);
        } catch (FailedLookup failure) {
            return unknownLabels(resource, context, ": " + failure.text(), failure.getCause());
        }
        if (labels == null) {
            return unknownLabels(resource, context, "", null);
        }
        CleanupDecision unmatched = unmatched(MatchRequest.of(resource, context, labels));
        return unmatched != null ? unmatched : ofConditions(scope);
    }

    private CleanupDecision unknownLabels(
            JsonNode resource, EvaluationContext context, String reason, @Nullable Throwable cause) {
        String message =
                "the labels of namespace `" + RequestNamespace.of(resource, context) + "` are not known" + reason;
        return CleanupDecision.builder(CleanupReason.ERROR, message)
                .source(places.locate(MATCH))
                .cause(cause)
                .build();
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
        String mismatch = parts.match.explain(request);
        if (mismatch != null) {
            return decision(CleanupReason.NOT_MATCHED, "`match` does not select it: " + mismatch, MATCH);
        }
        return parts.exclude != null && parts.exclude.matches(request)
                ? decision(CleanupReason.EXCLUDED, "`exclude` selects it", "/spec/exclude")
                : null;
    }

    private CleanupDecision ofConditions(RuleScope scope) {
        WrittenConditions asked = parts.conditions;
        if (asked == null) {
            return deletes("`match` selects it", scope);
        }
        try {
            UnmetCondition unmet = asked.compiled().unmet(scope);
            if (unmet == null) {
                return deletes("`match` selects it and the conditions hold", scope);
            }
            return CleanupDecision.builder(CleanupReason.CONDITION_NOT_MET, asked.text(unmet))
                    .source(places.locate(asked.pointer(unmet)))
                    .missingLookups(scope.missingLookups())
                    .build();
        } catch (ConditionException exception) {
            return CleanupDecision.builder(
                            CleanupReason.ERROR, Objects.requireNonNullElse(exception.getMessage(), "no answer"))
                    .source(places.locate("/spec/conditions"))
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

    private CleanupDecision decision(CleanupReason reason, String message, String pointer) {
        return CleanupDecision.builder(reason, message)
                .source(places.locate(pointer))
                .build();
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
        return source;
    }

    /** Returns the kind, the name and the place, such as {@code CleanupPolicy delta/old (cleanup.yaml:1:1)}. */
    @Override
    public String toString() {
        return kind() + " " + key() + " (" + source() + ")";
    }

    /**
     * What decides on a resource.
     *
     * @param candidates the kinds of which resources are listed
     * @param match what is matched
     * @param exclude what is excluded, or null for nothing
     * @param conditions what must hold, or null for nothing
     * @param context what the conditions can take from elsewhere
     * @param queries compiles the expressions in texts
     * @param options the limits of contexts
     */
    record Parts(
            CompiledKinds candidates,
            CompiledStatement match,
            @Nullable CompiledStatement exclude,
            @Nullable WrittenConditions conditions,
            CompiledContext context,
            QueryCompiler queries,
            ContextOptions options) {}
}
