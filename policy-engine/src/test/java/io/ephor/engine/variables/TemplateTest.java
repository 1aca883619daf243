package io.ephor.engine.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();
    private static final JsonNode DOCUMENT = json("{foo: 'bar', bar: 'baz', num: 7, small: 1e-7, nul: null, yes: true,"
            + " lst: ['x', 1], obj: {k: 'v', a: ['<']}, key: 'foo', tmpl: '{{ foo }}', esc: '\\\\{{ foo }}',"
            + " nested: {'{{ foo }}': ['p-{{ num }}', '\\\\{{ x }}']}, half: '{{', uni: '日', empty: '',"
            + " elementIndex: 1, request: {operation: 'CREATE', object: {metadata: {name: 'pod'}}}}");

    @Test
    void keepsTheTypeOfAVariableThatIsTheWholeText() {
        assertThat(resolved("'{{ num }}'")).isEqualTo("7");
        assertThat(resolved("'{{nul}}'")).isEqualTo("null");
        assertThat(resolved("['{{ lst }}', {a: '{{ yes }}'}]")).isEqualTo("[[\"x\",1],{\"a\":true}]");
    }

    @Test
    void writesValuesIntoTheTextAroundThem() {
        assertThat(resolved("'a-{{ foo }}-{{ num }}-{{ nul }}'")).isEqualTo("\"a-bar-7-null\"");
        assertThat(resolved("'x{{ small }}'")).isEqualTo("\"x1e-07\"");
        assertThat(resolved("'x{{ obj }}'")).isEqualTo("\"x{\\\"a\\\":[\\\"\\\\u003c\\\"],\\\"k\\\":\\\"v\\\"}\"");
    }

    @Test
    void searchesTextsAgainUntilThereAreNoVariables() {
        assertThat(resolved("'{{ foo }}{{ bar }}{{ foo }}{{ bar }}'")).isEqualTo("\"barbazbarbaz\"");
        assertThat(resolved("'{{ {{ key }} }}'")).isEqualTo("\"bar\"");
        assertThat(resolved("'{{ lst[{{ elementIndex }}] }}'")).isEqualTo("1");
        assertThat(resolved("'x{{ tmpl }}'")).isEqualTo("\"xbar\"");
        assertThat(resolved("'x{{ half }} foo }}'")).isEqualTo("\"xbar\"");
    }

    @Test
    void doesNotSearchTextsThatAreTheValueOfTheWholeText() {
        assertThat(resolved("'{{ tmpl }}'")).isEqualTo("\"{{ foo }}\"");
        assertThat(resolved("'{{ esc }}'")).isEqualTo("\"\\\\{{ foo }}\"");
    }

    @Test
    void searchesListsAndObjectsThatAreTheValueOfTheWholeText() {
        assertThat(resolved("'{{ nested }}'")).isEqualTo("{\"bar\":[\"p-7\",\"{{ x }}\"]}");
    }

    @Test
    void leavesVariablesInShallowValuesAlone() {
        assertThat(resolved("'x{{- tmpl }}'")).isEqualTo("\"x{{ foo }}\"");
        assertThat(resolved("'{{- foo }}{{ foo }}'")).isEqualTo("\"bar{{ foo }}\"");
        assertThat(resolved("'{{- tmpl }} {{foo}}'")).isEqualTo("\"{{ foo }} bar\"");
        assertThat(resolved("'x{{- num }}'")).isEqualTo("\"x7\"");
    }

    @Test
    void takesTheBackslashFromEscapedVariables() {
        assertThat(resolved("'\\\\{{ foo }} {{ foo }}'")).isEqualTo("\"{{ foo }} bar\"");
        Template template = template("{a: '\\\\{{ foo }}', b: 1}");
        assertThat(template.isStatic()).isTrue();
        assertThat(template.tree()).hasToString("{\"a\":\"{{ foo }}\",\"b\":1}");
    }

    @Test
    void leavesAloneWhatIsNoVariable() {
        for (String text : new String[] {"{{", "}}", "{{ foo", "{ foo }}", "{{ {a: {b: foo}} }}", "\\{\\{ foo }}"}) {
            Template template = Template.compile(TextNode.valueOf(text), DocumentScope.QUERIES);
            assertThat(template.isStatic()).as(text).isTrue();
            assertThat(template.tree().textValue()).isEqualTo(text);
        }
    }

    @Test
    void substitutesKeys() {
        assertThat(resolved("{'{{ foo }}': 1, 'x-{{ num }}': 2}")).isEqualTo("{\"bar\":1,\"x-7\":2}");
        assertThat(resolved("{'{{ nul }}': 1}")).isEqualTo("{\"{{ nul }}\":1}");
        assertThat(resolved("{'{{ foo }}': 1, bar: 2}")).isEqualTo("{\"bar\":1}");
        assertThat(resolved("{bar: 2, '{{ foo }}': 1}")).isEqualTo("{\"bar\":1}");
    }

    @Test
    void refusesKeysThatAreNoTexts() {
        SubstitutionException failure = failure("{a: {'{{ num }}': 1}}");

        assertThat(failure).hasMessage("expected string after substituting variables in key \"{{ num }}\"");
        assertThat(failure.pointer()).isEqualTo("/a");
    }

    @Test
    void saysWhichVariableHasNoValueAndWhere() {
        SubstitutionException failure = failure("{'a/b': [{c: '{{ nosuch.x }}'}]}");

        assertThat(failure)
                .hasMessage("failed to resolve nosuch.x at path /a\\/b/0/c: "
                        + "JMESPath query failed: Unknown key \"nosuch\" in path");
        assertThat(failure.pointer()).isEqualTo("/a~1b/0/c");
        assertThat(failure.isUnknownKey()).isTrue();
        assertThat(failure("'{{ foo bar }}'").isUnknownKey()).isFalse();
    }

    @Test
    void namesThePlaceOfTheTextForFaultsInsideItsValue() {
        JsonNode document = json("{v: {list: ['{{ nosuch }}']}}");
        Template template = template("{a: '{{ v }}'}");

        SubstitutionException failure =
                catchThrowableOfType(SubstitutionException.class, () -> template.resolve(new DocumentScope(document)));

        assertThat(failure).hasMessageContaining("at path /a/list/0: ");
        assertThat(failure.pointer()).isEqualTo("/a");
    }

    @Test
    void asksTheOldObjectInARequestThatDeletes() {
        JsonNode document =
                json("{request: {operation: 'DELETE', oldObject: {name: 'old'}}, var: 'request.object.name'}");
        Template template = template("['{{ request.object.name }}', '{{ {{ var }} }}', \"{{ 'request.object' }}\"]");
        DocumentScope scope = new DocumentScope(document);

        assertThat(template.resolve(scope)).hasToString("[\"old\",\"old\",\"request.oldObject\"]");
        assertThat(scope.compiled()).contains("request.oldObject.name");
    }

    @Test
    void asksTheFieldOfTheResourceAtTheSamePlace() {
        assertThat(resolved("{mutate: {patch: {metadata: {name: \"{{ to_string('{{@}}') }}\"}}}}"))
                .contains("\"name\":\"pod\"");
        JsonNode withTarget = json("{target: {x: [{'k-1': 'v'}]}, request: {object: {}}}");
        Template template = template("{mutate: {foreach: [{patch: {x: [{'k-1': '{{@}}'}]}}]}}");
        assertThat(template.resolve(new DocumentScope(withTarget)).toString()).contains("{\"k-1\":\"v\"}");
    }

    @Test
    void resolvesReferencesWhenItIsCompiled() {
        Template template = template("{a: 5, '=(b)': 'v', c: '$(<=/a)', d: 'x-$(../b)', e: '\\\\$(NAME)'}");

        assertThat(template.isStatic()).isTrue();
        assertThat(template.tree())
                .hasToString("{\"a\":5,\"=(b)\":\"v\",\"c\":\"<=5.000000\",\"d\":\"x-v\",\"e\":\"$(NAME)\"}");
    }

    @Test
    void readsTheTreeAsItWasWrittenThroughReferences() {
        assertThat(resolved("{a: '$(/b)', b: '$(/c)', c: '{{ foo }}'}"))
                .isEqualTo("{\"a\":\"$(/c)\",\"b\":\"bar\",\"c\":\"bar\"}");
    }

    @Test
    void saysWhichReferenceLeadsNowhere() {
        SubstitutionException failure = failure("{cmd: 'echo $(date)'}");

        assertThat(failure).hasMessage("got nil resolved variable $(date) at path /cmd: <nil>");
        assertThat(failure.pointer()).isEqualTo("/cmd");
        assertThat(failure.isUnknownKey()).isFalse();
    }

    @Test
    void isItsOwnValueWhereThereIsNothingToSubstitute() {
        JsonNode tree = json("{a: ['b', 1, {c: null}]}");
        Template template = Template.compile(tree, DocumentScope.QUERIES);

        assertThat(template.isStatic()).isTrue();
        assertThat(template.tree()).isSameAs(tree);
        assertThat(template.resolve(new DocumentScope(DOCUMENT))).isSameAs(tree);
    }

    @Test
    void sharesWhatHasNoVariables() {
        JsonNode tree = json("{a: {b: 'c'}, d: '{{ obj }}'}");

        JsonNode value = Template.compile(tree, DocumentScope.QUERIES).resolve(new DocumentScope(DOCUMENT));

        assertThat(value.get("a")).isSameAs(tree.get("a"));
        assertThat(value.get("d")).isSameAs(DOCUMENT.get("obj"));
        assertThat(tree).hasToString("{\"a\":{\"b\":\"c\"},\"d\":\"{{ obj }}\"}");
    }

    @Test
    void compilesWhatIsKnownAndAsksTheRestByItsText() {
        DocumentScope scope = new DocumentScope(DOCUMENT);

        template("'{{ foo }}{{ bar }} {{ lst[{{ elementIndex }}] }}'").resolve(scope);

        assertThat(scope.compiled()).containsExactly("foo", "elementIndex", "bar");
        assertThat(scope.dynamic()).containsExactly("lst[1]");
    }

    @Test
    void listsTheVariablesThatStandInIt() {
        assertThat(template("{'a-{{ foo }}': ['x {{ b.c }}{{- d }} {{ lst[{{ i }}] }}']}")
                        .variables())
                .containsExactly(
                        new TemplateVariable("foo", "", "/a-{{ foo }}", true, 5),
                        new TemplateVariable("b.c", "/a-{{ foo }}/0", "/a-{{ foo }}/0", false, 5),
                        new TemplateVariable("d", "/a-{{ foo }}/0", "/a-{{ foo }}/0", false, 15),
                        new TemplateVariable("i", "/a-{{ foo }}/0", "/a-{{ foo }}/0", false, 30));
    }

    private static Template template(String tree) {
        return Template.compile(json(tree), DocumentScope.QUERIES);
    }

    private static String resolved(String tree) {
        return template(tree).resolve(new DocumentScope(DOCUMENT)).toString();
    }

    private static SubstitutionException failure(String tree) {
        Template template = template(tree);
        return catchThrowableOfType(SubstitutionException.class, () -> template.resolve(new DocumentScope(DOCUMENT)));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
