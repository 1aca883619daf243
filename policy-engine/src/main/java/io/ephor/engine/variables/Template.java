package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.values.NumberView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of a policy with variables <code>{{ }}</code> and references {@code $( )} in its keys and texts: a pattern, a
 * message, a key of a condition, a whole rule. Compiled once, resolved many times. Immutable and thread-safe.
 *
 * <p>References read nothing but the tree itself and are resolved when it is compiled. A text that is one variable has
 * its value, of any type; if that is a list or an object, variables in it are substituted too. In other texts values
 * stand as texts, objects as JSON, and the text is searched again until it has no variables.
 *
 * <p>The tree is what Kyverno substitutes as one document, since {@code $(/a)} and <code>{{@}}</code> depend on its root:
 * the pattern alone for {@code validate.pattern}, the whole rule for {@code mutate}, the object of
 * {@code patchStrategicMerge} and {@code patchesJson6902} for one of its loops.
 *
 * <p>Kyverno: pkg/engine/variables/vars.go
 */
public final class Template {
    /** The code of a reference that leads nowhere. */
    public static final String INVALID_REFERENCE = "invalid-reference";

    private final JsonNode tree;
    private final TemplateNode root;
    private final QueryCompiler queries;
    private final SubstitutionLimits limits;
    private final boolean asWritten;
    private final @Nullable SubstitutionException failure;

    private Template(
            JsonNode tree,
            TemplateNode root,
            QueryCompiler queries,
            SubstitutionLimits limits,
            boolean asWritten,
            @Nullable SubstitutionException failure) {
        this.tree = tree;
        this.root = root;
        this.queries = queries;
        this.limits = limits;
        this.asWritten = asWritten;
        this.failure = failure;
    }

    /**
     * Compiles a tree whose numbers are all float64, as they are wherever Kyverno decodes it anew: everything but
     * {@code validate.pattern}.
     *
     * @param tree the tree; never written to
     * @param queries compiles the expressions
     * @return the template; expressions and references that are wrong show when it is resolved
     */
    public static Template compile(JsonNode tree, QueryCompiler queries) {
        return compile(tree, queries, NumberView.FLOAT64);
    }

    /**
     * Compiles a tree.
     *
     * @param tree the tree; never written to
     * @param queries compiles the expressions
     * @param numbers how numbers of the tree are seen: a reference such as {@code $(<=/a)} prints them
     * @return the template; expressions and references that are wrong show when it is resolved
     */
    public static Template compile(JsonNode tree, QueryCompiler queries, NumberView numbers) {
        return compile(tree, queries, numbers, SubstitutionLimits.DEFAULT);
    }

    /**
     * {@return a template of a tree that is known to have neither variables nor references}
     *
     * @param tree the tree; never written to
     */
    public static Template constant(JsonNode tree, QueryCompiler queries) {
        return new Template(tree, new StaticTemplate(tree), queries, SubstitutionLimits.DEFAULT, true, null);
    }

    static Template compile(JsonNode tree, QueryCompiler queries, NumberView numbers, SubstitutionLimits limits) {
        Objects.requireNonNull(tree, "tree");
        Objects.requireNonNull(queries, "queries");
        if (!TreeTexts.some(tree, Template::mayChange)) {
            return constant(tree, queries);
        }
        try {
            JsonNode known = References.resolve(tree, numbers, limits);
            TemplateNode root = TemplateCompiler.compile(known, Place.ROOT, queries, limits);
            boolean asWritten = known == tree;
            if (root.asks()) {
                return new Template(known, root, queries, limits, asWritten, null);
            }
            JsonNode value = root.resolve(new Substitution(NoQueries.INSTANCE, limits));
            return new Template(value, new StaticTemplate(value), queries, limits, asWritten, null);
        } catch (SubstitutionException exception) {
            return new Template(tree, new StaticTemplate(tree), queries, limits, true, exception);
        }
    }

    private static boolean mayChange(String text) {
        // The search for a character is faster, and most texts have neither.
        return (text.indexOf('{') >= 0 && text.contains(VariableScanner.OPEN))
                || (text.indexOf('$') >= 0 && text.contains(ReferenceScanner.OPEN));
    }

    /** {@return whether there is nothing to ask, and the value is {@link #tree}} */
    public boolean isStatic() {
        return failure == null && root instanceof StaticTemplate;
    }

    /** {@return the query of a tree that is one variable and nothing else, or null} On DELETE it may be another one. */
    public @Nullable Query query() {
        return failure == null && root instanceof TextTemplate text ? text.query() : null;
    }

    /** {@return whether variables are looked for in a value that came out of a query} */
    public static boolean mayHoldVariables(JsonNode value) {
        return Substitution.goesOn(value);
    }

    /** {@return whether variables are looked for in a text that is in a value that came out of a query} */
    public static boolean mayHoldVariables(String text) {
        return text.contains(VariableScanner.OPEN);
    }

    /** {@return whether the tree is a text whose variables look at a part of what queries see, and at nothing else} */
    public boolean asksOnly(QueryPart part) {
        return failure == null && root instanceof TextTemplate text && text.asksOnly(part);
    }

    /**
     * {@return the tree with its references resolved; the value, where the template is static} It is the very tree that
     * was compiled where that has no references, and no escapes if it has no variables.
     */
    public JsonNode tree() {
        return tree;
    }

    /**
     * Substitutes the variables. Subtrees without variables are shared with the tree, values with the documents from
     * which they come.
     *
     * @param scope what variables are asked of
     * @return the value
     * @throws SubstitutionException if a variable or reference has no value, or a limit is reached
     */
    public JsonNode resolve(QueryScope scope) {
        if (failure != null) {
            throw failure;
        }
        if (root instanceof StaticTemplate constant) {
            return constant.value();
        }
        return root instanceof TextTemplate text && text.isQuestion()
                ? text.ask(scope, limits)
                : root.resolve(new Substitution(scope, limits));
    }

    /**
     * {@return the variables that stand in the tree as they are, in the order of the document} What only comes about by
     * the substitution of others, such as the outer one of two that are nested, is not among them.
     */
    public List<TemplateVariable> variables() {
        return isStatic() || failure != null ? List.of() : TemplateVariables.of(tree, asWritten);
    }

    /**
     * Reports variables that hold no valid expression, and a reference that leads nowhere.
     *
     * @param pointer the JSON pointer of the tree in its document
     * @param faults takes the faults
     */
    public void reportFaults(String pointer, FaultCollector faults) {
        reportFaults("", pointer, faults);
    }

    /**
     * Reports the same of one subtree only.
     *
     * @param below the JSON pointer of the subtree in the tree
     * @param pointer the JSON pointer of the tree in its document
     * @param faults takes the faults
     */
    void reportFaults(String below, String pointer, FaultCollector faults) {
        if (failure != null && failure.pointer().startsWith(below)) {
            faults.report(Fault.error(INVALID_REFERENCE, pointer + failure.pointer(), failure.text()));
        }
        for (TemplateVariable variable : variables()) {
            if (variable.pointer().startsWith(below)) {
                ExpressionFaults.report(variable, queries.compile(variable.expression()), pointer, faults);
            }
        }
    }
}
