package io.ephor.engine.cleanup;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.cleanup.schedule.Schedule;
import io.ephor.engine.cleanup.schedule.ScheduleOutcome;
import io.ephor.engine.cleanup.schedule.ScheduleReader;
import io.ephor.engine.conditions.CompiledConditions;
import io.ephor.engine.conditions.ConditionCompiler;
import io.ephor.engine.context.CompiledContext;
import io.ephor.engine.context.ContextCompiler;
import io.ephor.engine.context.ContextOptions;
import io.ephor.engine.match.CompiledKinds;
import io.ephor.engine.match.CompiledStatement;
import io.ephor.engine.match.FilterUse;
import io.ephor.engine.match.MatchBlock;
import io.ephor.engine.match.MatchReader;
import io.ephor.engine.match.ResourceFilter;
import io.ephor.engine.source.DocumentFaults;
import io.ephor.engine.source.Fault;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.values.Wildcard;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compiles cleanup policies. Immutable and thread-safe.
 *
 * <p>Kyverno: api/kyverno/v2/cleanup_policy_types.go, pkg/controllers/cleanup/controller.go
 */
public final class CleanupCompiler {
    private static final String SCHEDULE = "/spec/schedule";

    private final QueryCompiler queries;
    private final ContextOptions options;

    /** Creates a compiler of cleanup policies whose conditions have expressions. */
    public CleanupCompiler(QueryCompiler queries, ContextOptions options) {
        this.queries = queries;
        this.options = options;
    }

    /** Compiles a policy; null if its document has faults. */
    public @Nullable CompiledCleanup compile(CleanupDefinition policy, DocumentFaults faults) {
        JsonNode spec = policy.spec();
        Schedule schedule = schedule(spec.path("schedule"), faults);
        MatchReader reader = new MatchReader(faults);
        MatchBlock match = reader.block(spec.get("match"), "/spec/match");
        List<String> candidates = candidates(match);
        if (candidates.isEmpty()) {
            faults.report(Fault.warning(
                    "nothing-matched",
                    "/spec/match",
                    "`match` names no kind to list: the policy never deletes anything"));
        }
        CompiledContext context = new ContextCompiler(queries, faults).compile(spec.path("context"), "/spec/context");
        WrittenConditions conditions = conditions(spec, faults);
        MatchBlock exclude = spec.hasNonNull("exclude") ? reader.block(spec.get("exclude"), "/spec/exclude") : null;
        if (faults.hasErrors()) {
            return null;
        }
        CompiledCleanup.Parts parts = new CompiledCleanup.Parts(
                CompiledKinds.compile(candidates, false),
                CompiledStatement.compile(match, FilterUse.CLEANUP),
                exclude == null ? null : CompiledStatement.compile(exclude, FilterUse.CLEANUP),
                conditions,
                context,
                queries,
                options);
        return new CompiledCleanup(policy, schedule, parts, faults, faults.warnings());
    }

    private @Nullable WrittenConditions conditions(JsonNode spec, DocumentFaults faults) {
        CompiledConditions compiled = new ConditionCompiler(queries, faults).compileStated(spec, "conditions", "/spec");
        return compiled == null ? null : WrittenConditions.of(compiled, spec.path("conditions"));
    }

    /** Resources are listed of the kinds that {@code match} names, wherever it does; a kind with a wildcard lists nothing. */
    private static List<String> candidates(MatchBlock match) {
        List<String> kinds = new ArrayList<>();
        for (List<ResourceFilter> filters : List.of(match.all(), match.any())) {
            for (ResourceFilter filter : filters) {
                filter.kinds().stream()
                        .filter(kind -> !Wildcard.containsWildcard(kind))
                        .forEach(kinds::add);
            }
        }
        return kinds;
    }

    private static @Nullable Schedule schedule(JsonNode written, DocumentFaults faults) {
        if (!written.isTextual()) {
            return null;
        }
        ScheduleOutcome outcome = ScheduleReader.read(written.textValue());
        if (outcome instanceof ScheduleOutcome.Faulty faulty) {
            faults.report(Fault.error("invalid-schedule", SCHEDULE, "no schedule: " + faulty.message())
                    .withOffset(faulty.offset())
                    .withHelp("a schedule is `minute hour day-of-month month day-of-week`, such as `*/5 * * * *`"));
            return null;
        }
        if (outcome instanceof ScheduleOutcome.NeverRuns never) {
            faults.report(Fault.warning("schedule-never-runs", SCHEDULE, "the policy never runs: " + never.reason())
                    .withOffset(never.offset()));
            return null;
        }
        Schedule schedule = ((ScheduleOutcome.Runs) outcome).schedule();
        if (schedule.next(Instant.EPOCH, ZoneOffset.UTC).isEmpty()) {
            faults.report(Fault.warning("schedule-never-comes", SCHEDULE, "the schedule names a date that no year has")
                    .withHelp("Kyverno takes such a schedule as always due and runs it every second"));
        }
        return schedule;
    }
}
