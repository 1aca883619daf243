package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.PolicyEngine;
import io.ephor.PolicySet;
import io.ephor.SetResult;
import io.ephor.engine.StandardPolicyEngine;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
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

/** The Pod Security policies as one set on Pods that satisfy them: the floor and Ephor. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
@NullUnmarked
public class PodSecurityBenchmark {
    @Param
    PodSecurityWorkload workload;

    private PolicyEngine engine;
    private PolicySet policies;
    private JsonNode pod;
    private Floor floor;

    @Setup
    public void prepare() {
        workload.requireSameAnswers();
        engine = StandardPolicyEngine.create();
        policies = PodSecurityWorkload.policies(engine);
        pod = workload.pod();
        floor = new PodSecurityFloor();
    }

    @Benchmark
    public @Nullable String podSecurityFloor() {
        return floor.violation(pod);
    }

    @Benchmark
    public SetResult podSecurity() {
        return engine.evaluate(policies, pod, EvaluationContext.empty());
    }
}
