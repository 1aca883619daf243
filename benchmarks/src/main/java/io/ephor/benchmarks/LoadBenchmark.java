package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.engine.StandardPolicyEngine;
import io.ephor.values.YamlDocument;
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

/** Loading a policy beside reading the same text as YAML. Loading runs through so much code that it takes long to be warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 20, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
@NullUnmarked
public class LoadBenchmark {
    @Param
    Workload workload;

    private PolicyEngine engine;
    private String text;

    @Setup
    public void prepare() {
        engine = StandardPolicyEngine.create();
        text = workload.text();
    }

    @Benchmark
    public JsonNode readYaml() {
        return YamlDocument.parse(workload.file(), text).value();
    }

    @Benchmark
    public Policy load() {
        return engine.load(workload.file(), text);
    }
}
