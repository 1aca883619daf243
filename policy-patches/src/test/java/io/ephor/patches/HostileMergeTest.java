package io.ephor.patches;

import static io.ephor.patches.JsonText.json;
import static io.ephor.patches.JsonText.nestedLists;
import static io.ephor.patches.JsonText.nestedMaps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patches and documents that mean harm end in a value that names the limit. */
@Timeout(60)
class HostileMergeTest {
    private static final JsonNode POD =
            json("{apiVersion:'v1',kind:'Pod',spec:{containers:[{name:'a',ports:[{containerPort:80}]}]}}");

    @Test
    void refusesPatchesThatAreTooDeep() {
        assertThat(apply(nestedMaps("a", 100_000, TextNode.valueOf("x")), POD)).contains("deeper than 500 levels");
        assertThat(apply(nestedLists(100_000), POD)).contains("deeper than 500 levels");
    }

    @Test
    void refusesDocumentsThatAreTooDeepToBeLookedInto() {
        JsonNode deep = nestedMaps("a", 100_000, TextNode.valueOf("x"));
        assertThat(apply(json("{b:1}"), deep)).contains("deeper than 1000 levels");
        JsonNode deepData = ((ObjectNode) json("{apiVersion:'v1',kind:'ConfigMap'}")).set("data", deep);
        assertThat(StrategicMerge.compile(json("{b:1}")).apply(deepData)).isInstanceOf(PatchOutcome.Patched.class);
    }

    @Test
    void refusesListsThatTakeTooManyComparisons() {
        ObjectNode pod = POD.deepCopy();
        ArrayNode containers = ((ObjectNode) pod.get("spec")).putArray("containers");
        for (int i = 0; i < 100_000; i++) {
            containers.addObject().put("name", "c" + i / 2);
        }
        assertThat(apply(json("{spec:{x:1}}"), pod)).contains("more than 20000000 comparisons");
    }

    @Test
    void refusesAnchorsThatMultiplyThePatch() {
        ObjectNode pod = POD.deepCopy();
        ArrayNode containers = ((ObjectNode) pod.get("spec")).putArray("containers");
        for (int i = 0; i < 1_000; i++) {
            ArrayNode env = containers.addObject().put("name", "c" + i).putArray("env");
            for (int j = 0; j < 100; j++) {
                env.addObject().put("name", "e" + j);
            }
        }
        JsonNode patch = json("{spec:{containers:[{'(name)':'*',env:[{'(name)':'*',value:'x'}]}]}}");
        assertThat(apply(patch, pod)).contains("more than 1000000 nodes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{spec:{$patch:{}}}",
                "{spec:{$patch:[]}}",
                "{spec:{$patch:null}}",
                "{spec:{$patch:1}}",
                "{spec:{containers:[{$patch:null}]}}",
                "{spec:{containers:[{$patch:{a:1}}]}}",
                "{spec:{containers:[null,{},[],1,{$patch:'replace'}]}}",
                "{spec:{containers:[[{'(a)':1}],{$patch:'merge'},{name:{}},{name:[]},{name:null}]}}",
                "{spec:{containers:{name:'a'}}}",
                "{spec:{containers:[{name:'a',ports:[{$patch:'delete',containerPort:80},{containerPort:'80',protocol:null}]}]}}",
                "{spec:{'(containers)':[{'(name)':'(x)'}],' (a) ':1,'()':2,'+()':3}}",
                "{spec:{containers:[{'(name)':'a'},{'(name)':'b'}]}}",
                "{$patch:{$patch:{$patch:'delete'}}}",
                "{metadata:{finalizers:[{a:1},'x',null,[1]]}}"
            })
    void answersStrangePatches(String text) {
        StrategicMerge patch = StrategicMerge.compile(json(text));
        for (JsonNode resource :
                new JsonNode[] {POD, json("{}"), json("{spec:null}"), json("{spec:[1]}"), json("{spec:'x'}")}) {
            assertThat(patch.apply(resource)).isNotNull();
        }
    }

    @Test
    void answersWhatIsNoObject() {
        StrategicMerge patch = StrategicMerge.compile(json("{a:1}"));
        assertThat(patch.apply(NullNode.instance)).isInstanceOf(PatchOutcome.Failed.class);
        assertThat(patch.apply(json("[1]"))).isInstanceOf(PatchOutcome.Failed.class);
        assertThat(StrategicMerge.compile(NullNode.instance).apply(POD)).isInstanceOf(PatchOutcome.Failed.class);
        assertThat(StrategicMerge.compile(json("{a:1}"))
                        .apply(JsonNodeFactory.instance.objectNode().put("a", Double.NaN)))
                .isInstanceOf(PatchOutcome.Patched.class);
    }

    @Test
    void keepsFaultsShort() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 100_000; i++) {
            list.add("some text");
        }
        JsonNode pod = ((ObjectNode) json("{apiVersion:'v1',kind:'Pod'}")).set("metadata", list);
        assertThat(apply(json("{metadata:{labels:{a:'b'}}}"), pod)).hasSizeLessThan(20_000);
    }

    private static String apply(JsonNode patch, JsonNode resource) {
        PatchOutcome outcome = StrategicMerge.compile(patch).apply(resource);
        return outcome instanceof PatchOutcome.Failed failed ? failed.text() : outcome.toString();
    }
}
