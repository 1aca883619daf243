package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.CleanupDecision;
import io.ephor.CleanupPolicy;
import io.ephor.Diagnostic;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Explanation;
import io.ephor.InvalidPolicyException;
import io.ephor.LoadResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.PolicyException;
import io.ephor.PolicySet;
import io.ephor.SetResult;
import io.ephor.engine.checks.CleanupChecks;
import io.ephor.engine.cleanup.CleanupCompiler;
import io.ephor.engine.cleanup.CleanupDefinition;
import io.ephor.engine.cleanup.CompiledCleanup;
import io.ephor.engine.cleanup.TimeToLive;
import io.ephor.engine.context.ContextOptions;
import io.ephor.engine.exceptions.ExceptionCompiler;
import io.ephor.engine.exceptions.ExceptionDefinition;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.PolicyDocument;
import io.ephor.engine.read.PolicyReader;
import io.ephor.engine.read.ReadResult;
import io.ephor.engine.source.DocumentFaults;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.jmespath.JmesPath;
import io.ephor.jmespath.JmesPathCompiler;
import io.ephor.jmespath.function.JmesFunction;
import io.ephor.jmespath.function.Signature;
import io.ephor.spi.ExecutablePolicy;
import io.ephor.spi.PolicyKind;
import io.ephor.spi.RuleBodyCompiler;
import io.ephor.values.SourceRange;
import io.ephor.values.YamlLimits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The engine for Kyverno's own policy kinds, and for those that other modules bring. Immutable and thread-safe: one
 * engine serves a process.
 *
 * <pre>{@code
 * PolicyEngine engine = StandardPolicyEngine.create();
 * Policy policy = engine.load("require-labels.yaml", yamlText);
 * EvaluationResult result = engine.evaluate(policy, pod);
 * if (result.blocked()) {
 *     result.failures().forEach(rule -> log.warn("{}: {} at {}", rule.name(), rule.message(), rule.at()));
 * }
 * }</pre>
 */
public final class StandardPolicyEngine implements PolicyEngine {
    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparingInt(
                    (Diagnostic diagnostic) -> diagnostic.range().line())
            .thenComparingInt(diagnostic -> diagnostic.range().column());

    private final PolicyReader reader;
    private final PolicyCompiler compiler;
    private final ExceptionCompiler exceptionCompiler;
    private final CleanupCompiler cleanupCompiler;
    private final Set<String> clusterScopedKinds;
    private final List<PolicyKind> policyKinds;

    private StandardPolicyEngine(Builder builder) {
        this.reader = new PolicyReader(builder.yamlLimits);
        QueryCompiler queries = new QueryCompiler(builder.expressions.build());
        this.exceptionCompiler = new ExceptionCompiler(queries);
        ContextOptions options = new ContextOptions(builder.contextBytes, builder.answersRemembered);
        this.cleanupCompiler = new CleanupCompiler(queries, options);
        this.compiler = new PolicyCompiler(builder.ruleBodies, queries, options, builder.clusterScopedKinds);
        this.clusterScopedKinds = Set.copyOf(builder.clusterScopedKinds);
        this.policyKinds = List.copyOf(builder.policyKinds);
    }

    /** {@return an engine without extensions, with the limits that are safe by default} */
    public static StandardPolicyEngine create() {
        return builder().build();
    }

    /** {@return a builder that starts as {@link #create()}} */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Policy load(String name, String text) {
        return only(name, loadAll(name, text));
    }

    @Override
    public Policy load(String name, byte[] utf8) {
        ReadResult read = reader.read(Objects.requireNonNull(name, "name"), Objects.requireNonNull(utf8, "utf8"));
        return only(name, compile(read));
    }

    private static Policy only(String name, LoadResult loaded) {
        List<Policy> policies = loaded.orThrow().policies();
        if (policies.size() == 1) {
            return policies.get(0);
        }
        Diagnostic fault = policies.isEmpty()
                ? Diagnostic.error("no-policy", "expected a policy, found none", new SourceRange(name, 1, 1, 1, 1))
                        .build()
                : Diagnostic.error(
                                "several-policies",
                                "expected one policy, found " + policies.size(),
                                policies.get(1).source())
                        .help("load a text with several policies by `loadAll`")
                        .build();
        throw new InvalidPolicyException(List.of(fault));
    }

    @Override
    public LoadResult loadAll(String name, String text) {
        return compile(reader.read(Objects.requireNonNull(name, "name"), Objects.requireNonNull(text, "text")));
    }

    private LoadResult compile(ReadResult read) {
        List<Policy> policies = new ArrayList<>();
        List<PolicyException> exceptions = new ArrayList<>();
        List<CleanupPolicy> cleanups = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>(read.unreadable());
        for (PolicyDocument document : read.documents()) {
            ExceptionDefinition exception = document.exception();
            CleanupDefinition cleanup = document.cleanup();
            if (exception != null) {
                addIfCompiled(exceptionCompiler.compile(exception, document.faults()), exceptions);
            } else if (cleanup != null) {
                new CleanupChecks(document.faults(), clusterScopedKinds).check(cleanup);
                addIfCompiled(cleanupCompiler.compile(cleanup, document.faults()), cleanups);
            } else {
                addIfCompiled(compile(document), policies);
            }
            diagnostics.addAll(document.faults().diagnostics());
        }
        diagnostics.sort(BY_PLACE);
        return new LoadResult(policies, exceptions, cleanups, diagnostics);
    }

    private static <T> void addIfCompiled(@Nullable T compiled, List<T> all) {
        if (compiled != null) {
            all.add(compiled);
        }
    }

    private @Nullable Policy compile(PolicyDocument document) {
        DocumentFaults faults = document.faults();
        PolicyDefinition definition = document.definition();
        if (definition != null) {
            return compiler.compile(definition, faults);
        }
        if (!document.isOfOtherKind()) {
            return null;
        }
        for (PolicyKind kind : policyKinds) {
            if (kind.reads(document.kind())) {
                Policy policy = kind.compile(faults);
                return faults.hasErrors() ? null : policy;
            }
        }
        document.refuseOtherKind();
        return null;
    }

    @Override
    public PolicySet set(Collection<? extends Policy> policies, Collection<? extends PolicyException> exceptions) {
        return StandardPolicySet.of(policies, exceptions);
    }

    @Override
    public EvaluationResult evaluate(Policy policy, JsonNode resource, EvaluationContext context) {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(context, "context");
        return executable(policy).evaluate(resource, context);
    }

    @Override
    public Explanation explain(Policy policy, JsonNode resource, EvaluationContext context) {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(context, "context");
        return executable(policy).explain(resource, context);
    }

    @Override
    public SetResult evaluate(PolicySet policies, JsonNode resource, EvaluationContext context) {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(context, "context");
        if (Objects.requireNonNull(policies, "policies") instanceof StandardPolicySet set) {
            return set.evaluate(resource, context);
        }
        throw new IllegalArgumentException("the set does not come from an engine: " + policies);
    }

    @Override
    public CleanupDecision shouldDelete(CleanupPolicy policy, JsonNode resource, EvaluationContext context) {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(context, "context");
        if (Objects.requireNonNull(policy, "policy") instanceof CompiledCleanup compiled) {
            return compiled.decide(resource, context);
        }
        throw new IllegalArgumentException("the cleanup policy does not come from an engine: " + policy);
    }

    @Override
    public CleanupDecision expiry(JsonNode resource, EvaluationContext context) {
        return TimeToLive.decide(
                Objects.requireNonNull(resource, "resource"), Objects.requireNonNull(context, "context"));
    }

    static ExecutablePolicy executable(Policy policy) {
        if (Objects.requireNonNull(policy, "policy") instanceof ExecutablePolicy executable) {
            return executable;
        }
        throw new IllegalArgumentException("the policy does not come from an engine or an extension: " + policy);
    }

    /** Collects the parts of an engine. Not thread-safe. */
    public static final class Builder {
        private final List<PolicyKind> policyKinds = new ArrayList<>();
        private final List<RuleBodyCompiler> ruleBodies = new ArrayList<>();
        private final JmesPathCompiler.Builder expressions = JmesPath.builder();
        private YamlLimits yamlLimits = YamlLimits.DEFAULT;
        private long contextBytes = ContextOptions.DEFAULT.mostBytes();
        private boolean answersRemembered = true;
        private final Set<String> clusterScopedKinds = new HashSet<>();

        private Builder() {}

        /**
         * Adds a kind of policy. Of two that read the same documents the first one does.
         *
         * @param kind the kind
         * @return this builder
         */
        public Builder policyKind(PolicyKind kind) {
            policyKinds.add(Objects.requireNonNull(kind, "kind"));
            return this;
        }

        /**
         * Adds a rule body. Of two for the same field the first one compiles it.
         *
         * @param body the compiler of the body
         * @return this builder
         */
        public Builder ruleBody(RuleBodyCompiler body) {
            ruleBodies.add(Objects.requireNonNull(body, "body"));
            return this;
        }

        /**
         * Adds a function that expressions may call; it takes the place of one of the same name.
         *
         * @param signature the name of the function and what it takes
         * @param function what it does; thread-safe
         * @return this builder
         */
        public Builder function(Signature signature, JmesFunction function) {
            expressions.function(signature, function);
            return this;
        }

        /**
         * Sets how large and deep the text of a policy may be.
         *
         * @param limits the limits
         * @return this builder
         */
        public Builder yamlLimits(YamlLimits limits) {
            this.yamlLimits = Objects.requireNonNull(limits, "limits");
            return this;
        }

        /**
         * Sets how much context entries may load in one evaluation; two MiB unless set.
         *
         * @param bytes the size of their values as JSON text in UTF-8; 0 for any size
         * @return this builder
         * @throws IllegalArgumentException if the number is negative
         */
        public Builder contextBytes(long bytes) {
            if (bytes < 0) {
                throw new IllegalArgumentException("the size is negative: " + bytes);
            }
            this.contextBytes = bytes;
            return this;
        }

        /**
         * Sets whether a lookup is asked only once per evaluation for the same question, which it is unless set. Without
         * it lookups are asked as often as Kyverno asks: by every rule, and for some sources by every element of a loop.
         *
         * @param remembered whether answers are remembered
         * @return this builder
         */
        public Builder answersRemembered(boolean remembered) {
            this.answersRemembered = remembered;
            return this;
        }

        /**
         * Says of kinds that they are in no namespace. Of all others the engine supposes that they are in one: a rule that
         * generates a {@code Namespace} is refused unless this names it. A cleanup policy of a namespace that matches one of
         * these kinds is refused.
         *
         * @param kinds API versions and kinds, such as {@code v1/Namespace} or
         *     {@code rbac.authorization.k8s.io/v1/ClusterRole}
         * @return this builder
         */
        public Builder clusterScopedKinds(Collection<String> kinds) {
            clusterScopedKinds.addAll(kinds);
            return this;
        }

        /** {@return an engine with what was given} */
        public StandardPolicyEngine build() {
            return new StandardPolicyEngine(this);
        }
    }
}
