package io.ephor.engine.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.trail.Trail;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code validate.manifests} block. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/handlers/validation/validate_manifest.go
 */
public final class CompiledManifests {
    private final List<AttestorSet> sets;
    private final String annotationDomain;
    private final String repository;

    CompiledManifests(List<AttestorSet> sets, String annotationDomain, String repository) {
        this.sets = List.copyOf(sets);
        this.annotationDomain = annotationDomain;
        this.repository = repository;
    }

    /**
     * Asks who signed a resource: enough attestors of every set must have.
     *
     * @param scope asks the lookup, which must be there: {@link RuleScope#knowsManifestSignatures()}
     * @param trail takes every attestor that was asked, or null
     */
    public SignatureOutcome verify(JsonNode resource, RuleScope scope, @Nullable Trail trail) {
        Verification verification = new Verification(resource, annotationDomain, repository, scope, trail);
        List<String> verified = new ArrayList<>();
        for (AttestorSet set : sets) {
            SignatureOutcome outcome = verification.verify(set);
            if (!(outcome instanceof SignatureOutcome.Verified)) {
                return outcome;
            }
            verified.add(outcome.text());
        }
        return new SignatureOutcome.Verified("verified manifest signatures; " + String.join(",", verified));
    }
}
