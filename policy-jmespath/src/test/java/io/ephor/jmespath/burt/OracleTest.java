package io.ephor.jmespath.burt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.burt.jmespath.JmesPath;
import io.burt.jmespath.JmesPathException;
import io.burt.jmespath.jackson.JacksonRuntime;
import io.ephor.jmespath.function.DeepEquality;
import io.ephor.jmespath.syntax.GoJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Jmespath-java on the grammar that both languages have. Each expression is asked of each document; the expressions whose
 * answers differ anywhere are exactly those with a reason beside them.
 */
class OracleTest {
    private static final List<JsonNode> DOCUMENTS = List.of(
            GoJson.parse("{\"a\":{\"b\":{\"c\":[1,2,3]}},\"list\":[{\"n\":\"x\",\"v\":1,\"t\":[\"p\",\"q\"]},"
                    + "{\"n\":\"y\",\"v\":2,\"t\":[\"r\"]},{\"n\":\"z\",\"v\":3,\"t\":[]}],"
                    + "\"s\":\"text\",\"t\":true,\"f\":false,\"nothing\":null,\"n\":5,\"d\":1.5,"
                    + "\"words\":[\"one\",\"two\",\"three\"],\"numbers\":[3,1,2],\"nested\":[[1,2],[3],4],"
                    + "\"object\":{\"k\":\"v\"},\"other\":{\"k\":\"w\",\"l\":\"m\"},\"empty\":[]}"),
            GoJson.parse("{\"a\":{\"b\":{\"c\":[]}},\"list\":[],\"s\":\"\",\"t\":false,\"f\":true,\"nothing\":null,"
                    + "\"n\":-1,\"d\":-0.5,\"words\":[\"b\",\"a\"],\"numbers\":[0],\"nested\":[[]],"
                    + "\"object\":{\"k\":null},\"other\":{\"k\":\"k\"},\"empty\":[]}"));

    @Test
    void agreesExceptForTheListedDeviations() throws IOException {
        JmesPath<JsonNode> stock = new JacksonRuntime();
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        List<String> lines = lines();
        for (String line : lines) {
            int tab = line.indexOf('\t');
            String expression = tab < 0 ? line : line.substring(0, tab);
            if (tab >= 0) {
                expected.put(expression, line.substring(tab + 1));
            }
            if (!agree(stock, expression)) {
                found.put(expression, expected.getOrDefault(expression, answers(stock, expression)));
            }
        }
        assertThat(lines).hasSizeGreaterThan(150);
        assertThat(found).isEqualTo(expected);
    }

    private static boolean agree(JmesPath<JsonNode> stock, String expression) {
        for (JsonNode document : DOCUMENTS) {
            JsonNode one = answer(BurtJmesPath.standard(), expression, document);
            JsonNode other = answer(stock, expression, document);
            boolean same = (one == null || other == null) ? one == other : DeepEquality.same(one, other);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static String answers(JmesPath<JsonNode> stock, String expression) {
        StringBuilder answers = new StringBuilder("no reason is given:");
        for (JsonNode document : DOCUMENTS) {
            answers.append(' ')
                    .append(answer(BurtJmesPath.standard(), expression, document))
                    .append(" and of the library ")
                    .append(answer(stock, expression, document));
        }
        return answers.toString();
    }

    /** The answer; null for an error. */
    private static @Nullable JsonNode answer(JmesPath<JsonNode> runtime, String expression, JsonNode document) {
        try {
            return runtime.compile(expression).search(document);
        } catch (JmesPathException error) {
            return null;
        }
    }

    private static List<String> lines() throws IOException {
        try (InputStream stream = OracleTest.class.getResourceAsStream("oracle.tsv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
