package io.ephor.jmespath;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.syntax.GoJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search by elements hands on what is in the list that a search makes. */
class ElementSearchTest {
    private static final List<String> EXPRESSIONS = List.of(
            "a[].b",
            "a[*].b",
            "a[]",
            "a[].b[]",
            "a[].b[].c",
            "a[*].b[].c[]",
            "a[*][].b",
            "x.[a, b, c][]",
            "x.[a, b][].b[]",
            "x.[a, b][].b[].c || `[1, 2]`",
            "a[?b == 'y'].c",
            "a[?b].b[]",
            "a[?c > `1`][].b[]",
            "a[].keys(@)[]",
            "a[].keys(@)[] || ''",
            "x.[a, b][].keys(@)[]",
            "a[].b || x.a || `false`",
            "(a[].b || c)[]",
            "a[].b[0].c",
            "x.a[].{n: b}.n");
    private static final List<String> VALUES =
            List.of("null", "1", "2.5", "\"y\"", "\"\"", "true", "{}", "[]", "{\"c\": 2}", "[{\"c\": 1}, null, [3]]");

    /** Collects what it is given, up to a number of elements. */
    private static final class Collector extends ElementVisitor {
        private final ArrayNode elements = JsonNodeFactory.instance.arrayNode();
        private final int most;

        Collector(int most) {
            this.most = most;
        }

        @Override
        public boolean visit(JsonNode element) {
            elements.add(element);
            return elements.size() < most;
        }

        @Override
        public boolean visit(String element) {
            return visit(TextNode.valueOf(element));
        }
    }

    @Test
    void handsOnWhatASearchCollects() {
        int elementwise = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            JmesPath path = JmesPath.compile(EXPRESSIONS.get(random.nextInt(EXPRESSIONS.size())));
            ElementSearch search = path.elements();
            if (search == null) {
                continue;
            }
            JsonNode document = document(random);
            Collector collector = new Collector(Integer.MAX_VALUE);
            JsonNode instead = search.search(document, collector);
            if (!collector.isDoubtful()) {
                elementwise++;
                JsonNode found = path.search(document);
                JsonNode told = instead == null ? collector.elements : instead;
                assertThat(sorted(told)).as("%s of %s", path, document).isEqualTo(sorted(found));
            }
        }
        assertThat(elementwise).isGreaterThan(15_000);
    }

    @Test
    void endsWhereTheVisitorHasEnough() {
        Collector collector = new Collector(2);
        JsonNode document = GoJson.parse("{\"a\": [{\"b\": 1}, {\"b\": [2, 3]}, {\"b\": 4}], \"x\": 0}");

        assertThat(elements("a[].b[]").search(document, collector)).isNull();
        assertThat(collector.elements.toString()).isEqualTo("[1,2]");
        assertThat(collector.isDoubtful()).isFalse();
    }

    @Test
    void givesUpWhereASearchEndsInAnError() {
        Collector collector = new Collector(9);

        assertThat(elements("a[].keys(@)[]").search(GoJson.parse("{\"a\": [{\"b\": 1}, 2]}"), collector))
                .isNull();
        assertThat(collector.isDoubtful()).isTrue();
        collector.reset();
        assertThat(collector.isDoubtful()).isFalse();
    }

    @Test
    void givesUpWhereThereAreTooManyElements() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 1_000; i++) {
            list.add(i);
        }
        JsonNode document = JsonNodeFactory.instance.objectNode().set("a", list);
        ElementSearch search = elements("a[]");
        ElementVisitor visitor = new ElementVisitor() {
            @Override
            public boolean visit(JsonNode element) {
                return true;
            }

            @Override
            public boolean visit(String element) {
                return true;
            }
        };
        int searches = 0;
        while (!visitor.isDoubtful()) {
            assertThat(search.search(document, visitor)).isNull();
            searches++;
        }

        assertThat(searches).isBetween(5_000, 5_001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a[0]", "a[].length(@)", "a[*].keys(@)", "a | [0]", "a.*", "{n: a}", "a[].b.[c, d]"})
    void knowsWhatItCannotHandOn(String expression) {
        assertThat(JmesPath.compile(expression).elements()).isNull();
    }

    private static ElementSearch elements(String expression) {
        ElementSearch search = JmesPath.compile(expression).elements();
        assertThat(search).isNotNull();
        return search;
    }

    /** A missing node stands for a list without elements. */
    private static List<String> sorted(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> texts.add(element.toString()));
            texts.sort(null);
        } else if (!value.isMissingNode()) {
            texts.add("= " + value);
        }
        return texts;
    }

    private static JsonNode document(Random random) {
        return GoJson.parse("{\"a\": " + list(random) + ", \"c\": " + value(random) + ", \"x\": {\"a\": " + list(random)
                + ", \"b\": " + value(random) + "}}");
    }

    private static String list(Random random) {
        StringBuilder text = new StringBuilder("[");
        for (int i = random.nextInt(4); i > 0; i--) {
            String element = random.nextInt(5) == 0
                    ? value(random)
                    : "{\"b\": " + value(random) + (random.nextBoolean() ? ", \"c\": " + value(random) : "") + "}";
            text.append(text.length() == 1 ? "" : ", ").append(element);
        }
        return random.nextInt(8) == 0 ? value(random) : text.append("]").toString();
    }

    private static String value(Random random) {
        return VALUES.get(random.nextInt(VALUES.size()));
    }
}
