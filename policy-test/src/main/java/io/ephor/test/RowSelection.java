package io.ephor.test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The resources that an expectation is about.
 *
 * <p>A name selects among the resources that are judged and those that exist already. A name that no resource has selects
 * nothing. The reference takes all resources of the test where nothing is
 * selected, and those that exist already and were changed; here that is so only where the expectation names none. Kyverno: cmd/cli/kubectl-kyverno/commands/test/output.go.
 *
 * @param keys the selected resources in the order of the expectation
 * @param unknown the names that no resource has
 */
record RowSelection(List<ResourceKey> keys, List<String> unknown) {
    static RowSelection of(
            ExpectedResult expected,
            Collection<ResourceKey> resources,
            Collection<ResourceKey> targets,
            Collection<ResourceKey> changedTargets) {
        if (expected.resources().isEmpty() && expected.resourceSpecs().isEmpty()) {
            Set<ResourceKey> every = new LinkedHashSet<>(resources);
            targets.stream().filter(changedTargets::contains).forEach(every::add);
            return new RowSelection(List.copyOf(every), List.of());
        }
        Set<ResourceKey> all = new LinkedHashSet<>(resources);
        all.addAll(targets);
        Set<ResourceKey> keys = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String name : expected.resources()) {
            List<ResourceKey> named =
                    all.stream().filter(key -> key.isNamed(name)).toList();
            keys.addAll(named);
            if (named.isEmpty()) {
                unknown.add(name);
            }
        }
        for (ResourceSpec spec : expected.resourceSpecs()) {
            List<ResourceKey> meant = all.stream().filter(spec::selects).toList();
            keys.addAll(meant);
            if (meant.isEmpty()) {
                unknown.add(spec.namespace().isEmpty() ? spec.name() : spec.namespace() + '/' + spec.name());
            }
        }
        return new RowSelection(List.copyOf(keys), unknown);
    }
}
