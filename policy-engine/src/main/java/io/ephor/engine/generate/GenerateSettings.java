package io.ephor.engine.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Generation;

/**
 * How the life of generated resources goes on.
 *
 * @param rule the name of the rule
 * @param synchronize whether resources are kept like their source
 * @param orphanDownstreamOnPolicyDelete whether they outlive the policy
 * @param generateExisting whether the rule is run for triggers that exist already
 * @param serverSideApply whether they are written by server-side apply
 */
public record GenerateSettings(
        String rule,
        boolean synchronize,
        boolean orphanDownstreamOnPolicyDelete,
        boolean generateExisting,
        boolean serverSideApply) {
    /**
     * Reads the settings of a rule.
     *
     * @param name the name of the rule
     * @param generate the {@code generate} block
     * @param spec the {@code spec} of the policy
     */
    public static GenerateSettings of(String name, JsonNode generate, JsonNode spec) {
        JsonNode existing = generate.hasNonNull("generateExisting") ? generate : spec;
        return new GenerateSettings(
                name,
                generate.path("synchronize").asBoolean(),
                generate.path("orphanDownstreamOnPolicyDelete").asBoolean(),
                existing.path("generateExisting").asBoolean(),
                spec.path("useServerSideApply").asBoolean());
    }

    /** Returns a builder of what the rule wants, with the settings in it. */
    public Generation.Builder generation() {
        return Generation.builder(rule)
                .synchronize(synchronize)
                .orphanDownstreamOnPolicyDelete(orphanDownstreamOnPolicyDelete)
                .generateExisting(generateExisting)
                .serverSideApply(serverSideApply);
    }
}
