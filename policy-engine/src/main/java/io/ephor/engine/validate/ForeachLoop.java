package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.engine.conditions.Certainty;
import io.ephor.engine.context.CompiledContext;
import io.ephor.engine.rule.Preconditions;
import io.ephor.engine.variables.ElementQuestion;
import io.ephor.engine.variables.PartQuery;
import io.ephor.engine.variables.PartScope;
import io.ephor.engine.variables.Query;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code validate.foreach}. Immutable and thread-safe.
 *
 * @param place the JSON pointer of the loop in its document
 * @param list what is gone through
 * @param quickList the same for the fast pass, or null where that has nothing to say of the loop
 * @param elementScope whether patterns see the element; null for those elements that are objects
 * @param entries the context entries of each element
 * @param preconditions what must hold for an element, or null for nothing
 * @param body what is asked of an element
 */
record ForeachLoop(
        String place,
        Query list,
        @Nullable PartQuery quickList,
        @Nullable Boolean elementScope,
        CompiledContext entries,
        @Nullable Preconditions preconditions,
        ValidateBody body)
        implements ElementQuestion {
    private static final String OBJECT = "request.object.";

    static ForeachLoop of(
            String place,
            Query list,
            @Nullable Boolean elementScope,
            CompiledContext entries,
            @Nullable Preconditions preconditions,
            ValidateBody body) {
        PartQuery quickList = entries.isEmpty() ? PartQuery.of(list) : null;
        return new ForeachLoop(place, list, quickList, elementScope, entries, preconditions, body);
    }

    /** Says whether patterns see an element instead of what they see around the loop. */
    boolean isScoped(JsonNode element) {
        return elementScope == null ? element.isObject() : elementScope;
    }

    /** Returns where the list stands in the resource, or null where it is no plain path into it. */
    @Nullable
    String pointer() {
        String text = list.text();
        if (!text.startsWith(OBJECT)) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && c != '_' && !Character.isLetterOrDigit(c)) {
                return null;
            }
        }
        return "/" + text.substring(OBJECT.length()).replace('.', '/');
    }

    /** Goes through the elements in a fast pass; false where {@link ForeachBody} has to, and where an element fails. */
    boolean passesQuickly(PartScope parts) {
        JsonNode only = null;
        if (quickList == null) {
            parts.giveUp();
        } else if (quickList.makesList()) {
            only = parts.ask(quickList, this);
        } else {
            JsonNode found = parts.find(quickList);
            only = found instanceof ArrayNode elements ? parts.ask(elements, this) : found;
        }
        boolean open = only == null || only.isMissingNode() || leavesOpen(only, parts);
        return open && !parts.isDoubtful();
    }

    /** Leaves open as long as elements certainly pass, or are passed over. */
    @Override
    public boolean leavesOpen(JsonNode element, PartScope parts) {
        if (element.isNull()) {
            return true;
        }
        boolean scoped = isScoped(element);
        boolean strange = scoped ? !element.isObject() || element.isEmpty() : body.looksAtSubject();
        if (strange || !parts.countElementOfLoop()) {
            parts.giveUp();
            return false;
        }
        JsonNode around = parts.element();
        parts.enter(element);
        Certainty asked = preconditions == null ? Certainty.YES : preconditions.certainty(parts);
        boolean passes = asked == Certainty.YES && body.fastPass(element, NumberView.FLOAT64, parts) != null;
        parts.enter(around);
        if (passes) {
            parts.notePass();
        } else if (asked != Certainty.NO) {
            parts.giveUp();
        }
        return !parts.isDoubtful();
    }

    @Override
    public boolean leavesOpen(String element, PartScope parts) {
        return leavesOpen(TextNode.valueOf(element), parts);
    }
}
