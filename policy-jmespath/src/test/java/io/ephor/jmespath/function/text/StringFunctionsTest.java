package io.ephor.jmespath.function.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.JmesPath;
import io.ephor.jmespath.JmesPathException;
import io.ephor.jmespath.SearchContext;
import io.ephor.jmespath.function.BinaryText;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.syntax.GoJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StringFunctionsTest {
    private static final SearchContext SEEDED =
            SearchContext.builder().randomSeed(7).build();

    @Test
    void everyNameIsRegisteredOnce() {
        assertThat(StringFunctions.ALL).extracting(NamedFunction::name).doesNotHaveDuplicates();
    }

    @Test
    void lettersAreMappedOneByOne() {
        assertResult("[to_upper('stra\u00dfe i'), to_lower('\u0130I\u03a3')]", "[\"STRA\u00dfE I\",\"ii\u03c3\"]");
        assertResult(
                "[equal_fold('\u00df', '\u1e9e'), equal_fold('\u00df', 'ss'), equal_fold('\u0131', 'i')]",
                "[true,false,false]");
        assertResult("[compare('a', 'b'), compare('b', 'a'), compare('a', 'a')]", "[-1,1,0]");
        assertResult("[to_boolean('TRUE'), to_boolean('fAlse')]", "[true,false]");
        assertFails(
                "to_boolean('yes')",
                "JMESPath function 'to_boolean': lowercase argument must be 'true' or 'false' (provided: 'yes')");
    }

    @Test
    void endsAreTrimmedByCharacters() {
        assertResult("[trim('xya b\ud83d\ude00', 'yx\ud83d\ude00'), trim_prefix('aab', 'a')]", "[\"a b\",\"ab\"]");
        assertResult("truncate('a\ud83d\ude00b', `2.9`)", "\"a\ud83d\ude00\"");
        assertResult("truncate('abc', `-1`)", "\"\"");
    }

    @Test
    void textsAreReplacedAndSplit() {
        assertResult("replace('aaa', 'a', 'b', `2`)", "\"bba\"");
        assertResult("replace('aaa', 'a', 'b', `-1`)", "\"bbb\"");
        assertResult("replace('aaa', 'a', 'b', `-0.5`)", "\"aaa\"");
        assertResult("replace_all('a\ud83d\ude00', '', '-')", "\"-a-\ud83d\ude00-\"");
        assertResult(
                "[split('a,,', ','), split('', ''), split('', ','), split('a\ud83d\ude00', '')]",
                "[[\"a\",\"\",\"\"],[],[\"\"],[\"a\",\"\ud83d\ude00\"]]");
    }

    @Test
    void regularExpressionsAreReplacedAsGoDoes() {
        assertResult("regex_replace_all('a*', 'baac', 'x')", "\"xbxcx\"");
        assertResult("regex_replace_all('(?P<n>\\w)(\\w)', 'ab', '$2${n}$$')", "\"ba$\"");
        assertResult("regex_replace_all('(\\w+)', 'ab', '$1W')", "\"\"");
        assertResult("regex_replace_all('(?P<n>a)|(?P<n>b)', 'ab', '<$n>')", "\"<a><b>\"");
        assertResult("regex_replace_all_literal('b', 'abc', '$1')", "\"a$1c\"");
        assertResult("regex_match('^16777216$', `16777217`)", "true");
        assertResult("regex_match('^\\p{Uppercase_Letter}$', 'A')", "true");
        assertFails("regex_match('(', 'a')", "error parsing regexp: missing closing ): `(`");
        assertFails(
                "regex_replace_all('a)', 'a', 'a')",
                "JMESPath function 'regex_replace_all': error parsing regexp: unexpected ): `a)`");
    }

    @Test
    void aWrongExpressionIsToldOnlyWhereItIsReached() {
        assertResult("'a' || regex_match('(', 'a')", "\"a\"");
        assertFails("regex_match('(')", "incorrect number of args");
    }

    @Test
    void wildcardsAndLabelsMatch() {
        assertResult("[pattern_match('a?c*', 'abcd'), pattern_match('1?', `12`)]", "[true,true]");
        assertResult("label_match(`{\"a\": 1}`, `{\"a\": 1.0, \"b\": 2}`)", "true");
        assertResult("label_match(`{\"a\": 1}`, `{\"b\": 1}`)", "false");
    }

    @Test
    void bytesThatAreNoTextStayBytes() {
        assertResult("base64_encode(base64_decode('/w=='))", "\"/w==\"");
        assertResult("base64_decode('/w==') == base64_decode('gA==')", "false");
        assertResult("[length(base64_decode('+/+/')), base64_decode('+/+/')]", "[3,\"\ufffd\ufffd\ufffd\"]");
        assertResult("md5(base64_decode('/w=='))", "\"00594fd4f42ba43fc1ca0427a0576295\"");
        byte[] text = BinaryText.bytes(search("base64_decode('w6k=')"));
        assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo("\u00e9");
        assertFails("base64_decode('YQ')", "illegal base64 data at input byte 2");
        assertFails("base64_decode('_w==')", "illegal base64 data at input byte 0");
    }

    @Test
    void digestsAreOfTheTextsBytes() {
        assertResult("sha256('')", "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"");
        assertResult("sha1('a')", "\"86f7e437faa5a7fce15d1ddcb9eaeaea377667b8\"");
    }

    @Test
    void pathsAreShortened() {
        assertResult(
                "map(&path_canonicalize(@), ['', '/../a', 'a/../..', 'a//./b/', '/'])",
                "[\"\",\"/a\",\"..\",\"a/b\",\"/\"]");
    }

    @Test
    void randomTextsMatchAndDependOnTheSeedOnly() {
        String expression = "random('[a-z]{5}-(x|y)+[^a-z]?')";
        String text = search(expression).textValue();
        assertThat(text).matches("[a-z]{5}-[xy]+[^a-z]?");
        assertThat(search(expression).textValue()).isEqualTo(text);
        assertFails("random('')", "no pattern provided");
        assertFails("random('\\d')", "error parsing regexp: invalid escape sequence: `\\d`");
        assertThatThrownBy(() -> JmesPath.compile("random('a')").search(GoJson.parse("{}")))
                .hasMessage("the context gives no seed for random numbers");
    }

    @Test
    @Timeout(60)
    void hostileExpressionsEndInAnError() {
        assertFails("random('[a-z]{1000000}')", "error parsing regexp: invalid repeat count: `{1000000}`");
        assertLimit("random('((x*)*)*')");
        assertLimit("random('((()*)*)*')");
        assertFails("regex_match('(x{1000}){1000}', 'x')", "error parsing regexp: invalid repeat count: `{1000}`");
        assertFails(
                "regex_match('x{1000}{1000}', 'x')",
                "error parsing regexp: invalid nested repetition operator: `{1000}{1000}`");
        String deep = "(".repeat(2_000) + "a" + ")".repeat(2_000);
        assertThatThrownBy(() -> search("regex_match('" + deep + "', 'x')"))
                .hasMessageStartingWith("error parsing regexp: expression nests too deeply: ");
        assertLimit("regex_match('" + "(((.{100}){10}|b)c)".repeat(200) + "', 'x')");
    }

    @Test
    @Timeout(60)
    void hostileTextsAreMatchedInLinearTimeOrRefused() {
        JsonNode text = GoJson.parse("\"" + "a".repeat(100_000) + "!\"");
        long start = System.nanoTime();
        assertThat(JmesPath.compile("regex_match('(a+)+$', @)").search(text).booleanValue())
                .isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThatThrownBy(() ->
                        JmesPath.compile("regex_replace_all('a.*b|a', @, 'x')").search(text))
                .isInstanceOfSatisfying(
                        JmesPathException.class,
                        error -> assertThat(error.code()).isEqualTo(JmesPathException.Code.LIMIT));
        assertThatThrownBy(() -> JmesPath.compile("replace_all(@, '', @)").search(text))
                .hasMessage("text is longer than 4194304 characters");
    }

    private static JsonNode search(String expression) {
        return JmesPath.compile(expression).search(GoJson.parse("{}"), SEEDED);
    }

    private static void assertResult(String expression, String expected) {
        assertThat(search(expression)).as(expression).hasToString(expected);
    }

    private static void assertFails(String expression, String message) {
        assertThatThrownBy(() -> search(expression))
                .as(expression)
                .isInstanceOf(JmesPathException.class)
                .hasMessage(message);
    }

    private static void assertLimit(String expression) {
        assertThatThrownBy(() -> search(expression))
                .isInstanceOfSatisfying(
                        JmesPathException.class,
                        error -> assertThat(error.code()).isEqualTo(JmesPathException.Code.LIMIT));
    }
}
