package io.ephor.engine.conditions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.engine.variables.Template;
import io.ephor.values.NumberView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles conditions. Used by one thread, during one load. */
public final class ConditionCompiler {
    private final QueryCompiler queries;
    private final FaultCollector faults;
    private final NumberView queried;

    /**
     * Makes a compiler.
     *
     * @param queries compiles the expressions
     * @param faults takes the faults of expressions
     */
    public ConditionCompiler(QueryCompiler queries, FaultCollector faults) {
        this(queries, faults, NumberView.FLOAT64);
    }

    /**
     * Makes a compiler.
     *
     * @param queries compiles the expressions
     * @param faults takes the faults of expressions
     * @param queried how numbers are seen that come out of queries
     */
    public ConditionCompiler(QueryCompiler queries, FaultCollector faults, NumberView queried) {
        this.queries = queries;
        this.faults = faults;
        this.queried = queried;
    }

    /**
     * Compiles the conditions of a field that may be left out.
     *
     * @param owner the object that may have the field
     * @param pointer the JSON pointer of the object in its document
     * @return the compiled conditions; null where the field is left out or null, so that nothing has to hold
     */
    public @Nullable CompiledConditions compileStated(JsonNode owner, String field, String pointer) {
        return owner.hasNonNull(field) ? compile(owner.get(field), pointer + "/" + field) : null;
    }

    /**
     * Compiles conditions.
     *
     * @param written the conditions, of the shape that the reader checked: an object with {@code any} and {@code all}, a
     *     list, or nothing
     * @param pointer the JSON pointer of the conditions in their document
     * @return the compiled conditions
     */
    public CompiledConditions compile(JsonNode written, String pointer) {
        if (written.isArray()) {
            return new CompiledConditions(null, conditions(written, pointer), true, pointer);
        }
        JsonNode any = written.path("any");
        return new CompiledConditions(
                any.isArray() ? conditions(any, pointer + "/any") : null,
                conditions(written.path("all"), pointer + "/all"),
                false,
                pointer);
    }

    private List<CompiledCondition> conditions(JsonNode list, String pointer) {
        List<CompiledCondition> conditions = new ArrayList<>(list.size());
        Side key = null;
        for (int i = 0; i < list.size(); i++) {
            Side own = side(list.get(i), "key", pointer + "/" + i);
            key = key != null && key.asksTheSameAs(own) ? key : own;
            conditions.add(condition(key, list.get(i), pointer + "/" + i));
        }
        return List.copyOf(conditions);
    }

    private CompiledCondition condition(Side key, JsonNode written, String pointer) {
        return new CompiledCondition(
                key,
                side(written, "value", pointer),
                spelling(written.path("operator")),
                test(spelling(written.path("operator"))),
                written.path("message").isTextual() ? written.get("message").textValue() : "");
    }

    private Side side(JsonNode condition, String field, String pointer) {
        JsonNode tree = condition.hasNonNull(field) ? condition.get(field) : NullNode.getInstance();
        Template template = Template.compile(tree, queries);
        template.reportFaults(pointer + "/" + field, faults);
        return new Side(field, template, queried);
    }

    private static String spelling(JsonNode written) {
        return written.isTextual() ? written.textValue() : "";
    }

    private static @Nullable OperatorTest test(String spelling) {
        ConditionOperator operator = ConditionOperator.find(spelling);
        return operator == null ? null : operator.test(spelling);
    }
}
