package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.Operation;
import io.ephor.jmespath.ElementVisitor;
import io.ephor.jmespath.JmesPathException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts that most queries look at, for the fast pass: one for all rules of an evaluation, which makes no list and no
 * document. Where it {@linkplain #isDoubtful gave up}, a {@link QueryScope} has to be asked. Confined to one thread.
 */
public final class PartScope extends ElementVisitor {
    /** How much of its effort an element of a loop is worth: loops of many thousand elements are for the slow pass. */
    private static final int LOOP_EFFORT = 500;

    private static final Map<Operation, JsonNode> OPERATIONS = operations();

    private final JsonNode object;
    private final Operation operation;
    private @Nullable JsonNode element;
    private @Nullable ElementQuestion question;
    private boolean decided;
    private boolean passed;

    /**
     * Makes a scope outside of loops.
     *
     * @param object the new object
     */
    public PartScope(JsonNode object, Operation operation) {
        this.object = object;
        this.operation = operation;
    }

    private static Map<Operation, JsonNode> operations() {
        Map<Operation, JsonNode> texts = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            texts.put(operation, TextNode.valueOf(operation.name()));
        }
        return texts;
    }

    /** {@return an operation as queries see it} */
    public static JsonNode text(Operation operation) {
        return OPERATIONS.getOrDefault(operation, MissingNode.getInstance());
    }

    /** {@return the operation of the request} */
    public Operation operation() {
        return operation;
    }

    /** {@return the element of the innermost loop, or null outside of loops} */
    public @Nullable JsonNode element() {
        return element;
    }

    /**
     * Goes to an element of a loop, or back to one.
     *
     * @param next the element, or null for none
     */
    public void enter(@Nullable JsonNode next) {
        element = next;
    }

    /** {@return whether the fast pass still takes an element of a loop} Otherwise it gives up. */
    public boolean countElementOfLoop() {
        return spend(LOOP_EFFORT);
    }

    /** Notes that an element of a loop passed. */
    public void notePass() {
        passed = true;
    }

    /** {@return whether an element of a loop passed} Forgets it. */
    public boolean forgetPasses() {
        boolean known = passed;
        passed = false;
        return known;
    }

    /**
     * Finds the value of a query that makes no list.
     *
     * @return the value; null where a key is missing, or this gave up
     */
    public @Nullable JsonNode find(PartQuery query) {
        JsonNode part = part(query.part());
        if (part == null) {
            giveUp();
            return null;
        }
        try {
            return query.find(part);
        } catch (JmesPathException exception) {
            // a comparison over its limit
            giveUp();
            return null;
        }
    }

    /**
     * Asks the elements of the list that a query makes, until the answer of one decides. All of them are looked at, since the
     * slow pass would replace variables in them.
     *
     * @return null where elements were asked, or this gave up; a missing node for a list without elements; the value of the
     *     query where it is no list
     */
    public @Nullable JsonNode ask(PartQuery query, ElementQuestion each) {
        JsonNode part = part(query.part());
        if (part == null) {
            giveUp();
            return null;
        }
        ElementQuestion around = question;
        question = each;
        decided = false;
        JsonNode instead;
        try {
            instead = query.each(part, this);
        } catch (JmesPathException exception) {
            // a comparison over its limit
            giveUp();
            instead = null;
        }
        question = around;
        return instead instanceof ArrayNode list ? ask(list, each) : instead;
    }

    /**
     * Asks the elements of a list in the same way.
     *
     * @return null where elements were asked, or this gave up; a missing node for a list without elements
     */
    public @Nullable JsonNode ask(ArrayNode list, ElementQuestion each) {
        decided = false;
        for (int i = 0; i < list.size(); i++) {
            if (!count() || !ask(list.get(i), each)) {
                return null;
            }
        }
        return list.isEmpty() ? MissingNode.getInstance() : null;
    }

    /** {@return whether the answer of an element of the list that was asked last decided} */
    public boolean isDecided() {
        return decided;
    }

    @Override
    public boolean visit(JsonNode asked) {
        return question != null && ask(asked, question);
    }

    @Override
    public boolean visit(String asked) {
        return question != null && ask(asked, question);
    }

    private boolean ask(String asked, ElementQuestion each) {
        if (decided) {
            giveUpVariables(Template.mayHoldVariables(asked));
        } else {
            decided = !each.leavesOpen(asked, this);
        }
        return !isDoubtful();
    }

    /** Asks an element; once another one has decided, all that matters is whether there are variables in it. */
    private boolean ask(JsonNode asked, ElementQuestion each) {
        if (asked.isTextual()) {
            return ask(asked.textValue(), each);
        }
        if (decided) {
            giveUpVariables(Template.mayHoldVariables(asked));
        } else {
            decided = !each.leavesOpen(asked, this);
        }
        return !isDoubtful();
    }

    private void giveUpVariables(boolean found) {
        if (found) {
            giveUp();
        }
    }

    private @Nullable JsonNode part(QueryPart part) {
        JsonNode value = switch (part) {
            case OBJECT -> object;
            case OPERATION -> text(operation);
            case ELEMENT -> element;
            case ELEMENT_INDEX -> null;
        };
        return value == null || value.isNull() ? null : value;
    }
}
