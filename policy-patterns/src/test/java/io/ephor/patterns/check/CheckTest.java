package io.ephor.patterns.check;

import static io.ephor.patterns.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckTest {
    private final List<JsonNode> seen = new ArrayList<>();

    /** Passes whatever it is shown, and remembers it. */
    private final Check watching = new Check() {
        @Override
        public boolean passes(JsonNode value, NumberView numbers) {
            seen.add(value);
            return true;
        }

        @Override
        public @Nullable Miss miss(JsonNode value, NumberView numbers) {
            return passes(value, numbers) ? null : new Miss();
        }
    };

    @Test
    void leadsToTheFirstFieldOrElementThatDoesNotPass() {
        Check list = new FieldsCheck(List.of(
                field("a", true, PresentCheck.INSTANCE),
                field(
                        "list",
                        false,
                        new ElementsCheck(new FieldsCheck(
                                List.of(field("b", true, watching), field("c", false, PresentCheck.INSTANCE)))))));

        Miss absent = list.miss(json("{\"list\": [{\"c\": 1}, {\"c\": 2}, {\"b\": 3}]}"), NumberView.AS_WRITTEN);
        assertThat(steps(absent)).containsExactly(1, 2, 1, 0);
        assertThat(list.miss(json("{\"list\": [{\"c\": 1}]}"), NumberView.AS_WRITTEN))
                .isNull();
        assertThat(steps(list.miss(json("{\"a\": null}"), NumberView.AS_WRITTEN)))
                .containsExactly(0, 0, 0, 0);
        assertThat(steps(list.miss(json("[]"), NumberView.AS_WRITTEN))).containsExactly(0, 0, 0, 0);
    }

    @Test
    void leadsToAMissHoweverDeepItIs() {
        Check check = PresentCheck.INSTANCE;
        String value = "null";
        for (int i = 0; i < 20; i++) {
            check = new ElementsCheck(check);
            value = "[" + (i == 0 ? "1" : "[]") + ", " + value + "]";
        }
        Miss miss = Objects.requireNonNull(check.miss(json(value), NumberView.AS_WRITTEN));
        for (int i = 0; i < 20; i++) {
            assertThat(miss.next()).isEqualTo(1);
        }
        assertThat(miss.next()).isZero();
    }

    private static int[] steps(@Nullable Miss miss) {
        Miss found = Objects.requireNonNull(miss);
        return new int[] {found.next(), found.next(), found.next(), found.next()};
    }

    @Test
    void looksOnceAtWhatIsShared() {
        Check one = new FieldsCheck(List.of(field("list", false, new ElementsCheck(PresentCheck.INSTANCE))));
        Check other =
                new FieldsCheck(List.of(field("list", false, new ElementsCheck(watching)), field("b", true, watching)));

        SharedCheck both = SharedCheck.of(List.of(one, other));

        assertThat(missed(both, "{\"list\": [1, 2], \"b\": 3}")).isZero();
        assertThat(seen).extracting(JsonNode::intValue).containsExactly(1, 2, 3);
        assertThat(missed(both, "{\"list\": [1, null]}")).isEqualTo(1);
        assertThat(missed(both, "{}")).isEqualTo(3);
        assertThat(missed(both, "{\"list\": {}}")).isEqualTo(3);
        assertThat(missed(both, "[]")).isEqualTo(3);
    }

    @Test
    void wantsAFieldThatOneOfThemWants() {
        Check lenient = new FieldsCheck(List.of(field("a", true, PresentCheck.INSTANCE)));
        Check strict = new FieldsCheck(List.of(field("a", false, PresentCheck.INSTANCE)));

        assertThat(missed(SharedCheck.of(List.of(lenient, lenient)), "{}")).isZero();
        assertThat(missed(SharedCheck.of(List.of(lenient, strict)), "{}")).isEqualTo(2);
    }

    @Test
    void passesNothingThatIsListAndObject() {
        SharedCheck both =
                SharedCheck.of(List.of(new FieldsCheck(List.of()), new ElementsCheck(watching), PresentCheck.INSTANCE));

        assertThat(missed(both, "{}")).isEqualTo(2);
        assertThat(missed(both, "[]")).isEqualTo(1);
        assertThat(missed(both, "null")).isEqualTo(7);
    }

    private static FieldsCheck.Field field(String name, boolean passesAbsent, Check check) {
        return new FieldsCheck.Field(name, passesAbsent, check);
    }

    private static long missed(SharedCheck check, String value) {
        return check.missed(json(value), NumberView.AS_WRITTEN);
    }
}
