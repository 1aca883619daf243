package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.fge.jsonpatch.JsonPatch;
import com.github.fge.jsonpatch.JsonPatchException;
import io.ephor.patches.JsonPatchDocument;
import io.ephor.patches.StrategicMerge;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One label more: by hand, by a strategic merge, by a JSON Patch and by the json-patch library. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
@NullUnmarked
public class PatchBenchmark {
    @Param
    PatchWorkload workload;

    private JsonNode document;
    private StrategicMerge merge;
    private JsonPatchDocument patch;
    private JsonPatch stockPatch;

    @Setup
    public void prepare() {
        workload.requireSameAnswers();
        document = workload.document();
        merge = PatchWorkload.merge();
        patch = PatchWorkload.patch();
        stockPatch = PatchWorkload.stockPatch();
    }

    @Benchmark
    public JsonNode labelByHand() {
        return PatchWorkload.labelByHand(document);
    }

    @Benchmark
    public JsonNode mergeLabel() {
        return PatchWorkload.patched(merge.apply(document));
    }

    @Benchmark
    public JsonNode patchLabel() {
        return PatchWorkload.patched(patch.apply(document));
    }

    @Benchmark
    public JsonNode stockPatchLabel() throws JsonPatchException {
        return stockPatch.apply(document);
    }
}
