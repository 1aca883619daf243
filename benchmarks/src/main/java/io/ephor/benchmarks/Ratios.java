package io.ephor.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks and prints what matters of them: the quotients of times taken side by side in one run. It exits
 * with 1 where a quotient is over its goal. Options are those of JMH, such as {@code -wi 3 -i 3}.
 */
public final class Ratios {
    private static final double EVALUATION_GOAL = 2.5;
    private static final double SET_GOAL = 3;
    private static final double FOREACH_GOAL = 1.05;
    private static final double FAILURE_GOAL = 2.5;
    private static final double LOAD_GOAL = 1.5;
    private static final double SEARCH_GOAL = 2.5;
    private static final double STOCK_SEARCH_GOAL = 0.5;
    private static final double STOCK_COMPILE_GOAL = 1.0 / 3;
    private static final double MERGE_GOAL = 3;
    private static final int BYTES_PER_CALL = 96;
    private static final int BYTES_PER_RULE_RESULT = 24;
    private static final double STOCK_PATCH_GOAL = 0.2;

    private final Map<String, RunResult> results = new TreeMap<>();
    private boolean missed;

    private Ratios(Collection<RunResult> results) {
        for (RunResult result : results) {
            String benchmark = result.getParams().getBenchmark();
            String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
            this.results.put(method + " " + result.getParams().getParam("workload"), result);
        }
    }

    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .include(EvaluateBenchmark.class.getSimpleName())
                .include(LoadBenchmark.class.getSimpleName())
                .include(SearchBenchmark.class.getSimpleName())
                .include(PatchBenchmark.class.getSimpleName())
                .include(ForeachBenchmark.class.getSimpleName())
                .addProfiler(GCProfiler.class);
        if (PodSecurityWorkload.folder().isPresent()) {
            options.include(PodSecurityBenchmark.class.getSimpleName());
        } else {
            System.err.println("*** RUNS WITHOUT the Pod Security policies: no corpus, set EPHOR_CORPUS ***");
        }
        Ratios ratios = new Ratios(new Runner(options.build()).run());
        ratios.print();
        System.exit(ratios.missed ? 1 : 0);
    }

    private void print() {
        System.out.println();
        System.out.println("time of a pass / time of the hand-written floor");
        quotients("pass", "floor", EVALUATION_GOAL);
        System.out.println("time of a failure / time of a pass");
        quotients("fail", "pass", FAILURE_GOAL);
        System.out.println("time of load / time of reading the same text as YAML");
        quotients("load", "readYaml", LOAD_GOAL);
        System.out.println("time of a search / time of the hand-written walk");
        mean("search", "walk", SEARCH_GOAL, SearchWorkload.values());
        System.out.println("time of a search / time of jmespath-java");
        for (SearchWorkload workload : SearchWorkload.values()) {
            double quotient = time("search", workload) / time("stockSearch", workload);
            line(workload.name(), quotient);
            missed |= workload.selects() && quotient > STOCK_SEARCH_GOAL;
        }
        System.out.println("time of a compilation / time of jmespath-java");
        mean("compile", "stockCompile", STOCK_COMPILE_GOAL, SearchWorkload.values());
        System.out.println("time of a merge that adds a label / time by hand");
        mean("mergeLabel", "labelByHand", MERGE_GOAL, PatchWorkload.values());
        System.out.println("time of a JSON Patch that adds a label / time of json-patch");
        mean("patchLabel", "stockPatchLabel", STOCK_PATCH_GOAL, PatchWorkload.values());
        growth();
        System.out.println("bytes allocated on a pass");
        for (Workload workload : Workload.values()) {
            line(workload.name(), bytes("pass", workload));
        }
        if (PodSecurityWorkload.folder().isPresent()) {
            podSecurity();
        }
    }

    private void podSecurity() {
        System.out.println("time of the 18 Pod Security policies / time of the hand-written floor");
        mean("podSecurity", "podSecurityFloor", SET_GOAL, PodSecurityWorkload.values());
        System.out.println("bytes allocated by the 18 Pod Security policies on a pass");
        int most = BYTES_PER_CALL + PodSecurityWorkload.POD.ruleResults() * BYTES_PER_RULE_RESULT;
        double bytes = bytes("podSecurity", PodSecurityWorkload.POD);
        line(PodSecurityWorkload.POD.name() + ", at most " + most, bytes);
        missed |= bytes > most;
    }

    /** Prints the exponent with which the time of a foreach grows: 1 is linear. */
    private void growth() {
        double quotient = time("foreach", ForeachWorkload.POD_WITH_100_CONTAINERS)
                / time("foreach", ForeachWorkload.POD_WITH_10_CONTAINERS);
        double slope = Math.log10(quotient);
        System.out.println("slope of the time of a foreach over the number of containers, both logarithmic");
        line(String.format(Locale.ROOT, "10 to 100 containers, at most %.2f", FOREACH_GOAL), slope);
        missed |= slope > FOREACH_GOAL;
    }

    private void quotients(String dividend, String divisor, double goal) {
        mean(dividend, divisor, goal, Workload.values());
    }

    private void mean(String dividend, String divisor, double goal, Enum<?>[] workloads) {
        double product = 1;
        for (Enum<?> workload : workloads) {
            double quotient = time(dividend, workload) / time(divisor, workload);
            product *= quotient;
            line(workload.name(), quotient);
        }
        double mean = Math.pow(product, 1.0 / workloads.length);
        line(String.format(Locale.ROOT, "geometric mean, at most %.2f", goal), mean);
        missed |= mean > goal;
    }

    private double time(String method, Enum<?> workload) {
        return result(method, workload).getPrimaryResult().getScore();
    }

    private double bytes(String method, Enum<?> workload) {
        Result<?> bytes = Objects.requireNonNull(
                result(method, workload).getSecondaryResults().get("gc.alloc.rate.norm"));
        return bytes.getScore();
    }

    private RunResult result(String method, Enum<?> workload) {
        RunResult result = results.get(method + " " + workload.name());
        if (result == null) {
            throw new IllegalStateException("no result of " + method + " for " + workload);
        }
        return result;
    }

    private static void line(String name, double value) {
        System.out.printf(Locale.ROOT, "  %-36s %8.2f%n", name, value);
    }
}
