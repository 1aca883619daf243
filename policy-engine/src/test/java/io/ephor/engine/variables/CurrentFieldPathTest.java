package io.ephor.engine.variables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurrentFieldPathTest {
    @Test
    void leavesTheFirstTwoStepsOut() {
        assertThat(expression("/mutate/patchStrategicMerge/spec/containers/0/image"))
                .isEqualTo("request.object.spec.containers[0].image");
        assertThat(expression("/mutate/patchStrategicMerge")).isEqualTo("request.object");
        assertThat(expression("")).isEqualTo("request.object");
    }

    @Test
    void leavesOutWhatStandsBeforeALoop() {
        assertThat(expression("/mutate/foreach/0/patchStrategicMerge/a/b")).isEqualTo("request.object.a.b");
    }

    @Test
    void quotesNamesThatAreNoIdentifiers() {
        assertThat(expression("/m/p/a-b/tier.x\\/y/(c)/1d/99999999999999999999"))
                .isEqualTo("request.object.\"a-b\".\"tier.x/y\".\"(c)\".\"1d\".\"99999999999999999999\"");
        assertThat(expression("/m/p/18446744073709551615/\\\"\n\u0001"))
                .isEqualTo("request.object[18446744073709551615].\"\\\"\\n\\u0001\"");
    }

    private static String expression(String path) {
        return CurrentFieldPath.expression(path, "request.object");
    }
}
