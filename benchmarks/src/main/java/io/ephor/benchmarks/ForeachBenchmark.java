package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.engine.StandardPolicyEngine;
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

/** A policy with foreach on Pods of ten and of a hundred containers, to see how its time grows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
@NullUnmarked
public class ForeachBenchmark {
    @Param
    ForeachWorkload workload;

    private PolicyEngine engine;
    private Policy policy;
    private JsonNode pod;

    @Setup
    public void prepare() {
        workload.requireAnswer();
        engine = StandardPolicyEngine.create();
        policy = ForeachWorkload.policy(engine);
        pod = workload.pod();
    }

    @Benchmark
    public EvaluationResult foreach() {
        return engine.evaluate(policy, pod, EvaluationContext.empty());
    }
}
