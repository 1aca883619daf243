package io.ephor.engine.variables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.GoJsonText;
import io.ephor.values.NumberView;
import java.util.List;

/**
 * Puts a word where the variables of a rule are, so that its patches can be looked at when nothing is known yet. The
 * indexes of loops become 0. It works on the JSON text of the rule, and leaves a rule as it is that would be no JSON
 * afterwards.
 *
 * <p>Kyverno: pkg/engine/variables/vars.go, SubstituteAllForceMutate
 */
public final class PlaceholderSubstitution {
    private static final String PLACEHOLDER = "placeholderValue";
    private static final String INDEX = "elementIndex";
    private static final int LONGEST = 32 << 20;
    private static final int MOST_PASSES = 1_000;
    private static final JsonMapper JSON = new JsonMapper();

    private PlaceholderSubstitution() {}

    /**
     * Replaces the variables of a rule.
     *
     * @param rule the rule; never written to
     * @return the rule with its references resolved and a word for each variable
     * @throws SubstitutionException if a reference leads nowhere
     */
    public static JsonNode in(JsonNode rule) {
        JsonNode resolved = References.resolve(rule, NumberView.FLOAT64, SubstitutionLimits.DEFAULT);
        if (!TreeTexts.contain(resolved, VariableScanner.OPEN)) {
            return resolved;
        }
        try {
            return JSON.readTree(withPlaceholders(GoJsonText.ofIterator(resolved, LONGEST)));
        } catch (JsonProcessingException | FunctionException exception) {
            return resolved;
        }
    }

    /** {@return a text of a rule with a word for each variable; the same text where it has none} */
    public static String in(String text) {
        return withWords(text);
    }

    private static String withPlaceholders(String json) {
        return withWords(withoutIndexes(json));
    }

    private static String withWords(String written) {
        String text = written;
        List<TextMatch> matches = VariableScanner.pass(text);
        for (int pass = 0; !matches.isEmpty() && pass < MOST_PASSES; pass++) {
            text = replaced(text, matches);
            matches = VariableScanner.pass(text);
        }
        return text;
    }

    private static String replaced(String json, List<TextMatch> matches) {
        StringBuilder text = new StringBuilder(json.length());
        int done = 0;
        for (TextMatch match : matches) {
            text.append(json, done, match.start()).append(PLACEHOLDER);
            done = match.end();
        }
        return text.append(json, done, json.length()).toString();
    }

    private static String withoutIndexes(String json) {
        StringBuilder text = new StringBuilder(json.length());
        int done = 0;
        int start = json.indexOf(VariableScanner.OPEN);
        while (start >= 0) {
            int end = indexEnd(json, start);
            if (end >= 0) {
                text.append(json, done, start).append('0');
                done = end;
            }
            start = json.indexOf(VariableScanner.OPEN, end < 0 ? start + 1 : end);
        }
        return text.append(json, done, json.length()).toString();
    }

    /** Returns the index behind a variable that is the index of a loop, or -1. */
    private static int indexEnd(String json, int start) {
        int i = skipBlanks(json, start + VariableScanner.OPEN.length());
        if (!json.startsWith(INDEX, i)) {
            return -1;
        }
        i += INDEX.length();
        while (i < json.length() && json.charAt(i) >= '0' && json.charAt(i) <= '9') {
            i++;
        }
        i = skipBlanks(json, i);
        return json.startsWith(VariableScanner.CLOSE, i) ? i + VariableScanner.CLOSE.length() : -1;
    }

    /** Line ends and tabs of the rule are escapes in its JSON text: only blanks are left. */
    private static int skipBlanks(String json, int from) {
        int i = from;
        while (i < json.length() && json.charAt(i) == ' ') {
            i++;
        }
        return i;
    }
}
