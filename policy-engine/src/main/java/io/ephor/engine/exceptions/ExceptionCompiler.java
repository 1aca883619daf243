package io.ephor.engine.exceptions;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.conditions.CompiledConditions;
import io.ephor.engine.conditions.ConditionCompiler;
import io.ephor.engine.match.CompiledStatement;
import io.ephor.engine.match.FilterUse;
import io.ephor.engine.match.MatchBlock;
import io.ephor.engine.match.MatchReader;
import io.ephor.engine.match.ResourceFilter;
import io.ephor.engine.podsecurity.Excludes;
import io.ephor.engine.source.DocumentFaults;
import io.ephor.engine.source.Fault;
import io.ephor.engine.variables.QueryCompiler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compiles policy exceptions. Immutable and thread-safe.
 *
 * <p>Kyverno: api/kyverno/v2/policy_exception_types.go
 */
public final class ExceptionCompiler {
    private final QueryCompiler queries;

    /** Creates a compiler of exceptions whose conditions have expressions. */
    public ExceptionCompiler(QueryCompiler queries) {
        this.queries = queries;
    }

    /** Compiles an exception; null if its document has faults. */
    public @Nullable CompiledException compile(ExceptionDefinition exception, DocumentFaults faults) {
        JsonNode spec = exception.spec();
        MatchBlock match = new MatchReader(faults).block(spec.get("match"), "/spec/match");
        List<ExceptedRules> excepted = excepted(spec.path("exceptions"), faults);
        warnOfUsers(spec, match, faults);
        if (match.any().isEmpty() && match.all().isEmpty()) {
            faults.report(Fault.warning(
                    "nothing-matched", "/spec/match", "`match` states no filter: the exception never applies"));
        }
        CompiledConditions conditions =
                new ConditionCompiler(queries, faults).compileStated(spec, "conditions", "/spec");
        if (faults.hasErrors()) {
            return null;
        }
        return new CompiledException(
                exception,
                excepted,
                CompiledStatement.compile(match, FilterUse.EXCEPTION),
                conditions,
                Excludes.compile(spec.path("podSecurity")),
                faults.warnings(),
                faults.locate(""));
    }

    private static List<ExceptedRules> excepted(JsonNode list, DocumentFaults faults) {
        List<ExceptedRules> excepted = new ArrayList<>();
        for (JsonNode item : list) {
            ExceptedRules rules = ExceptedRules.of(item);
            if (rules.policy().isEmpty()) {
                String pointer = "/spec/exceptions/" + excepted.size() + "/policyName";
                faults.error("missing-field", pointer, "expected the name of a policy");
            }
            excepted.add(rules);
        }
        return excepted;
    }

    /** A cluster refuses such an exception; here it holds wherever the user of a request is known. */
    private static void warnOfUsers(JsonNode spec, MatchBlock match, DocumentFaults faults) {
        if (!spec.path("background").asBoolean(true)) {
            return;
        }
        warnOfUsers(match.any(), "/spec/match/any/", faults);
        warnOfUsers(match.all(), "/spec/match/all/", faults);
    }

    private static void warnOfUsers(List<ResourceFilter> filters, String pointer, DocumentFaults faults) {
        for (int i = 0; i < filters.size(); i++) {
            if (!filters.get(i).admitsEveryUser()) {
                faults.report(Fault.warning(
                                "user-in-background",
                                pointer + i,
                                "the filter asks for a user, whom a background scan does not know")
                        .withHelp("set `background: false`, without which a cluster refuses the exception"));
            }
        }
    }
}
