package io.ephor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.FailureAction;
import io.ephor.RuleStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLinesReportTest {
    private static final ResourceIdentity POD = new ResourceIdentity("v1", "Pod", "shop", "bad");
    private static final String HEAD = """
            {"operation":"","resource":{"apiVersion":"v1","kind":"Pod","namespace":"shop","name":"bad"},""";

    private final Captured out = new Captured();
    private final JsonLinesReport report = new JsonLinesReport(out.stream());

    @Test
    void printsALineWithEveryRule() {
        GivenPolicy policy = new GivenPolicy("Policy", "shop", "p", Map.of());
        report.open(1, 1, 0);
        report.add(
                POD,
                policy.judges(
                        GivenPolicy.failure("a", FailureAction.ENFORCE, "say \"no\"\n"),
                        GivenPolicy.rule("b", RuleStatus.SKIP, "")));
        report.close(new Tally());

        assertThat(out.text()).isEqualTo(HEAD + """
                                "policy":{"kind":"Policy","namespace":"shop","name":"p"},"rules":[\
                                {"name":"a","type":"Validation","status":"fail","message":"say \\"no\\"\\n"},\
                                {"name":"b","type":"Validation","status":"skip"}],"blocks":true}
                                """);
    }

    @Test
    void printsALineForAPolicyThatDoesNotConcernTheResource() {
        report.add(POD, GivenPolicy.named("p").judges());

        assertThat(out.text())
                .endsWith("\"policy\":{\"kind\":\"ClusterPolicy\",\"namespace\":\"\",\"name\":\"p\"},\"rules\":[]}\n");
    }

    @Test
    void doesNotBlockForAFailureThatIsAudited() {
        report.add(
                POD,
                GivenPolicy.named("p").judgesWithAuditWarnings(GivenPolicy.failure("a", FailureAction.AUDIT, "m")));

        assertThat(out.text()).contains("\"status\":\"fail\"").doesNotContain("blocks");
    }
}
