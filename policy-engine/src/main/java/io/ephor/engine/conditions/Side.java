package io.ephor.engine.conditions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.engine.variables.PartQuery;
import io.ephor.engine.variables.Query;
import io.ephor.engine.variables.QueryPart;
import io.ephor.engine.variables.QueryScope;
import io.ephor.engine.variables.SubstitutionException;
import io.ephor.engine.variables.Template;
import io.ephor.jmespath.function.GoInteger;
import io.ephor.values.JsonNumber;
import io.ephor.values.NumberView;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The key or the value of a condition as written; one without variables is an operand already. Immutable and thread-safe.
 *
 * <p>Kyverno decodes a number that is the key or the value anew, which makes it a float64; those inside a list or an object
 * keep the kind that they are written in. What comes out of a query is seen as the queries have it.
 *
 * <p>Kyverno: pkg/engine/variables/evaluate.go, pkg/engine/jsonutils/convert.go
 */
final class Side {
    private final String name;
    private final Template template;
    private final NumberView queried;
    private final boolean writtenIntegers;
    private final @Nullable Operand constant;

    /**
     * Makes a side.
     *
     * @param name which side it is, as the text of an error has it
     * @param queried how numbers are seen that come out of queries
     */
    Side(String name, Template template, NumberView queried) {
        this.name = name;
        this.template = template;
        this.queried = queried;
        this.writtenIntegers = holdsInteger(template.tree());
        this.constant = template.isStatic() ? Operand.written(template.tree()) : null;
    }

    /** Returns the side where it is written in the policy, or null where it is asked. */
    @Nullable
    Operand constant() {
        return constant;
    }

    /** Returns how numbers are seen that come out of queries. */
    NumberView queried() {
        return queried;
    }

    /** Returns the query that the side is, where the fast pass can ask it; otherwise null. */
    @Nullable
    PartQuery partQuery() {
        Query query = template.query();
        return query == null ? null : PartQuery.of(query);
    }

    /** Returns the side as it is written. */
    JsonNode written() {
        return template.tree();
    }

    /** Says whether another side has the same variables, and the same value whenever it is asked. */
    boolean asksTheSameAs(Side other) {
        JsonNode text = written();
        return constant == null
                && !calls()
                && text.textValue().equals(other.written().textValue());
    }

    /** Says whether the text may call functions, which may be of chance or of the time. */
    private boolean calls() {
        JsonNode text = written();
        return !text.isTextual() || text.textValue().indexOf('(') >= 0;
    }

    /** Says whether the side is the same in all requests with the same operation. */
    boolean dependsOnOperationOnly() {
        return constant != null || (template.asksOnly(QueryPart.OPERATION) && !calls());
    }

    /**
     * Returns the operand.
     *
     * @throws ConditionException if a variable has no value
     */
    Operand operand(QueryScope scope) {
        if (constant != null) {
            return constant;
        }
        JsonNode value;
        try {
            value = template.resolve(scope);
        } catch (SubstitutionException exception) {
            String text = "failed to substitute variables in condition " + name + ": " + exception.text();
            throw new ConditionException(text, exception);
        }
        return writtenIntegers && queried == NumberView.FLOAT64
                ? new Operand(withoutQueriedIntegers(value), queried, NumberView.AS_WRITTEN)
                : new Operand(value, queried, queried);
    }

    /** Tells the integers of a list that are written in it from numbers that came out of queries. */
    private JsonNode withoutQueriedIntegers(JsonNode value) {
        if (!value.isArray()) {
            return value;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode(value.size());
        for (int i = 0; i < value.size(); i++) {
            JsonNode element = value.get(i);
            boolean written = template.tree().path(i).isNumber() || element instanceof GoInteger;
            list.add(element.isNumber() && !written ? DoubleNode.valueOf(JsonNumber.doubleValue(element)) : element);
        }
        return list;
    }

    private static boolean holdsInteger(JsonNode tree) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(tree);
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            if (node.isNumber() && JsonNumber.isInteger(node, NumberView.AS_WRITTEN)) {
                return true;
            }
            node.forEach(open::push);
        }
        return false;
    }
}
