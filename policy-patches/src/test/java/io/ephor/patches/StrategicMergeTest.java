package io.ephor.patches;

import static io.ephor.patches.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategicMergeTest {
    private static final JsonNode POD = json("{apiVersion:'v1',kind:'Pod',metadata:{name:'p',labels:{a:'b'}},"
            + "spec:{containers:[{name:'a',image:'x'},{name:'b',image:'y:latest'}]}}");

    @Test
    void addsAField() {
        JsonNode patched = patched("{metadata:{labels:{c:'d'}}}", POD);
        assertThat(patched.at("/metadata/labels")).isEqualTo(json("{a:'b',c:'d'}"));
    }

    @Test
    void sharesWhatDoesNotChangeAndWritesToNothing() {
        JsonNode pod = POD.deepCopy();
        JsonNode patch = json("{metadata:{labels:{c:'d'}},spec:{containers:[{name:'b',image:'z'}]}}");
        JsonNode before = patch.deepCopy();
        JsonNode patched = ((PatchOutcome.Patched) StrategicMerge.compile(patch).apply(pod)).document();
        assertThat(pod).isEqualTo(POD);
        assertThat(patch).isEqualTo(before);
        assertThat(patched.at("/spec/containers/1")).isSameAs(pod.at("/spec/containers/0"));
        assertThat(patched.at("/metadata/name")).isSameAs(pod.at("/metadata/name"));
        assertThat(StrategicMerge.compile(json("{metadata:{labels:{c:'d'}}}")).apply(pod))
                .isInstanceOfSatisfying(
                        PatchOutcome.Patched.class,
                        outcome -> assertThat(outcome.document().get("spec")).isSameAs(pod.get("spec")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{metadata:{labels:{a:'b'}}}",
                "{metadata:{labels:{zz:null}}}",
                "{metadata:{'(labels)':{a:'c'},annotations:{z:'w'}}}",
                "{spec:{'<(hostPID)':true,hostNetwork:true}}",
                "{metadata:{labels:{'+(a)':'c'}}}",
                "{spec:{containers:[{'<(image)':'gcr.io/*'}],imagePullSecrets:[{name:'s'}]}}",
                "{spec:{containers:[{name:'a',$patch:'replace',image:'new'}]}}",
                "{spec:{containers:[{name:'zz',$patch:'delete'}]}}",
                "{}"
            })
    void leavesADocumentAsItIs(String patch) {
        assertThat(StrategicMerge.compile(json(patch)).apply(POD)).isEqualTo(new PatchOutcome.Unchanged());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'(name)':'*',imagePullPolicy:'Always'} | [{name:'a',image:'x',imagePullPolicy:'Always'},{name:'b',image:'y:latest',imagePullPolicy:'Always'}]",
                "{'(image)':'*:latest',image:'z'} | [{name:'b',image:'z'},{name:'a',image:'x'}]",
                "{name:'c',image:'w'} | [{name:'c',image:'w'},{name:'a',image:'x'},{name:'b',image:'y:latest'}]",
                "{name:'b',$patch:'delete'} | [{name:'a',image:'x'}]",
                "{name:'a',image:null} | [{name:'a'},{name:'b',image:'y:latest'}]",
                "{image:'z'} | []",
            })
    void mergesContainersByTheirNames(String element, String expected) {
        JsonNode patched = patched("{spec:{containers:[" + element + "]}}", POD);
        assertThat(patched.at("/spec/containers")).isEqualTo(json(expected));
    }

    @Test
    void collapsesDoubledKeysThatThePatchDoesNotTouch() {
        JsonNode pod = json("{apiVersion:'v1',kind:'Pod',spec:{containers:[{name:'a',"
                + "env:[{name:'A',value:'1'},{name:'B',value:'2'},{name:'A',value:'3'}]}]}}");
        assertThat(patched("{metadata:{labels:{x:'y'}}}", pod).at("/spec/containers/0/env"))
                .isEqualTo(json("[{name:'A',value:'3'},{name:'B',value:'2'}]"));
    }

    @Test
    void replacesListsOfKindsThatItDoesNotKnow() {
        JsonNode widget = json("{apiVersion:'x.io/v1',kind:'Widget',spec:{items:[{name:'a'},{name:'b'}]}}");
        assertThat(patched("{spec:{items:[{name:'c'}]}}", widget).at("/spec/items"))
                .isEqualTo(json("[{name:'c'}]"));
    }

    @Test
    void looksForAKnownKindInsideAnUnknownOne() {
        JsonNode widget = json("{apiVersion:'x.io/v1',kind:'Widget',template:{apiVersion:'v1',kind:'Pod',"
                + "spec:{containers:[{name:'a'}]}}}");
        assertThat(patched("{template:{spec:{containers:[{name:'b'}]}}}", widget)
                        .at("/template/spec/containers"))
                .isEqualTo(json("[{name:'b'},{name:'a'}]"));
    }

    @Test
    void keepsTextsWhereNumbersAreSetOverThem() {
        JsonNode map = json("{kind:'X',a:'z',b:'3',c:3}");
        assertThat(patched("{a:3,b:3,c:'4'}", map)).isEqualTo(json("{kind:'X',a:'3',b:'3',c:'4'}"));
    }

    @Test
    void seesNumbersOfThePatchAsFloats() {
        JsonNode patched = patched("{a:1.0,b:9007199254740993,c:1e3}", json("{kind:'X'}"));
        assertThat(patched.toString()).isEqualTo("{\"kind\":\"X\",\"a\":1,\"b\":9007199254740992,\"c\":1000}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{$patch:'delete'} | filter cannot create or delete objects",
                "{metadata:{$patch:'bogus'}} | unknown patch strategy 'bogus'",
                "{metadata:'x'} | wrong node kind: expected MappingNode but got ScalarNode: node contents:\\n\"x\"\\n",
                "[1,{a:'b'}] | failed to preProcess rule: wrong node kind: expected MappingNode but got SequenceNode: node contents:\\n[1, {\"a\": \"b\"}]\\n",
            })
    void saysWhyItCannotBeApplied(String patch, String cause) {
        assertThat(StrategicMerge.compile(json(patch)).apply(POD))
                .isEqualTo(new PatchOutcome.Failed("failed to patch resource: " + cause.replace("\\n", "\n")));
    }

    @Test
    void tellsTheFirstOfSeveralFaultsByKey() {
        assertThat(StrategicMerge.compile(json("{spec:{$patch:'two'},metadata:{$patch:'one'}}"))
                        .apply(POD))
                .isEqualTo(new PatchOutcome.Failed("failed to patch resource: unknown patch strategy 'one'"));
    }

    @Test
    void tellsTheConditionThatIsNotMet() {
        StrategicMerge patch = StrategicMerge.compile(json("{metadata:{'(labels)':{a:'c'}},spec:{x:1}}"));
        assertThat(patch.unmetCondition(POD))
                .contains("condition failed: resource value 'b' does not match 'c' at path /a/");
        assertThat(patch.resolve(POD)).contains(json("{}"));
    }

    @Test
    void resolvesAnchorsAgainstAResource() {
        StrategicMerge patch = StrategicMerge.compile(json(
                "{metadata:{labels:{'+(a)':'x','+(b)':'y'}},spec:{containers:[{'(image)':'*:latest',tty:true}]}}"));
        assertThat(patch.unmetCondition(POD)).isEmpty();
        assertThat(patch.resolve(POD))
                .contains(json("{metadata:{labels:{b:'y'}},spec:{containers:[{tty:true,name:'b'}]}}"));
    }

    private static JsonNode patched(String patch, JsonNode resource) {
        PatchOutcome outcome = StrategicMerge.compile(json(patch)).apply(resource);
        assertThat(outcome).isInstanceOf(PatchOutcome.Patched.class);
        return ((PatchOutcome.Patched) outcome).document();
    }
}
