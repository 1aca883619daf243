package io.ephor.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.patches.StrategicMerge;
import java.io.IOException;

/** Strategic merge patches on resources: the patch without its anchors, the status, the patched document, the texts. */
final class StrategicMergeSuite implements Suite {
    @Override
    public String name() {
        return "smp";
    }

    @Override
    public String file() {
        return "patterns/smp-golden.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        run.rowsAlso("smp-random.jsonl.gz", row -> {
            if (!row.has("patchStrategicMerge") || !row.has("resource")) {
                run.notUnderstood("a row without a patch or a resource", row);
                return;
            }
            StrategicMerge patch = StrategicMerge.compile(row.get("patchStrategicMerge"));
            ObjectNode actual = PatchRows.answer(patch.apply(row.get("resource")));
            if (row.has("preprocessed") && !row.has("conditionError")) {
                patch.resolve(row.get("resource")).ifPresent(resolved -> actual.set("preprocessed", resolved));
            }
            patch.unmetCondition(row.get("resource")).ifPresent(text -> actual.put("conditionError", text));
            PatchRows.check(run, row, actual, "preprocessed", "conditionError");
        });
    }
}
