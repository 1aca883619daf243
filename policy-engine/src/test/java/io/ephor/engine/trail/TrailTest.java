package io.ephor.engine.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.engine.source.SourcePlaces;
import io.ephor.explain.ElementStep;
import io.ephor.explain.NoteStep;
import io.ephor.explain.Step;
import io.ephor.values.SourceRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrailTest {
    private static final SourceRange PLACE = new SourceRange("p.yaml", 1, 1, 1, 1);

    private final Trail trail = new Trail(new SourcePlaces() {
        @Override
        public SourceRange locate(String pointer) {
            return PLACE;
        }

        @Override
        public String line(int number) {
            return "";
        }
    });

    private static ElementStep holding(List<Step> steps) {
        return new ElementStep(PLACE, 0, JsonNodeFactory.instance.nullNode(), null, steps, "pass");
    }

    /** Takes a number of steps. */
    private Boolean take(int count) {
        for (int i = 0; i < count; i++) {
            trail.note("n", "step " + i);
        }
        return true;
    }

    private static List<String> codes(List<Step> steps) {
        return steps.stream()
                .map(step -> step instanceof NoteStep note
                        ? note.code()
                        : step.getClass().getSimpleName())
                .toList();
    }

    @Test
    void keepsTheHolderOfTheNoteThatThereWereTooManySteps() {
        take(Trail.MOST - 1);

        List<Step> steps = trail.apart(() -> {
                    List<Step> inner = trail.apart(() -> take(3)).steps();
                    trail.enclose(holding(inner), inner);
                    assertThat(codes(inner)).containsExactly("n", "too-many-steps");
                    return take(1);
                })
                .steps();

        assertThat(codes(steps)).containsExactly("ElementStep");
    }

    @Test
    void countsAHolderThatHoldsNothing() {
        take(Trail.MOST - 1);

        List<Step> steps = trail.apart(() -> {
                    trail.enclose(holding(List.of()), List.of());
                    trail.enclose(holding(List.of()), List.of());
                    trail.enclose(holding(List.of()), List.of());
                    return true;
                })
                .steps();

        assertThat(codes(steps)).containsExactly("ElementStep", "too-many-steps");
    }

    @Test
    void saysInEveryRuleThatThereWereTooManySteps() {
        take(Trail.MOST + 1);

        assertThat(codes(trail.ofRule(() -> take(2)).steps())).containsExactly("too-many-steps");
        assertThat(codes(trail.ofRule(() -> take(1)).steps())).containsExactly("too-many-steps");
        assertThat(trail.ofRule(() -> take(0)).steps()).isEmpty();
    }

    @Test
    void doesNotCountWhatIsDoneAside() {
        List<Step> steps = trail.ofRule(() -> {
                    trail.aside(() -> take(Trail.MOST + 1));
                    return take(Trail.MOST);
                })
                .steps();

        assertThat(codes(steps)).hasSize(Trail.MOST).containsOnly("n");
    }

    @Test
    void knowsNoPlaceInsideOfWhatHasNone() {
        assertThat(trail.on("/a", () -> trail.inResource("/b"))).isEqualTo("/a/b");
        assertThat(trail.<String>on(null, () -> trail.on("/a", () -> String.valueOf(trail.inResource("/b")))))
                .isEqualTo("null");
        assertThat(trail.inResource("/b")).isEqualTo("/b");
    }
}
