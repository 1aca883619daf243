package io.ephor.test;

import io.ephor.Operation;
import io.ephor.RuleStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code results}: what a policy should say about some resources. Immutable.
 *
 * @param index the place in the list, from 0
 * @param policy the policy by its name or as {@code namespace/name}
 * @param rule the rule; empty for all rules of the policy
 * @param resources the resources by name or as {@code namespace/name}; empty for all resources of the test
 * @param resourceSpecs resources named in parts; only looked at where {@code resources} is there
 * @param kind the kind of the resources; like Kyverno, a test does not select by it
 * @param status what the rules should answer
 * @param operation the operation for which the entry holds, or null for that of the test
 * @param patchedResources the file with the resource as it should be after mutation; empty for none
 * @param generatedResources the files with the resources that may be generated
 * @param cloneSourceResource the file with what a generate rule clones; empty for none
 * @param failOnMissingResources whether a patched resource that is not in its file is a failure
 */
public record ExpectedResult(
        int index,
        String policy,
        String rule,
        List<String> resources,
        List<ResourceSpec> resourceSpecs,
        String kind,
        RuleStatus status,
        @Nullable Operation operation,
        String patchedResources,
        List<String> generatedResources,
        String cloneSourceResource,
        boolean failOnMissingResources) {
    /**
     * Copies the lists.
     *
     * @param index the place in the list, from 0
     * @param policy the policy by its name or as {@code namespace/name}
     * @param rule the rule; empty for all rules of the policy
     * @param resources the resources by name or as {@code namespace/name}; empty for all resources of the test
     * @param resourceSpecs resources named in parts; only looked at where {@code resources} is there
     * @param kind the kind of the resources; like Kyverno, a test does not select by it
     * @param status what the rules should answer
     * @param operation the operation for which the entry holds, or null for that of the test
     * @param patchedResources the file with the resource as it should be after mutation; empty for none
     * @param generatedResources the files with the resources that may be generated
     * @param cloneSourceResource the file with what a generate rule clones; empty for none
     * @param failOnMissingResources whether a patched resource that is not in its file is a failure
     */
    public ExpectedResult {
        resources = List.copyOf(resources);
        resourceSpecs = List.copyOf(resourceSpecs);
        generatedResources = List.copyOf(generatedResources);
    }

    /** {@return the name of the policy without its namespace} */
    public String policyName() {
        return Names.lastSegment(policy);
    }

    /** {@return the JSON pointer of this entry in its document} */
    public String pointer() {
        return "/results/" + index;
    }
}
