package io.ephor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {
    private final List<Integer> handedIn = new ArrayList<>();

    @Test
    void handsInAnswersInTheOrderOfTheThings() {
        List<Integer> things = IntStream.range(0, 1000).boxed().toList();

        InOrder.each(things, thing -> () -> handedIn.add(thing * 2), (thing, answers) -> answers.run());

        assertThat(handedIn).isEqualTo(things.stream().map(thing -> thing * 2).toList());
    }

    @Test
    void throwsWhatTheWorkThrewWhereItsAnswersAreHandedIn() {
        InOrder.each(List.of(1, 2, 3), InOrderTest::work, (thing, answers) -> {
            if (thing == 2) {
                assertThatThrownBy(answers::run).hasMessageContaining("no such file");
            } else {
                answers.run();
            }
        });

        assertThat(handedIn).isEmpty();
    }

    private static Runnable work(int thing) throws IOException {
        if (thing == 2) {
            throw new IOException("no such file");
        }
        return () -> {};
    }
}
