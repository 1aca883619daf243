package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.MissingLookup;
import io.ephor.engine.variables.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole document that the queries of a rule search, and the context entries that they load into it. Confined to one
 * thread.
 */
final class LoadedDocument {
    private static final String ELEMENT = "element";
    private static final String INDEX = "elementIndex";
    private static final List<String> ELEMENTS = numbered(ELEMENT);
    private static final List<String> INDEXES = numbered(INDEX);

    private final EvaluationScope evaluation;
    private final String rule;
    private final ContextDocument document;
    private final DeferredEntries entries;
    private final MissingLookups missing = new MissingLookups();

    /**
     * Makes the document of a rule.
     *
     * @param scope what loads the entries
     * @param rule the name of the rule
     * @param context the entries of the rule
     */
    LoadedDocument(EvaluationScope evaluation, RuleScope scope, String rule, CompiledContext context) {
        this.evaluation = evaluation;
        this.rule = rule;
        this.document = new ContextDocument(evaluation.root());
        this.entries = new DeferredEntries(scope);
        entries.add(new EntryState(context, context.size(), 0));
        document.checkpoint();
        enter(context);
    }

    private static List<String> numbered(String name) {
        return List.of(name + 0, name + 1, name + 2, name + 3);
    }

    /** Goes into loops, and to the elements at which they are. */
    void enter(@Nullable LoopLevel innermost) {
        if (innermost == null) {
            return;
        }
        enter(innermost.outer());
        document.checkpoint();
        JsonNode element = innermost.element();
        if (element != null) {
            element(element, innermost.index(), innermost.nesting());
        }
    }

    /** Makes the entries of a context known, after the variables that were injected from outside. */
    void enter(CompiledContext context) {
        evaluation.inject(rule, document);
        for (int i = 0; i < context.size(); i++) {
            if (context.entry(i).isAvailable(evaluation)) {
                entries.add(new EntryState(context, i, document.level()));
            } else {
                missing.add(context, i);
            }
        }
    }

    /** Sets the target, and makes the entries of its context known anew. */
    void target(JsonNode object, CompiledContext context) {
        document.replace("target", object);
        entries.forget(context);
        enter(context);
    }

    /**
     * Returns the document, after the entries that a query mentions were loaded.
     *
     * @param text the text of the query
     * @param query the query where it is one of the policy, or null
     */
    JsonNode askedBy(String text, @Nullable Query query) {
        entries.loadMentioned(text, query, document.level());
        missing.note(text);
        if (text.indexOf('@') >= 0) {
            document.share();
        }
        return document.root();
    }

    /** Returns the document, to be written to. */
    ContextDocument document() {
        return document;
    }

    void checkpoint() {
        document.checkpoint();
    }

    void reset() {
        document.reset();
        entries.reset(false, document.level());
    }

    void restore() {
        document.restore();
        entries.reset(true, document.level());
    }

    void element(JsonNode element, int index, int nesting) {
        JsonNode position = JsonNodeFactory.instance.numberNode(index);
        document.replace(ELEMENT, element);
        document.replace(nesting < ELEMENTS.size() ? ELEMENTS.get(nesting) : ELEMENT + nesting, element);
        document.replace(INDEX, position);
        document.replace(nesting < INDEXES.size() ? INDEXES.get(nesting) : INDEX + nesting, position);
    }

    List<MissingLookup> missingLookups() {
        return missing.noted();
    }
}
