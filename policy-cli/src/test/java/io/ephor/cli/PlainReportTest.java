package io.ephor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.FailureAction;
import io.ephor.RuleStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainReportTest {
    private static final ResourceIdentity POD = new ResourceIdentity("v1", "Pod", "shop", "bad");
    private static final ResourceIdentity NAMESPACE = new ResourceIdentity("v1", "Namespace", "", "shop");

    private final Captured out = new Captured();
    private final Captured err = new Captured();
    private final PlainReport report = new PlainReport(out.stream(), err.stream(), false);

    @Test
    void saysWhatIsAppliedToWhat() {
        report.open(3, 2, 0);

        assertThat(out.text()).isEqualTo("\nApplying 3 policy rule(s) to 2 resource(s)...\n");
    }

    @Test
    void numbersTheFailuresOfAPolicyAndLeavesOutWhatPassed() {
        report.add(
                POD,
                GivenPolicy.named("images")
                        .judges(
                                GivenPolicy.failure("no-latest", FailureAction.ENFORCE, "tag latest"),
                                GivenPolicy.rule("other", RuleStatus.PASS, "fine"),
                                GivenPolicy.failure("no-root", FailureAction.AUDIT, "root")));

        assertThat(out.text())
                .isEqualTo(
                        "policy images -> resource shop/Pod/bad failed:\n1 - no-latest tag latest\n2 - no-root root\n");
    }

    @Test
    void saysSomethingForAFailureWithoutMessage() {
        report.add(NAMESPACE, GivenPolicy.named("p").judges(GivenPolicy.failure("r", FailureAction.ENFORCE, "")));

        assertThat(out.text()).isEqualTo("policy p -> resource /Namespace/shop failed:\n1 - r validation failed\n");
    }

    @Test
    void callsFailuresAuditWarningsOnlyIfNoneOfThemBlocks() {
        report.add(
                POD,
                GivenPolicy.named("p").judgesWithAuditWarnings(GivenPolicy.failure("r", FailureAction.AUDIT, "m")));
        report.add(
                POD,
                GivenPolicy.named("q")
                        .judgesWithAuditWarnings(
                                GivenPolicy.failure("r", FailureAction.AUDIT, "m"),
                                GivenPolicy.failure("s", FailureAction.ENFORCE, "n")));

        assertThat(out.text())
                .startsWith("policy p -> resource shop/Pod/bad failed as audit warning:\n")
                .contains("policy q -> resource shop/Pod/bad failed:\n");
    }

    @Test
    void tellsWhyARuleCouldNotBeEvaluatedOnTheErrorStream() {
        report.add(POD, GivenPolicy.named("p").judges(GivenPolicy.rule("r", RuleStatus.ERROR, "unknown key")));

        assertThat(out.text()).isEmpty();
        assertThat(err.text()).isEqualTo("error: policy p -> resource shop/Pod/bad: rule r: unknown key\n");
    }

    @Test
    void closesWithTheNumbers() {
        Tally tally = new Tally();
        tally.add(RuleStatus.PASS);
        tally.add(RuleStatus.PASS);
        tally.add(RuleStatus.SKIP);

        report.close(tally);

        assertThat(out.text()).isEqualTo("\npass: 2, fail: 0, warn: 0, error: 0, skip: 1 \n");
    }

    @Test
    void countsAFailureOfAnUnscoredPolicyAsWarning() {
        GivenPolicy unscored = new GivenPolicy("ClusterPolicy", "", "p", Map.of("policies.kyverno.io/scored", "false"));
        Judgement judgement = unscored.judges(GivenPolicy.failure("r", FailureAction.ENFORCE, "m"));

        assertThat(judgement.status(judgement.result().rules().get(0))).isEqualTo(RuleStatus.WARN);
    }
}
