package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
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

/** One policy on one Pod: the floor, Ephor on a pass, and Ephor on a violation in the last container. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
@NullUnmarked
public class EvaluateBenchmark {
    @Param
    Workload workload;

    private PolicyEngine engine;
    private Policy policy;
    private JsonNode pod;
    private JsonNode violatingPod;
    private Floor floor;

    @Setup
    public void prepare() {
        workload.requireSameAnswers();
        engine = StandardPolicyEngine.create();
        policy = workload.policy(engine);
        pod = Workload.pod();
        violatingPod = workload.violatingPod();
        floor = workload.floor();
    }

    @Benchmark
    public @Nullable String floor() {
        return floor.violation(pod);
    }

    @Benchmark
    public EvaluationResult pass() {
        return engine.evaluate(policy, pod, EvaluationContext.empty());
    }

    @Benchmark
    public EvaluationResult fail() {
        return engine.evaluate(policy, violatingPod, EvaluationContext.empty());
    }
}
