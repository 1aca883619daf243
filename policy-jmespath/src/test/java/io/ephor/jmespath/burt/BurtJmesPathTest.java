package io.ephor.jmespath.burt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPath;
import io.burt.jmespath.function.FunctionCallException;
import io.burt.jmespath.parser.ParseException;
import io.ephor.jmespath.JmesPathException;
import io.ephor.jmespath.SearchContext;
import io.ephor.jmespath.function.Signature;
import io.ephor.jmespath.syntax.GoJson;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BurtJmesPathTest {
    private static final JsonNode POD = GoJson.parse("{\"spec\":{\"containers\":[{\"name\":\"a\"},{\"name\":\"b\"}]}}");

    @Test
    void runsTheExampleOfTheDocumentation() {
        JmesPath<JsonNode> jmesPath = BurtJmesPath.standard();
        Expression<JsonNode> names = jmesPath.compile("spec.containers[].name");
        assertThat(names.search(POD)).hasToString("[\"a\",\"b\"]");
        assertThat(names).hasToString("spec.containers[].name");
    }

    @Test
    void takesOwnFunctionsAndAContext() {
        JmesPath<JsonNode> jmesPath = BurtJmesPath.of(
                io.ephor.jmespath.JmesPath.builder()
                        .function(Signature.of("hello"), (given, context) -> TextNode.valueOf("hi"))
                        .build(),
                SearchContext.builder().now(Instant.EPOCH).build());
        assertThat(jmesPath.compile("[hello(), time_now_utc()]").search(POD))
                .hasToString("[\"hi\",\"1970-01-01T00:00:00Z\"]");
    }

    @Test
    void faultOfTheTextIsTheLibrarysParseException() {
        JmesPath<JsonNode> jmesPath = BurtJmesPath.standard();
        assertThatThrownBy(() -> jmesPath.compile("a.")).isInstanceOfSatisfying(ParseException.class, exception -> {
            assertThat(exception.getMessage()).contains("a.");
            assertThat(exception.getCause()).isInstanceOf(JmesPathException.class);
            assertThat(exception.iterator().next().position()).isEqualTo(2);
            assertThat(exception.iterator().next().message())
                    .isEqualTo("SyntaxError: Expected identifier, lbracket, or lbrace");
        });
    }

    @Test
    void overLimitIsTheLibrarysException() {
        JmesPath<JsonNode> jmesPath = BurtJmesPath.standard();
        String text = "a.".repeat(5_000_000);
        assertThatThrownBy(() -> jmesPath.compile(text))
                .isInstanceOf(io.burt.jmespath.JmesPathException.class)
                .isNotInstanceOf(ParseException.class)
                .hasMessageContaining("longer than 100000 characters");
    }

    @Test
    void errorsOfASearchAreTheLibrarysExceptions() {
        JmesPath<JsonNode> jmesPath = BurtJmesPath.standard();
        assertThatThrownBy(() -> jmesPath.compile("nosuch(@)").search(POD))
                .isInstanceOf(FunctionCallException.class)
                .hasMessage("unknown function: nosuch");
        assertThatThrownBy(() -> jmesPath.compile("spec.nosuch").search(POD))
                .isInstanceOf(io.burt.jmespath.JmesPathException.class)
                .hasMessage("Unknown key \"nosuch\" in path")
                .cause()
                .isInstanceOfSatisfying(
                        JmesPathException.class,
                        cause -> assertThat(cause.position()).isEqualTo(5));
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesNull() {
        Expression<JsonNode> expression = BurtJmesPath.standard().compile("a");
        assertThatNullPointerException().isThrownBy(() -> expression.search(null));
        assertThatNullPointerException()
                .isThrownBy(() -> BurtJmesPath.standard().compile(null));
    }
}
