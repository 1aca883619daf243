package io.ephor.jmespath.function.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.JmesPath;
import io.ephor.jmespath.JmesPathException;
import io.ephor.jmespath.SearchContext;
import io.ephor.jmespath.function.ImageDefaults;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.syntax.GoJson;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataFunctionsTest {
    @Test
    void everyNameIsRegisteredOnce() {
        assertThat(DataFunctions.ALL).extracting(NamedFunction::name).doesNotHaveDuplicates();
    }

    @Test
    void textsAreParsed() {
        assertResult("parse_json('{\"a\": [1.0, 2]}')", "{\"a\":[1,2]}");
        assertFails("parse_json('{')", "unexpected end of JSON input");
        assertResult(
                "parse_yaml('a: y\nb: 017\nc: 1:30\n1: x\nd: 9007199254740993')",
                "{\"a\":true,\"b\":15,\"c\":\"1:30\",\"1\":\"x\",\"d\":9.007199254740992E15}");
        assertResult("parse_yaml('')", "null");
        assertFails("parse_yaml('a: -.inf')", "json: unsupported value: -Inf");
        assertFails("parse_yaml('a: .nan')", "json: unsupported value: NaN");
        assertFails("parse_yaml('a: *b')", "yaml: unknown anchor 'b' referenced");
        assertFails("parse_yaml('%YAML 1.2\n---\na')", "yaml: found incompatible YAML document");
        assertThatThrownBy(() -> search("parse_yaml('a: [')")).hasMessageStartingWith("yaml: line 1: ");
    }

    @Test
    void valuesAreLookedUp() {
        assertResult(
                "[lookup(`{\"a\": 1}`, 'a'), lookup(`{}`, 'a'), lookup(`[1]`, `0`), lookup(`[1]`, `-1`)]",
                "[1,null,1,null]");
        assertFails("lookup(`{}`, `1`)", "JMESPath function 'lookup': argument #2 is not of type String");
        assertFails(
                "lookup(`[]`, `1.5`)",
                "JMESPath function 'lookup': argument #2: expected an integer number but got: 1.5");
        assertFails(
                "lookup(`[]`, `1e20`)",
                "JMESPath function 'lookup': argument #2: number is outside the range of integer numbers: 1e+20");
        assertFails(
                "lookup(items(`{}`, 'k', 'v'), `0`)",
                "JMESPath function 'lookup': argument #1 is not of type Object or Array");
    }

    @Test
    void itemsAndObjectsAreBuilt() {
        assertResult("items(`{\"b\": 1, \"a\": 2}`, 'k', 'v')", "[{\"k\":\"a\",\"v\":2},{\"k\":\"b\",\"v\":1}]");
        assertResult("items(`[\"x\"]`, 'k', 'k')", "[{\"k\":\"x\"}]");
        assertResult(
                "object_from_lists(['a', `16777217`, `true`], [`1`, `2`])", "{\"a\":1,\"16777216\":2,\"true\":null}");
        assertFails(
                "object_from_lists([`null`], [])", "Invalid type for: <nil>, expected: []jmespath.JpType{\"array\"}");
        assertFails(
                "object_from_lists([`[]`], [`1`])",
                "JMESPath function 'object_from_lists': argument #1 is not of type StringArray");
    }

    @Test
    void imagesAreNormalized() {
        assertResult("image_normalize('nginx')", "\"docker.io/nginx:latest\"");
        assertResult("image_normalize('Foo/bar:1')", "\"Foo/bar:1\"");
        SearchContext hidden = SearchContext.builder()
                .images(new ImageDefaults("ghcr.io", false))
                .build();
        JsonNode image = JmesPath.compile("image_normalize('a/b')").search(GoJson.parse("{}"), hidden);
        assertThat(image.textValue()).isEqualTo("a/b:latest");
        assertFails(
                "image_normalize('')",
                "JMESPath function 'image_normalize': bad image: docker.io/, defaultRegistry: docker.io,"
                        + " enableDefaultRegistryMutation: true: invalid reference format");
    }

    @Test
    void addressesOfUrlsAreInternalOrExternal() {
        assertResult(
                "map(&is_external_url(@), ['http://8.8.8.8/a', 'http://u:p@127.0.0.1:80', 'https://[fd00::1]:1',"
                        + " 'http://[::ffff:10.0.0.1]', 'http://[fe80::1%25eth0]', '//172.32.0.1'])",
                "[true,false,false,false,true,true]");
        assertFails("is_external_url('')", "lookup : no such host");
        assertFails("is_external_url('http://a b/')", "parse \"http://a b/\": invalid character \" \" in host name");
        assertFails("is_external_url('http://h')", "the context gives no addresses of hosts");
    }

    @Test
    void hostsAreLookedUpInTheContext() throws UnknownHostException {
        InetAddress address = InetAddress.getByAddress(new byte[] {10, 0, 0, 1});
        SearchContext context =
                SearchContext.builder().hosts(host -> List.of(address)).build();
        JsonNode external =
                JmesPath.compile("is_external_url('http://db:5432/x')").search(GoJson.parse("{}"), context);
        assertThat(external.booleanValue()).isFalse();
    }

    private static JsonNode search(String expression) {
        return JmesPath.compile(expression).search(GoJson.parse("{}"));
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
}
