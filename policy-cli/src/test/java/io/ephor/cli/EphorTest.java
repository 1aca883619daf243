package io.ephor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class EphorTest {
    private final Captured out = new Captured();
    private final Captured err = new Captured();
    private final Ephor ephor = new Ephor(new Surroundings(
            Path.of("src/test/resources/golden"),
            InputStream.nullInputStream(),
            out.stream(),
            err.stream(),
            true,
            InstantSource.system()));

    @Test
    void printsItsVersion() {
        Outcome outcome = ephor.run("--version");

        assertThat(outcome.exitCode()).isZero();
        assertThat(out.text()).matches("ephor \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    }

    @Test
    void coloursATableOnATerminal() {
        ephor.run("apply", "files/team.yaml", "-r", "files/pods.yaml", "-t");

        assertThat(out.text()).contains("\u001b[40;32mID\u001b[0m").contains("\u001b[31;1mFail\u001b[0m");
    }

    @Test
    void leavesOutColoursOnRequest() {
        ephor.run("apply", "files/team.yaml", "-r", "files/pods.yaml", "-t", "--remove-color");

        assertThat(out.text()).contains("│ Fail ").doesNotContain("\u001b");
    }

    @Test
    void handsOutWhatWasFoundInPolicies() {
        Outcome outcome = ephor.run("apply", "policy-unsupported/images.yaml", "-r", "files/pods.yaml");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.diagnostics())
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.code()).isEqualTo("unsupported-feature"));
    }

    @Test
    void runsSeveralTimes() {
        String[] arguments = {"apply", "files/team.yaml", "-r", "files/pods.yaml"};

        ephor.run(arguments);
        String once = out.text();
        ephor.run(arguments);

        assertThat(out.text()).isEqualTo(once + once);
    }
}
