package io.ephor.conformance;

import java.io.IOException;
import java.util.List;

/** A suite whose rows say themselves what Ephor would have answered. */
final class EchoSuite implements Suite {
    @Override
    public String name() {
        return "echo";
    }

    @Override
    public String file() {
        return "echo/echo.jsonl";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        run.rows(row -> {
            if (row.has("unsupported")) {
                run.unsupported(List.of(row.get("unsupported").textValue()));
                return;
            }
            if (row.has("throw")) {
                throw new IllegalStateException(row.get("throw").textValue());
            }
            run.check(row.path("name").asText(), row, row.get("expected"), row.get("actual"));
            run.answer(SuiteRun.object().set("expected", row.get("actual")));
        });
    }
}
