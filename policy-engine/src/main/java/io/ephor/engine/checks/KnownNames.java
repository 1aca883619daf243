package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ephor.engine.variables.Query;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.engine.variables.QueryException;
import io.ephor.engine.variables.QueryScope;
import io.ephor.jmespath.JmesPathException;
import io.ephor.values.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A context in which every query that names something known has the value null.
 *
 * <p>Kyverno: pkg/engine/context/mock_context.go
 */
final class KnownNames implements QueryScope {
    private static final String CALL = "|([a-z_0-9]+\\()[^{}]";
    private static final String ACCOUNTS = "serviceAccountName|serviceAccountNamespace|";
    private static final String ELEMENTS = "element|elementIndex|@|images|";
    private static final String IMAGES = ELEMENTS + "images\\.|image\\.";
    private static final Pattern FOREGROUND = Pattern.compile("request|" + ACCOUNTS + ELEMENTS + "image" + CALL);
    private static final Pattern BACKGROUND = Pattern.compile("request\\.|" + IMAGES + CALL);
    private static final Pattern TARGET_FOREGROUND =
            Pattern.compile("request\\.|" + ACCOUNTS + IMAGES + "|target\\." + CALL);
    private static final Pattern TARGET_BACKGROUND = Pattern.compile("request\\.|" + IMAGES + "|target\\." + CALL);

    private final Pattern words;
    private final QueryCompiler queries;
    private final List<Wildcard> entries = new ArrayList<>();
    private final List<String> patterns = new ArrayList<>();
    private @Nullable String unknown;

    private KnownNames(Pattern words, QueryCompiler queries) {
        this.words = words;
        this.queries = queries;
    }

    /** Returns what the variables of a rule may name. */
    static KnownNames of(JsonNode rule, QueryCompiler queries, boolean background) {
        return of(background ? BACKGROUND : FOREGROUND, rule, queries);
    }

    /** Returns what the variables of a rule may name that changes existing resources. */
    static KnownNames ofTargets(JsonNode rule, QueryCompiler queries, boolean background) {
        return of(background ? TARGET_BACKGROUND : TARGET_FOREGROUND, rule, queries);
    }

    private static KnownNames of(Pattern words, JsonNode rule, QueryCompiler queries) {
        KnownNames known = new KnownNames(words, queries);
        known.addEntries(rule.path("context"));
        for (JsonNode loop : rule.path("validate").path("foreach")) {
            known.addEntries(loop.path("context"));
        }
        for (JsonNode loop : rule.path("mutate").path("foreach")) {
            known.addEntries(loop.path("context"));
        }
        for (JsonNode target : rule.path("mutate").path("targets")) {
            known.addEntries(target.path("context"));
        }
        for (JsonNode loop : rule.path("generate").path("foreach")) {
            known.addEntries(loop.path("context"));
        }
        for (JsonNode images : rule.path("verifyImages")) {
            for (JsonNode attestation : images.path("attestations")) {
                known.add(Texts.of(attestation, "name") + "*");
            }
        }
        return known;
    }

    private void addEntries(JsonNode context) {
        for (JsonNode entry : context) {
            String name = Texts.of(entry, "name");
            if (entry.hasNonNull("configMap")) {
                List.of(".data", ".metadata", ".data.*", ".metadata.*").forEach(part -> add(name + part));
            } else {
                add(name + "*");
            }
        }
    }

    private void add(String pattern) {
        entries.add(Wildcard.compile(pattern));
        patterns.add(pattern);
    }

    /** Returns the query that named something unknown, or null where there was none. */
    @Nullable
    String unknown() {
        return unknown;
    }

    /** Returns what Kyverno says about a query that names something unknown. */
    String text(String query) {
        return "variable " + query + " must match regex \"" + words.pattern() + "\" or patterns ["
                + String.join(" ", patterns) + "]";
    }

    @Override
    public JsonNode query(Query query) {
        if (!query.isValid()) {
            throw invalid(query);
        }
        String text = query.text().replace("\"", "");
        if (words.matcher(text).find() || entries.stream().anyMatch(entry -> entry.matches(text))) {
            return NullNode.instance;
        }
        unknown = text;
        throw new QueryException(QueryException.Reason.EVALUATION, "unknown: " + text, null);
    }

    private static QueryException invalid(Query query) {
        JmesPathException fault = query.fault();
        return fault == null
                ? query.invalid()
                : new QueryException(
                        QueryException.Reason.INVALID,
                        "invalid JMESPath query " + query.text() + ": " + fault.getMessage(),
                        fault);
    }

    @Override
    public JsonNode query(String text) {
        return query(queries.compileDynamic(text));
    }

    @Override
    public boolean deletion() {
        return false;
    }
}
