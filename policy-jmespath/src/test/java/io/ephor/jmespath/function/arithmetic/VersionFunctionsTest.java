package io.ephor.jmespath.function.arithmetic;

import static io.ephor.jmespath.function.Searches.assertFails;
import static io.ephor.jmespath.function.Searches.assertResult;
import static io.ephor.jmespath.function.Searches.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.JmesPathException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class VersionFunctionsTest {
    @Test
    void tellsWhetherAVersionIsInARange() {
        assertResult("semver_compare('1.2.3', '>=1.0.0 <2.0.0')", "true");
        assertResult("semver_compare('1.2.3', '<1.0.0 || 1.2.x')", "true");
        assertResult("semver_compare('2.0.0', '1.x')", "false");
    }

    @Test
    void takesWhatIsNoVersionForZero() {
        assertResult("semver_compare('abc', '>=0.0.0')", "true");
        assertResult("semver_compare('v1.2.3', '>=1.0.0')", "false");
    }

    @Test
    void tellsWhatIsWrongWithTheRange() {
        assertFails("semver_compare('1.2.3', '1')", "Last element in range is '||'");
        assertFails(
                "semver_compare('1.2.3', '^1.2.3')",
                "Could not parse Range \"^1.2.3\": Could not parse comparator \"^\" in \"^1.2.3\"");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void longRangesEnd() {
        TextNode range = TextNode.valueOf("1.2.3 || ".repeat(100_000) + "1.2.3");
        assertThat(search("semver_compare('1.2.3', @)", range).booleanValue()).isTrue();
        assertThatThrownBy(() -> search("semver_compare('1.2.3', @)", TextNode.valueOf("1".repeat(1 << 20))))
                .isInstanceOf(JmesPathException.class)
                .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(10_000));
    }
}
