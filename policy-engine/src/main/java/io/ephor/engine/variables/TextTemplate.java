package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text with variables. Its own variables are compiled; those that come up when it is substituted are asked by their
 * texts, here and nowhere else.
 *
 * <p>Kyverno: pkg/engine/variables/vars.go, substituteVariablesIfAny
 */
final class TextTemplate implements TemplateNode {
    private final String text;
    private final Place place;
    private final List<TextMatch> matches;
    private final Variable[] variables;
    private final Map<String, Variable> known;
    private final boolean oneVariable;

    private TextTemplate(String text, Place place, List<TextMatch> matches, Map<String, Variable> known) {
        this.text = text;
        this.place = place;
        this.matches = matches;
        this.known = known;
        this.oneVariable = matches.get(0).start() == 0 && matches.get(0).end() == text.length();
        this.variables = new Variable[matches.size()];
        for (int i = 0; i < variables.length; i++) {
            String braces = matches.get(i).found(text);
            Variable variable = known.get(braces);
            variables[i] = variable == null ? Variable.of(braces, place, null) : variable;
        }
    }

    /**
     * Compiles a text.
     *
     * @param queries compiles its variables; null for a text that came up in an evaluation
     */
    static TemplateNode compile(TextNode node, Place place, @Nullable QueryCompiler queries) {
        String text = node.textValue();
        if (!text.contains(VariableScanner.OPEN)) {
            return new StaticTemplate(node);
        }
        List<TextMatch> matches = VariableScanner.pass(text);
        if (matches.isEmpty()) {
            return new StaticTemplate(unescaped(text));
        }
        Map<String, Variable> known = queries == null ? Map.of() : compileAll(text, place, queries);
        return new TextTemplate(text, place, matches, known);
    }

    private static Map<String, Variable> compileAll(String text, Place place, QueryCompiler queries) {
        Map<String, Variable> compiled = new HashMap<>();
        for (TextMatch match : VariableScanner.all(text)) {
            compiled.computeIfAbsent(match.found(text), braces -> Variable.of(braces, place, queries));
        }
        return compiled;
    }

    @Override
    public JsonNode resolve(Substitution substitution) {
        TextTemplate current = this;
        for (int pass = 1; ; pass++) {
            substitution.requirePass(pass, place);
            if (current.oneVariable) {
                JsonNode value = current.variables[0].now(substitution).ask(substitution, place);
                return substitution.fetched(value, place);
            }
            String next = current.substituted(substitution);
            if (current.endsShallow() || !next.contains(VariableScanner.OPEN)) {
                return unescaped(next);
            }
            List<TextMatch> found = VariableScanner.pass(next);
            if (found.isEmpty()) {
                return unescaped(next);
            }
            current = new TextTemplate(next, place, found, known);
        }
    }

    /** Says whether the text is a variable and nothing else, whatever the scope is. */
    boolean isQuestion() {
        return oneVariable && !variables[0].isCurrentField();
    }

    /** Returns the query of a text that is a question; otherwise null. */
    @Nullable
    Query query() {
        return isQuestion() ? variables[0].query() : null;
    }

    /**
     * Says the same as {@link #resolve}, of a text that is a question: most take no substitution.
     *
     * @throws SubstitutionException if the variable has no value
     */
    JsonNode ask(QueryScope scope, SubstitutionLimits limits) {
        JsonNode value = variables[0].ask(scope, scope.deletion(), place);
        return Substitution.goesOn(value) ? new Substitution(scope, limits).fetched(value, place) : value;
    }

    @Override
    public boolean asks() {
        return true;
    }

    /** Says whether the variables look at a part of what queries see, and at nothing else. */
    boolean asksOnly(QueryPart part) {
        for (Variable variable : known.values()) {
            if (!variable.asksOnly(part)) {
                return false;
            }
        }
        return !known.isEmpty();
    }

    private boolean endsShallow() {
        return variables[variables.length - 1].shallow();
    }

    /** Returns the text after one pass. */
    private String substituted(Substitution substitution) {
        substitution.spend(text.length(), place);
        Replacement replacement = new Replacement(text);
        for (int i = 0; i < variables.length; i++) {
            Variable variable = variables[i].now(substitution);
            JsonNode value = variable.ask(substitution, place);
            String written = substitution.text(value, variable, place);
            if (variable.shallow()) {
                written = written.replace(VariableScanner.OPEN, VariableScanner.ESCAPED);
            }
            substitution.spend(replacement.replace(matches.get(i), written), place);
            substitution.requireLength(replacement.length(), place);
        }
        return replacement.text();
    }

    private static TextNode unescaped(String text) {
        return TextNode.valueOf(text.replace(VariableScanner.ESCAPED, VariableScanner.OPEN));
    }
}
