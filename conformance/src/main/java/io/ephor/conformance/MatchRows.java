package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.UserInfo;
import io.ephor.engine.match.CompiledAnnotations;
import io.ephor.engine.match.CompiledKinds;
import io.ephor.engine.match.CompiledMatch;
import io.ephor.engine.match.CompiledSelector;
import io.ephor.engine.match.CompiledStatement;
import io.ephor.engine.match.CompiledSubjects;
import io.ephor.engine.match.FilterUse;
import io.ephor.engine.match.KindSelector;
import io.ephor.engine.match.KindSet;
import io.ephor.engine.match.LabelSelector;
import io.ephor.engine.match.MatchBlock;
import io.ephor.engine.match.MatchCompiler;
import io.ephor.engine.match.MatchReader;
import io.ephor.engine.match.MatchRequest;
import io.ephor.engine.match.StatedKind;
import io.ephor.engine.match.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One run of suite {@code match}: the columns so far, and what is asked about them. */
final class MatchRows {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SuiteRun run;
    private final MatchReader reader = new MatchReader(new RefusingCollector());
    private JsonNode requestColumns = NODES.arrayNode();
    private List<MatchRequest> requests = List.of();
    private List<MatchRequest> kinds = List.of();
    private List<Map<String, String>> labels = List.of();
    private List<Map<String, String>> annotations = List.of();
    private List<UserInfo> users = List.of();

    MatchRows(SuiteRun run) {
        this.run = run;
    }

    /** Takes a row of columns or answers. */
    void take(JsonNode row) {
        String type = row.path("t").textValue();
        boolean columns = row.has("columns");
        if (columns) {
            takeColumns(type, row.get("columns"));
            run.answer(row);
            return;
        }
        switch (type) {
            case "kind" -> kind(row);
            case "selector" -> selector(row);
            case "annotation" -> annotation(row);
            case "subjects" -> subjects(row);
            case "rule" -> rule(row);
            case "statement" -> statement(row);
            default -> throw new IllegalArgumentException("unknown row " + type);
        }
    }

    private void takeColumns(String type, JsonNode columns) {
        switch (type) {
            case "kindColumns" -> kinds = MatchColumns.kinds(columns);
            case "selectorColumns" -> labels = MatchColumns.textMaps(columns);
            case "annotationColumns" -> annotations = MatchColumns.textMaps(columns);
            case "userColumns" -> users = MatchColumns.users(columns);
            case "requests" -> {
                requestColumns = columns;
                requests = MatchColumns.requests(columns);
            }
            default -> throw new IllegalArgumentException("unknown columns " + type);
        }
    }

    private void kind(JsonNode row) {
        String text = MatchColumns.text(row, "selector");
        KindSelector selector = KindSelector.parse(text);
        StatedKind stated = StatedKind.parse(text);
        CompiledKinds lenient = CompiledKinds.compile(List.of(text), true);
        CompiledKinds strict = CompiledKinds.compile(List.of(text), false);
        ObjectNode answer = row.deepCopy();
        answer.set("parsed", list(selector.group(), selector.version(), selector.kind(), selector.subresource()));
        answer.set("apiVersionKind", list(stated.apiVersion(), stated.kind()));
        answer.put("ephemeral", bits(kinds.size(), i -> bit(lenient.matches(kinds.get(i)))));
        answer.put("strict", bits(kinds.size(), i -> bit(strict.matches(kinds.get(i)))));
        checkField(row, answer, "parsed");
        checkField(row, answer, "apiVersionKind");
        checkBits(row, answer, "ephemeral");
        checkBits(row, answer, "strict");
        run.answer(answer);
    }

    private void selector(JsonNode row) {
        LabelSelector selector = reader.selector(row.get("selector"), "/selector");
        CompiledSelector compiled = selector == null ? null : CompiledSelector.compile(selector);
        Set<String> errors = new LinkedHashSet<>();
        ObjectNode answer = row.deepCopy();
        answer.remove("errors");
        answer.put("bits", bits(labels.size(), i -> selected(compiled, labels.get(i), errors)));
        if (!errors.isEmpty()) {
            answer.set("errors", list(errors.toArray(new String[0])));
        }
        checkBits(row, answer, "bits");
        checkField(row, answer, "errors");
        run.answer(answer);
    }

    private static char selected(@Nullable CompiledSelector selector, Map<String, String> labels, Set<String> errors) {
        if (selector == null) {
            return '0';
        }
        String fault = selector.fault(labels);
        boolean selects = selector.selects(labels);
        if (fault == null) {
            return bit(selects);
        }
        errors.add(fault);
        return selects ? '!' : 'E';
    }

    private void annotation(JsonNode row) {
        CompiledAnnotations expected = CompiledAnnotations.compile(MatchColumns.textMap(row.get("expected")));
        ObjectNode answer = row.deepCopy();
        answer.put("bits", bits(annotations.size(), i -> bit(expected.areAmong(annotations.get(i)))));
        checkBits(row, answer, "bits");
        run.answer(answer);
    }

    private void subjects(JsonNode row) {
        List<Subject> subjects = new ArrayList<>();
        for (JsonNode subject : row.get("subjects")) {
            subjects.add(new Subject(
                    MatchColumns.text(subject, "kind"),
                    MatchColumns.text(subject, "name"),
                    MatchColumns.text(subject, "namespace")));
        }
        CompiledSubjects compiled = CompiledSubjects.compile(subjects);
        ObjectNode answer = row.deepCopy();
        answer.put("bits", bits(users.size(), i -> bit(compiled.include(users.get(i)))));
        checkBits(row, answer, "bits");
        run.answer(answer);
    }

    private void rule(JsonNode row) {
        JsonNode rule = row.get("rule");
        String name = MatchColumns.text(rule, "name");
        MatchBlock match = reader.block(rule.get("match"), "/match");
        MatchBlock exclude = reader.block(rule.get("exclude"), "/exclude");
        answers(row, i -> {
            String namespace = MatchColumns.text(requestColumns.get(i), "policyNamespace");
            CompiledMatch compiled = MatchCompiler.compile(name, namespace, match, exclude);
            MatchRequest request = requests.get(i);
            KindSet reached = compiled.kinds();
            boolean matches = compiled.matches(request);
            if (matches && !reached.open() && !reached.kinds().contains(request.kind())) {
                return TextNode.valueOf("matches a kind that is not among " + reached.kinds());
            }
            return reason(matches, compiled.explain(request));
        });
    }

    private void statement(JsonNode row) {
        MatchBlock block = reader.block(row.get("match"), "/match");
        CompiledStatement compiled = CompiledStatement.compile(block, FilterUse.CLEANUP);
        answers(row, i -> reason(compiled.matches(requests.get(i)), compiled.explain(requests.get(i))));
    }

    private static JsonNode reason(boolean matches, @Nullable String reason) {
        if (matches != (reason == null)) {
            return TextNode.valueOf("matches: " + matches + ", yet the reason is " + reason);
        }
        return reason == null ? NODES.nullNode() : TextNode.valueOf(reason);
    }

    private void answers(JsonNode row, IntFunction<JsonNode> ask) {
        JsonNode results = row.get("results");
        ArrayNode actual = NODES.arrayNode();
        for (int i = 0; i < results.size(); i++) {
            boolean asked = !"-".equals(results.get(i).textValue());
            actual.add(asked ? ask.apply(i) : results.get(i));
            if (asked) {
                ObjectNode content = content(row, "results");
                content.set("request", requestColumns.get(i));
                content.set("result", results.get(i));
                run.check(row.path("t").textValue(), content, results.get(i), actual.get(i));
            }
        }
        ObjectNode answer = row.deepCopy();
        answer.set("results", actual);
        run.answer(answer);
    }

    private void checkField(JsonNode row, JsonNode answer, String field) {
        JsonNode nothing = NODES.nullNode();
        ObjectNode content = content(row, "");
        content.put("field", field);
        run.check(
                row.path("t").textValue() + " " + field,
                content,
                row.has(field) ? row.get(field) : nothing,
                answer.has(field) ? answer.get(field) : nothing);
    }

    private void checkBits(JsonNode row, JsonNode answer, String field) {
        String expected = MatchColumns.text(row, field);
        String actual = MatchColumns.text(answer, field);
        if (expected.length() != actual.length()) {
            throw new IllegalArgumentException(field + " has not as many answers as there are columns");
        }
        for (int i = 0; i < expected.length(); i++) {
            ObjectNode content = content(row, "");
            content.put("field", field);
            content.put("column", i);
            run.check(
                    row.path("t").textValue() + " " + field,
                    content,
                    TextNode.valueOf(expected.substring(i, i + 1)),
                    TextNode.valueOf(actual.substring(i, i + 1)));
        }
    }

    private static ObjectNode content(JsonNode row, String without) {
        ObjectNode content = row.deepCopy();
        content.remove(without);
        return content;
    }

    private static String bits(int size, IntFunction<Character> ask) {
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < size; i++) {
            bits.append(ask.apply(i));
        }
        return bits.toString();
    }

    private static char bit(boolean yes) {
        return yes ? '1' : '0';
    }

    private static ArrayNode list(String... texts) {
        ArrayNode list = NODES.arrayNode();
        for (String text : texts) {
            list.add(text);
        }
        return list;
    }
}
