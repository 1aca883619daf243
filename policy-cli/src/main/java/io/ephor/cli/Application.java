package io.ephor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.CleanupPolicy;
import io.ephor.Diagnostic;
import io.ephor.EvaluationResult;
import io.ephor.Explanation;
import io.ephor.PolicyEngine;
import io.ephor.PolicyException;
import io.ephor.RuleResult;
import io.ephor.cli.ApplyRequest.Format;
import io.ephor.engine.StandardPolicyEngine;
import io.ephor.test.RequestCircumstances;
import io.ephor.values.YamlDocument;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies policies to resources: what {@code ephor apply} does, without its options. Not thread-safe. */
final class Application {
    private static final int FAILED = 1;

    private final Surroundings surroundings;
    private final InputFiles files;

    Application(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.files = new InputFiles(surroundings);
    }

    /**
     * Loads, evaluates and reports.
     *
     * @throws CommandFault if the request cannot be carried out at all; a policy that cannot be loaded is told on the
     *     error stream instead, and the others are applied
     */
    Outcome apply(ApplyRequest request) throws CommandFault {
        Prepared prepared = prepare(request);
        if (!prepared.exceptionsComplete()) {
            return prepared.outcome(FAILED);
        }
        LoadedPolicies loaded = prepared.loaded();
        List<JsonNode> resources = prepared.cluster().resources();
        Report report = report(request);
        ChangedResources changes = ChangedResources.open(request, surroundings);
        if (!request.quiet()) {
            report.open(
                    loaded.ruleCount(), resources.size(), prepared.exceptions().size());
        }
        Tally tally = new Tally();
        Evaluations evaluations = evaluations(request, prepared);
        for (JsonNode resource : resources) {
            ResourceIdentity identity = ResourceIdentity.of(resource);
            JsonNode current = resource;
            for (EvaluationResult result : evaluations.mutate(resource)) {
                current = result.patchedResource();
                add(result, identity, request, tally, report);
                changes.add(identity, result);
            }
            for (EvaluationResult result : evaluations.validate(current)) {
                add(result, identity, request, tally, report);
            }
            for (EvaluationResult result : evaluations.generate(current)) {
                changes.addGenerated(identity, result);
                add(result, identity, request, tally, report);
            }
        }
        for (CleanupPolicy policy : loaded.cleanups()) {
            Optional<Instant> next = evaluations.nextRun(policy);
            for (JsonNode resource : resources) {
                CleanupJudgement judgement = new CleanupJudgement(policy, evaluations.cleanup(policy, resource), next);
                tally.add(judgement.status());
                report.add(ResourceIdentity.of(resource), judgement);
            }
        }
        report.close(tally);
        return prepared.outcome(exitCode(request, loaded, tally));
    }

    /**
     * Loads, explains and writes the explanations.
     *
     * @throws CommandFault if the request cannot be carried out at all; a policy that cannot be loaded is told on the
     *     error stream instead, and the others are explained
     */
    Outcome explain(ApplyRequest request) throws CommandFault {
        Prepared prepared = prepare(request);
        if (!prepared.exceptionsComplete()) {
            return prepared.outcome(FAILED);
        }
        for (CleanupPolicy policy : prepared.loaded().cleanups()) {
            surroundings
                    .err()
                    .print(policy.source() + ": warning[cleanup]: the cleanup policy `" + policy.name()
                            + "` is not explained\n");
        }
        Evaluations evaluations = evaluations(request, prepared);
        String gap = "";
        for (JsonNode resource : prepared.cluster().resources()) {
            YamlDocument document = prepared.documents().get(resource);
            for (Explanation why : evaluations.explain(resource)) {
                surroundings.out().print(gap);
                boolean asWritten = why.resource() == resource;
                surroundings.out().print(document != null && asWritten ? why.render(document) : why.render());
                gap = "\n";
            }
        }
        return prepared.outcome(prepared.loaded().complete() ? 0 : FAILED);
    }

    /**
     * Loads what the request names.
     *
     * @throws CommandFault if something cannot be read, or the request contradicts itself
     */
    private Prepared prepare(ApplyRequest request) throws CommandFault {
        check(request);
        RequestFacts facts = RequestFacts.read(request, files, surroundings.err());
        PolicyEngine engine = StandardPolicyEngine.builder()
                .clusterScopedKinds(request.clusterScopedKinds())
                .build();
        LoadedPolicies loaded = new PolicyFiles(engine, files).load(request.policies());
        loaded.complaints().forEach(surroundings.err()::print);
        ResourceFiles resourceFiles = new ResourceFiles(files, surroundings.err());
        LocalCluster cluster = new LocalCluster(
                resourceFiles.load(request.resources()),
                new ResourceFiles(files, surroundings.err()).load(request.targetResources()));
        ExceptionFiles exceptionFiles = new ExceptionFiles(engine, files, surroundings.err());
        List<PolicyException> exceptions = exceptionFiles.load(request, loaded);
        List<Diagnostic> diagnostics = new ArrayList<>(loaded.diagnostics());
        diagnostics.addAll(exceptionFiles.diagnostics());
        if (!exceptionFiles.complete()) {
            surroundings.err().print("error: the exceptions cannot be loaded, nothing was applied\n");
        }
        return new Prepared(
                engine,
                facts,
                loaded,
                cluster,
                resourceFiles.documents(),
                exceptions,
                exceptionFiles.complete(),
                diagnostics);
    }

    private Evaluations evaluations(ApplyRequest request, Prepared prepared) throws CommandFault {
        Instant clock = request.clock();
        RequestCircumstances circumstances = new RequestCircumstances(
                prepared.facts().values(),
                prepared.facts().user(),
                prepared.cluster().lookups(),
                clock == null ? surroundings.clock() : InstantSource.fixed(clock),
                new SecureRandom().nextLong(),
                prepared.exceptions());
        return new Evaluations(prepared.engine(), prepared.loaded().policies(), circumstances);
    }

    private static void check(ApplyRequest request) throws CommandFault {
        if (request.valuesFile() != null && !request.assignments().isEmpty()) {
            throw new CommandFault("--set and --values-file exclude each other");
        }
        if (request.policies().isEmpty()) {
            throw new CommandFault("no policy is named");
        }
        if (request.resources().isEmpty()) {
            throw new CommandFault("no resource is named; use --resource FILE");
        }
        int fromStandardInput = 0;
        for (List<String> paths : List.of(request.policies(), request.resources(), request.targetResources())) {
            fromStandardInput += (int)
                    paths.stream().filter(ApplyRequest.STANDARD_INPUT::equals).count();
        }
        if (fromStandardInput > 1) {
            throw new CommandFault("the standard input can be read only once, as policies or as resources");
        }
    }

    private Report report(ApplyRequest request) {
        PrintStream out = surroundings.out();
        boolean coloured = surroundings.colours() && !request.colourless();
        return switch (request.format()) {
            case PLAIN -> new PlainReport(out, surroundings.err(), request.detailed());
            case TABLE -> new TableReport(out, coloured ? Palette.COLOURED : Palette.COLOURLESS, request.detailed());
            case JSONL -> new JsonLinesReport(out);
        };
    }

    private static void add(
            EvaluationResult result, ResourceIdentity resource, ApplyRequest request, Tally tally, Report report) {
        Judgement judgement = new Judgement(result, request.auditWarns());
        for (RuleResult rule : result.rules()) {
            tally.add(judgement.status(rule));
        }
        report.add(resource, judgement);
    }

    /** Kyverno: cmd/cli/kubectl-kyverno/commands/apply/command.go. What was not loaded always fails, which is ours. */
    private int exitCode(ApplyRequest request, LoadedPolicies loaded, Tally tally) {
        if (tally.fail() > 0 || tally.error() > 0 || !loaded.complete()) {
            return FAILED;
        }
        if (tally.warn() > 0 && request.warnExitCode() != 0) {
            remark(request, "exit as warnExitCode is " + request.warnExitCode());
            return request.warnExitCode();
        }
        if (tally.pass() == 0 && request.warnsWithoutPass()) {
            remark(request, "exit as no objects satisfied policy\n");
            return request.warnExitCode();
        }
        return 0;
    }

    private void remark(ApplyRequest request, String text) {
        if (request.format() != Format.JSONL) {
            surroundings.out().print(text);
        }
    }
}
