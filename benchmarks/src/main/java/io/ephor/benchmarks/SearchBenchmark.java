package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.burt.jmespath.Expression;
import io.burt.jmespath.jackson.JacksonRuntime;
import io.ephor.jmespath.JmesPath;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
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

/** One expression on one request: by hand, by policy-jmespath and by jmespath-java; and both compilers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
@NullUnmarked
public class SearchBenchmark {
    @Param
    SearchWorkload workload;

    private JsonNode request;
    private UnaryOperator<JsonNode> walk;
    private JmesPath path;
    private Expression<JsonNode> stockPath;
    private JacksonRuntime stock;

    @Setup
    public void prepare() {
        // All of them in one process: the nodes of a real one have seen more than one kind of expression.
        for (SearchWorkload each : SearchWorkload.values()) {
            each.requireSameAnswers();
        }
        request = SearchWorkload.request();
        walk = workload.walk();
        path = JmesPath.compile(workload.expression());
        stock = new JacksonRuntime();
        stockPath = stock.compile(workload.expression());
    }

    @Benchmark
    public JsonNode walk() {
        return walk.apply(request);
    }

    @Benchmark
    public JsonNode search() {
        return path.search(request);
    }

    @Benchmark
    public JsonNode stockSearch() {
        return stockPath.search(request);
    }

    @Benchmark
    public JmesPath compile() {
        return JmesPath.compile(workload.expression());
    }

    @Benchmark
    public Expression<JsonNode> stockCompile() {
        return stock.compile(workload.expression());
    }
}
