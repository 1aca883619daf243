package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.patterns.leaf.LeafPattern;
import io.ephor.values.NumberView;
import java.io.IOException;

/** One scalar pattern against one value: the first line holds the values, each further line a pattern and its answers. */
final class LeafSuite implements Suite {
    @Override
    public String name() {
        return "leaf";
    }

    @Override
    public String file() {
        return "patterns/leaf.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        new Rows(run).run();
    }

    private static final class Rows {
        private final SuiteRun run;
        private JsonNode values = NullNode.instance;

        Rows(SuiteRun run) {
            this.run = run;
        }

        void run() throws IOException {
            run.rows(this::row);
        }

        private void row(JsonNode row) {
            if (row.has("values")) {
                values = row.get("values");
                run.answer(row);
                return;
            }
            JsonNode pattern = row.get("pattern");
            String recorded = row.get("bits").textValue();
            if (recorded.length() != values.size()) {
                run.notUnderstood("a pattern needs one answer for each value", row);
                return;
            }
            LeafPattern leaf = LeafPattern.compile(pattern, NumberView.AS_WRITTEN);
            StringBuilder bits = new StringBuilder(recorded.length());
            for (int i = 0; i < recorded.length(); i++) {
                JsonNode value = values.get(i);
                boolean expected = recorded.charAt(i) == '1';
                boolean actual = leaf.matches(value, NumberView.AS_WRITTEN);
                bits.append(actual ? '1' : '0');
                run.check(
                        pattern + " on " + value,
                        () -> SuiteRun.object()
                                .<ObjectNode>set("pattern", pattern)
                                .set("value", value),
                        BooleanNode.valueOf(expected),
                        BooleanNode.valueOf(actual),
                        actual == expected);
            }
            ObjectNode answer = SuiteRun.object().put("bits", bits.toString());
            run.answer(answer.set("pattern", pattern));
        }
    }
}
