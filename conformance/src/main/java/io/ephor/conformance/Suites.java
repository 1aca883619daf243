package io.ephor.conformance;

import java.util.List;
import java.util.Optional;

/** The suites that can be run. */
final class Suites {
    static final List<Suite> ALL = List.of(
            new YamlSuite(),
            new PrimitivesSuite(),
            new LeafSuite(),
            new TreeSuite(),
            new ConditionsSuite(),
            new MatchSuite(),
            new MutateSuite(),
            new TargetsSuite(),
            new GenerateSuite(),
            new AutogenSuite(),
            new PodSecuritySuite(),
            new PodSecurityRuleSuite(),
            new StrategicMergeSuite(),
            new JsonPatchSuite(),
            new RowsSuite(),
            new TestsSuite(),
            new CliSuite(),
            new ContextSuite(),
            new LoadSuite(),
            new FrameSuite(),
            new CrossSuite(),
            new MutantsSuite(),
            new CasesSuite(),
            JmesPathSuite.GRAMMAR,
            JmesPathSuite.FUNCTIONS,
            JmesPathSuite.EXPRESSIONS,
            JmesPathSuite.RANDOM,
            new VariablesSuite());

    private Suites() {}

    static Optional<Suite> named(List<Suite> suites, String name) {
        return suites.stream().filter(suite -> suite.name().equals(name)).findFirst();
    }
}
