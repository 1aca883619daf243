package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.patches.JsonPatchDocument;
import java.io.IOException;

/** JSON Patches, as text, on resources: the status, the patched document, the error text. */
final class JsonPatchSuite implements Suite {
    @Override
    public String name() {
        return "json6902";
    }

    @Override
    public String file() {
        return "patterns/json6902-golden.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        run.rowsAlso("json6902-random.jsonl.gz", row -> {
            JsonNode patch = row.path("patchesJson6902");
            if (!patch.isTextual() || !row.has("resource")) {
                run.notUnderstood("a row without a patch or a resource", row);
                return;
            }
            JsonPatchDocument document = JsonPatchDocument.parse(patch.textValue());
            PatchRows.check(run, row, PatchRows.answer(document.apply(row.get("resource"))));
        });
    }
}
