package io.ephor.engine.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VariablesLimitsTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void endsTextsThatGrowForever() {
        ObjectNode document = JSON.objectNode().put("x", "a{{x}}");

        assertFails("b{{x}}", document, "still has variables after 1000 passes");
    }

    @Test
    void endsTextsThatDoubleForever() {
        ObjectNode document = JSON.objectNode().put("x", "a{{x}} {{x}}");

        assertFails("b{{x}}", document, "characters");
    }

    @Test
    void endsValuesThatYieldThemselvesAsText() {
        ObjectNode document = JSON.objectNode().put("x", "{{x}}");

        assertThat(resolved("{{x}}", document).textValue()).isEqualTo("{{x}}");
        assertFails("b{{x}}", document, "still has variables after 1000 passes");
    }

    @Test
    void endsObjectsThatHoldThemselves() {
        ObjectNode document = JSON.objectNode();
        document.putObject("x").put("a", "{{x}}");
        assertFails("{{x}}", document, "nested more than 50 times");

        document.putObject("y").put("a", "{{y}}").put("b", "{{y}}");
        assertFails("{{y}}", document, "nested more than 50 times");

        document.putObject("z").put("a", "{{ {a: z, b: z} }}");
        assertFails("{{z}}", document, "nested more than 50 times");
    }

    @Test
    void countsWhatIsBuilt() {
        ObjectNode document = JSON.objectNode();
        ObjectNode tree = document.putObject("tree");
        for (int level = 0; level < 10; level++) {
            for (int i = 0; i < 100; i++) {
                String next = level == 9 ? "{{ 'leaf' }}" : "{{ level" + (level + 1) + " }}";
                (level == 0 ? tree : document.withObject("/level" + level)).put("k" + i, next);
            }
        }

        assertFails("{{ tree }}", document, "more than 500000 values");
    }

    @Test
    void readsDeeplyNestedBraces() {
        String text = "{{ ".repeat(100_000) + "x" + " }}".repeat(100_000);

        assertFails(text, JSON.objectNode().put("x", "x"), "failed to substitute variables at path : more than");
        assertThat(resolved("{".repeat(100_000), JSON.objectNode()).textValue()).hasSize(100_000);
        String unclosed = "{{".repeat(500_000);
        assertThat(resolved(unclosed, JSON.objectNode()).textValue()).isEqualTo(unclosed);
        String pairs = "{{ {a} ".repeat(150_000);
        assertThat(resolved(pairs, JSON.objectNode()).textValue()).isEqualTo(pairs);
    }

    @Test
    void takesManyVariablesInOneText() {
        ObjectNode document = JSON.objectNode().put("x", "y");
        document.putObject("o").put("k", "v");

        assertQuick(() -> {
            assertThat(resolved("{{x}}".repeat(10_000), document).textValue()).isEqualTo("y".repeat(10_000));
            assertThat(resolved("{{x}} ".repeat(10_000), document).textValue()).isEqualTo("y ".repeat(10_000));
            assertThat(resolved("{{o}} ".repeat(10_000), document).textValue()).hasSize(100_000);
        });
    }

    @Test
    void takesManyEscapes() {
        assertQuick(() -> {
            assertThat(resolved("\\{{x}}".repeat(100_000), JSON.objectNode()).textValue())
                    .hasSize(500_000);
            String references = "\\$(x) ".repeat(2_000);
            assertThat(resolved(references, JSON.objectNode()).textValue()).isEqualTo("$(x) ".repeat(2_000));
        });
    }

    @Test
    void refusesTooManyReferences() {
        assertFails("\\$(x) ".repeat(150_000), JSON.objectNode(), "failed to resolve references at path : more than");
        StringBuilder distinct = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            distinct.append("\\$(").append(i).append(") ");
        }
        assertFails(distinct.toString(), JSON.objectNode(), "failed to resolve references at path : more than");
    }

    @Test
    void refusesTreesThatAreTooDeep() {
        JsonNode tree = TextNode.valueOf("{{ x }}");
        JsonNode reference = TextNode.valueOf("$(/x)");
        JsonNode plain = TextNode.valueOf("x");
        for (int i = 0; i < 100_000; i++) {
            tree = JSON.arrayNode().add(tree);
            reference = JSON.objectNode().set("a", reference);
            plain = JSON.arrayNode().add(plain);
        }

        for (JsonNode deep : new JsonNode[] {tree, reference}) {
            Template template = Template.compile(deep, DocumentScope.QUERIES);
            assertThatThrownBy(() -> template.resolve(new DocumentScope(JSON.objectNode())))
                    .isInstanceOf(SubstitutionException.class)
                    .hasMessageContaining("nested deeper than 500 levels");
            assertThat(template.variables()).isEmpty();
        }
        assertThat(Template.compile(plain, DocumentScope.QUERIES).tree()).isSameAs(plain);
    }

    @Test
    void refusesValuesThatAreTooDeep() {
        JsonNode deep = TextNode.valueOf("{{ y }}");
        JsonNode plain = TextNode.valueOf("y");
        for (int i = 0; i < 100_000; i++) {
            deep = JSON.arrayNode().add(deep);
            plain = JSON.arrayNode().add(plain);
        }
        ObjectNode document = JSON.objectNode();
        document.set("deep", deep);
        document.set("plain", plain);

        assertFails("{{ deep }}", document, "nested deeper than 500 levels");
        assertThat(resolved("{{ plain }}", document)).isSameAs(plain);
        assertThat(resolved("x{{ plain }}", document).textValue()).hasSize(200_004);
    }

    @Test
    void needsLittleStack() throws InterruptedException {
        JsonNode tree = TextNode.valueOf("{{ x }}");
        for (int i = 0; i < 499; i++) {
            tree = i % 2 == 0 ? JSON.arrayNode().add(tree) : JSON.objectNode().set("a", tree);
        }
        ObjectNode document = JSON.objectNode();
        document.putObject("x").put("a", "{{ x }}");
        JsonNode deepest = tree;
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(
                null,
                () -> Template.compile(deepest, DocumentScope.QUERIES).resolve(new DocumentScope(document)),
                "small",
                400_000);
        thread.setUncaughtExceptionHandler((where, exception) -> thrown[0] = exception);
        thread.start();
        thread.join();

        assertThat(thrown[0]).isInstanceOf(SubstitutionException.class);
    }

    @Test
    void refusesTextsThatAreTooLong() {
        ObjectNode document = JSON.objectNode().put("x", "y".repeat(1_000_000));

        assertFails("{{x}} {{x}} {{x}} {{x}} {{x}}", document, "longer than 4194304 characters");
        document.putArray("l").add("z".repeat(5_000_000));
        assertFails("x{{ l }}", document, "longer than 4194304 characters");
    }

    @Test
    void saysWhenAValueHasNoText() {
        ObjectNode document = JSON.objectNode();
        document.putArray("n").add(Double.NaN);

        assertFails("x{{ n }}", document, "failed to resolve n at path : failed to marshal []interface {}: [NaN]");
    }

    private static JsonNode resolved(String text, JsonNode document) {
        return Template.compile(TextNode.valueOf(text), DocumentScope.QUERIES).resolve(new DocumentScope(document));
    }

    private static void assertFails(String text, JsonNode document, String reason) {
        assertQuick(() -> assertThatThrownBy(() -> resolved(text, document))
                .isInstanceOf(SubstitutionException.class)
                .hasMessageContaining(reason));
    }

    private static void assertQuick(Runnable question) {
        long start = System.nanoTime();
        question.run();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        if (Boolean.getBoolean("ephor.times")) {
            System.out.println((System.nanoTime() - start) / 1_000_000);
        }
    }
}
