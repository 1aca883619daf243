package io.ephor.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KindIndexTest {
    private record Entry(int number, KindSet kinds) {}

    private static KindSet kinds(String... kinds) {
        return new KindSet(false, Set.of(kinds));
    }

    private static List<Integer> candidates(KindIndex<Entry> index, String kind) {
        List<Integer> numbers = new ArrayList<>();
        for (Iterator<Entry> entries = index.candidates(kind); entries.hasNext(); ) {
            numbers.add(entries.next().number());
        }
        assertThat(index.count(kind)).isEqualTo(numbers.size());
        return numbers;
    }

    private static KindIndex<Entry> index(KindSet... kinds) {
        List<Entry> entries = new ArrayList<>();
        for (KindSet set : kinds) {
            entries.add(new Entry(entries.size(), set));
        }
        return KindIndex.of(entries, Entry::kinds);
    }

    @Test
    void keepsTheOrderOfNamedAndOpenEntries() {
        KindIndex<Entry> index =
                index(kinds("Pod"), KindSet.OPEN, kinds("Deployment", "Pod"), KindSet.NONE, KindSet.OPEN, kinds("Pod"));
        assertThat(candidates(index, "Pod")).containsExactly(0, 1, 2, 4, 5);
        assertThat(candidates(index, "Deployment")).containsExactly(1, 2, 4);
        assertThat(candidates(index, "Service")).containsExactly(1, 4);
        assertThat(candidates(index, "")).containsExactly(1, 4);
        assertThat(index.entries()).hasSize(6);
    }

    @Test
    void holdsNothingWithoutEntries() {
        KindIndex<Entry> index = index();
        assertThat(candidates(index, "Pod")).isEmpty();
        assertThatThrownBy(() -> index.candidates("Pod").next()).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void looksAtTheSameEntriesHoweverManyCannotMatch() {
        for (int others : new int[] {10, 10_000}) {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < others; i++) {
                entries.add(new Entry(i, kinds("Kind" + i)));
            }
            entries.add(others / 2, new Entry(-1, kinds("Pod")));
            entries.add(new Entry(-2, KindSet.OPEN));
            assertThat(candidates(KindIndex.of(entries, Entry::kinds), "Pod"))
                    .as("%d others", others)
                    .containsExactly(-1, -2);
        }
    }

    @Test
    void findsTheKindsOfRules() {
        assertThat(Written.rule("{match: {any: [{resources: {kinds: [Pod]}}, {resources: {kinds: [v1/Service]}}]}}")
                        .kinds())
                .isEqualTo(kinds("Pod", "Service"));
        assertThat(Written.rule("{match: {any: [{resources: {kinds: [Pod]}}, {resources: {name: x}}]}}")
                        .kinds())
                .isEqualTo(KindSet.OPEN);
        assertThat(Written.rule("{match: {all: [{resources: {name: x}}, {resources: {kinds: [Pod, Job]}},"
                                + " {resources: {kinds: [Pod]}}]}}")
                        .kinds())
                .isEqualTo(kinds("Pod"));
        assertThat(Written.rule("{match: {}}").kinds()).isEqualTo(KindSet.NONE);
        assertThat(Written.rule("{match: {subjects: [{kind: User, name: x}]}}").kinds())
                .isEqualTo(KindSet.OPEN);
    }
}
