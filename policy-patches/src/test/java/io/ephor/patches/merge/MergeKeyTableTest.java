package io.ephor.patches.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.patches.Corpus;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MergeKeyTableTest {
    @Test
    void knowsNoListOfKindsThatItDoesNotKnow() {
        assertThat(MergeKeyTable.INSTANCE.find(object("autoscaling/v2", "HorizontalPodAutoscaler")))
                .isNull();
        assertThat(MergeKeyTable.INSTANCE.find(object("v1", "Deployment"))).isNull();
        assertThat(MergeKeyTable.INSTANCE.find(JsonNodeFactory.instance.objectNode()))
                .isNull();
    }

    /** A list inside the elements of a list that is replaced is never looked at. */
    @Test
    void hasEveryListThatTheReferenceMerges() {
        Set<String> reached = new HashSet<>();
        for (String line : Corpus.lines("kubernetes/k8s-merge-paths.tsv")) {
            List<String> row = List.of(line.split("\t", -1));
            if (row.size() != 4 || row.get(0).equals("apiVersion")) {
                continue;
            }
            String kind = row.get(0) + " " + row.get(1) + " ";
            int open = row.get(2).lastIndexOf("[]");
            if (open < 0 || reached.contains(kind + row.get(2).substring(0, open))) {
                reached.add(kind + row.get(2));
                assertThat(keys(row.get(0), row.get(1), row.get(2))).as(line).isEqualTo(row.get(3));
            }
        }
        if (!reached.isEmpty()) {
            assertThat(count(MergePosition.PLAIN)).isZero();
            assertThat(count(Objects.requireNonNull(MergeKeyTable.INSTANCE.find(object("v1", "Pod")))))
                    .isEqualTo(reached.stream()
                            .filter(each -> each.startsWith("v1 Pod "))
                            .count());
            assertThat(count(Objects.requireNonNull(MergeKeyTable.INSTANCE.find(object("batch/v1", "CronJob")))))
                    .isEqualTo(reached.stream()
                            .filter(each -> each.startsWith("batch/v1 CronJob "))
                            .count());
        }
    }

    private static String keys(String apiVersion, String kind, String path) {
        MergePosition position = Objects.requireNonNull(MergeKeyTable.INSTANCE.find(object(apiVersion, kind)));
        for (String step : path.split("\\.", -1)) {
            boolean element = step.endsWith("[]");
            position = position.field(element ? step.substring(0, step.length() - 2) : step);
            position = element ? position.element() : position;
        }
        return String.join(",", Objects.requireNonNull(position.keys()));
    }

    private static long count(MergePosition position) {
        long count = position.keys() == null ? 0 : 1;
        MergePosition holder = position.keys() == null ? position : position.element();
        for (MergePosition below : holder.fields().values()) {
            count += count(below);
        }
        return count;
    }

    private static JsonNode object(String apiVersion, String kind) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("apiVersion", apiVersion)
                .put("kind", kind);
    }
}
