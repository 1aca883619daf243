package io.ephor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.FailureAction;
import io.ephor.RuleStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableReportTest {
    private static final ResourceIdentity POD = new ResourceIdentity("v1", "Pod", "shop", "bad");

    private final Captured out = new Captured();

    @Test
    void drawsARowForEveryRule() {
        TableReport report = new TableReport(out.stream(), Palette.COLOURLESS, true);
        GivenPolicy policy = new GivenPolicy("Policy", "shop", "p", Map.of());
        report.add(
                POD,
                policy.judges(
                        GivenPolicy.rule("first", RuleStatus.PASS, "fine"),
                        GivenPolicy.failure("second", FailureAction.ENFORCE, "one\ntwo")));

        report.close(new Tally());

        assertThat(out.text()).isEqualTo("""
                        │────│────────│────────│──────────────│────────│────────│─────────│
                        │ ID │ POLICY │ RULE   │ RESOURCE     │ RESULT │ REASON │ MESSAGE │
                        │────│────────│────────│──────────────│────────│────────│─────────│
                        │ 1  │ shop/p │ first  │ shop/Pod/bad │ Pass   │        │ fine    │
                        │ 2  │ shop/p │ second │ shop/Pod/bad │ Fail   │        │ one     │
                        │    │        │        │              │        │        │ two     │
                        │────│────────│────────│──────────────│────────│────────│─────────│
                        """);
    }

    @Test
    void drawsNothingWithoutRows() {
        TableReport report = new TableReport(out.stream(), Palette.COLOURED, false);
        report.add(POD, GivenPolicy.named("p").judges());

        report.close(new Tally());

        assertThat(out.text()).isEmpty();
    }

    @Test
    void saysHowManyRowsThereAreIfThereAreMany() {
        TableReport report = new TableReport(out.stream(), Palette.COLOURLESS, false);
        for (int i = 0; i < 11; i++) {
            report.add(POD, GivenPolicy.named("p").judges(GivenPolicy.rule("r", RuleStatus.SKIP, "")));
        }

        report.close(new Tally());

        assertThat(out.text()).contains("│ ID (11)  │").contains("│ 11       │").doesNotContain("MESSAGE");
    }

    @Test
    void coloursTextsWithoutMovingColumns() {
        TableReport coloured = new TableReport(out.stream(), Palette.COLOURED, false);
        Captured plain = new Captured();
        TableReport colourless = new TableReport(plain.stream(), Palette.COLOURLESS, false);
        Judgement judgement = GivenPolicy.named("p")
                .judges(
                        GivenPolicy.rule("r", RuleStatus.PASS, ""),
                        GivenPolicy.failure("longer", FailureAction.ENFORCE, ""));
        coloured.add(POD, judgement);
        colourless.add(POD, judgement);

        coloured.close(new Tally());
        colourless.close(new Tally());

        assertThat(out.text()).contains("\u001b[40;32mRULE  \u001b[0m").contains("\u001b[31;1mFail\u001b[0m  ");
        assertThat(out.text().replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain.text());
    }
}
