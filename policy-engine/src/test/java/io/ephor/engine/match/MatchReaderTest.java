package io.ephor.engine.match;

import static io.ephor.engine.match.Written.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.engine.match.Written.Faults;
import io.ephor.engine.source.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchReaderTest {
    private final Faults faults = new Faults();

    private MatchBlock read(String text) {
        return new MatchReader(faults).block(json(text), "/match");
    }

    @Test
    void readsEveryPart() {
        MatchBlock block =
                read("{any: [{resources: {kinds: [Pod], name: a, names: [b], namespaces: [c], annotations: {d: e},"
                        + " operations: [CREATE], selector: {matchLabels: {f: g}}, namespaceSelector: {matchExpressions:"
                        + " [{key: h, operator: In, values: [i]}]}}, roles: [j], clusterRoles: [k],"
                        + " subjects: [{kind: l, name: m, namespace: o}]}]}");
        assertThat(faults.reported).isEmpty();
        assertThat(block)
                .isEqualTo(new MatchBlock(
                        List.of(new ResourceFilter(
                                List.of("CREATE"),
                                List.of("Pod"),
                                "a",
                                List.of("b"),
                                List.of("c"),
                                Map.of("d", "e"),
                                new LabelSelector(Map.of("f", "g"), List.of()),
                                new LabelSelector(Map.of(), List.of(new LabelExpression("h", "In", List.of("i")))),
                                List.of("j"),
                                List.of("k"),
                                List.of(new Subject("l", "m", "o")))),
                        List.of(),
                        ResourceFilter.EMPTY));
    }

    @Test
    void takesNullForAbsent() {
        assertThat(read("null")).isEqualTo(MatchBlock.EMPTY);
        assertThat(read("{any: null, resources: {kinds: null, selector: null}, roles: null}"))
                .isEqualTo(MatchBlock.EMPTY);
        assertThat(read("{resources: {annotations: {a: null}, names: [null]}}").direct())
                .isEqualTo(
                        read("{resources: {annotations: {a: ''}, names: ['']}}").direct());
        assertThat(read("{all: [null]}").all()).containsExactly(ResourceFilter.EMPTY);
        assertThat(faults.reported).isEmpty();
    }

    @Test
    void tellsAnEmptyListOfRolesFromNone() {
        assertThat(read("{roles: []}").isEmpty()).isFalse();
        assertThat(read("{roles: []}").direct().admitsEveryUser()).isTrue();
    }

    @Test
    void reportsEveryValueOfAWrongType() {
        read("{any: {}, all: [5], resources: {kinds: Pod, name: [], names: [1], annotations: {'a/b~': true},"
                + " selector: [], namespaceSelector: {matchLabels: x, matchExpressions: [{key: 1, values: 'a'}, 7]}},"
                + " roles: {}, subjects: [x, {kind: 1}]}");
        assertThat(faults.reported).extracting(Fault::code).containsOnly("wrong-type");
        assertThat(faults.reported)
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/match/any",
                        "/match/all/0",
                        "/match/resources/kinds",
                        "/match/resources/name",
                        "/match/resources/names/0",
                        "/match/resources/annotations/a~1b~0",
                        "/match/resources/selector",
                        "/match/resources/namespaceSelector/matchLabels",
                        "/match/resources/namespaceSelector/matchExpressions/0/key",
                        "/match/resources/namespaceSelector/matchExpressions/0/values",
                        "/match/resources/namespaceSelector/matchExpressions/1",
                        "/match/roles",
                        "/match/subjects/0",
                        "/match/subjects/1/kind");
        assertThat(faults.reported.get(0).message()).isEqualTo("expected a list, found an object");
    }

    @Test
    void reportsABlockThatIsNone() {
        assertThat(read("[]")).isEqualTo(MatchBlock.EMPTY);
        assertThat(faults.reported).extracting(Fault::message).containsExactly("expected an object, found a list");
    }
}
