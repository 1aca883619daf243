package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import java.util.Objects;

/** The {@code list} of a loop, which is an expression without braces. */
public final class LoopList {
    private LoopList() {}

    /**
     * Compiles the list of a loop. One that is no valid expression is never there, which is a warning.
     *
     * @param loop the loop
     * @param pointer the JSON pointer of the loop
     * @param queries compiles the expression
     * @param faults takes the warning
     * @return the query, which says itself whether it is valid
     */
    public static Query compile(JsonNode loop, String pointer, QueryCompiler queries, FaultCollector faults) {
        Query list =
                queries.compile(Objects.requireNonNullElse(loop.path("list").textValue(), ""));
        if (!list.isValid()) {
            String message = "the list is never there: " + ExpressionFaults.message(list);
            faults.report(Fault.warning(ExpressionFaults.INVALID_EXPRESSION, pointer + "/list", message));
        }
        return list;
    }
}
