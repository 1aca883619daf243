package io.ephor.engine.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.context.FailedLookup;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.manifests.SignatureOutcome.Failed;
import io.ephor.engine.manifests.SignatureOutcome.Refused;
import io.ephor.engine.manifests.SignatureOutcome.Verified;
import io.ephor.engine.match.ObjectTexts;
import io.ephor.engine.trail.Trail;
import io.ephor.explain.SignatureStep;
import io.ephor.lookup.ManifestSignatureRequest;
import io.ephor.lookup.ManifestVerification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One resource whose signatures are verified. Confined to one thread. */
final class Verification {
    private final JsonNode resource;
    private final String annotationDomain;
    private final RuleScope scope;
    private final @Nullable Trail trail;
    // Kyverno: what an attestor says of these two stays for those that are asked after it
    private String repository;
    private String rekorUrl = "";

    Verification(
            JsonNode resource, String annotationDomain, String repository, RuleScope scope, @Nullable Trail trail) {
        this.resource = resource;
        this.annotationDomain = annotationDomain;
        this.repository = repository;
        this.scope = scope;
        this.trail = trail;
    }

    /** Asks the attestors of a set until enough of them have signed. */
    SignatureOutcome verify(AttestorSet set) {
        List<String> verified = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        List<Failed> failures = new ArrayList<>();
        for (Attestor attestor : set.entries()) {
            SignatureOutcome outcome = verify(attestor);
            if (outcome instanceof Failed failed) {
                failures.add(failed);
            } else {
                (outcome instanceof Verified ? verified : refused).add(outcome.text());
            }
            if (verified.size() >= set.required()) {
                return new Verified("manifest verification succeeded; " + counted(set, verified, verified));
            }
        }
        return failures.isEmpty()
                ? new Refused("manifest verification failed; " + counted(set, verified, refused), set.place())
                : combined(failures);
    }

    private static String counted(AttestorSet set, List<String> verified, List<String> shown) {
        return "verifiedCount " + verified.size() + "; requiredCount " + set.required() + "; message "
                + String.join(",", shown);
    }

    private static Failed combined(List<Failed> failures) {
        List<String> texts = new ArrayList<>();
        Throwable cause = null;
        for (Failed failure : failures) {
            texts.add(failure.text());
            cause = cause == null ? failure.cause() : cause;
        }
        return new Failed(String.join("; ", texts), cause);
    }

    private SignatureOutcome verify(Attestor attestor) {
        if (attestor instanceof Attestor.OfSet nested) {
            SignatureOutcome outcome = verify(nested.attestors());
            return outcome instanceof Failed failed
                    ? new Failed("failed to verify signature; " + nested.path() + ": " + failed.text(), failed.cause())
                    : outcome;
        }
        return verify((Attestor.OfKey) attestor);
    }

    private SignatureOutcome verify(Attestor.OfKey key) {
        String mismatch = mismatch(key.annotations());
        if (mismatch != null) {
            note(key, SignatureStep.Outcome.FAILED, mismatch);
            return new Failed(mismatch, null);
        }
        try {
            return outcome(key, ask(key));
        } catch (FailedLookup failure) {
            note(key, SignatureStep.Outcome.FAILED, failure.text());
            return new Failed(key.path() + ": " + failure.text(), failure.getCause());
        }
    }

    private ManifestVerification ask(Attestor.OfKey key) {
        repository = key.repository().isEmpty() ? repository : key.repository();
        rekorUrl = Objects.requireNonNullElse(key.rekorUrl(), rekorUrl);
        return scope.verifyManifest(
                new ManifestSignatureRequest(resource, key.entry(), annotationDomain, repository, rekorUrl));
    }

    private SignatureOutcome outcome(Attestor.OfKey key, ManifestVerification answer) {
        if (answer.isVerified()) {
            note(key, SignatureStep.Outcome.VERIFIED, answer.signer());
            // the reference writes `singed`
            return new Verified("singed by a valid signer: " + answer.signer());
        }
        note(key, SignatureStep.Outcome.REFUSED, answer.reason());
        return new Refused(key.path() + ": " + answer.reason(), key.place());
    }

    private void note(Attestor.OfKey key, SignatureStep.Outcome outcome, String text) {
        if (trail != null) {
            trail.add(new SignatureStep(key.place(), key.path(), outcome, text));
        }
    }

    /** Returns what is wrong with the annotations of the resource, or null. */
    private @Nullable String mismatch(Map<String, String> wanted) {
        ObjectTexts annotations = ObjectTexts.of(resource.path("metadata").path("annotations"));
        for (Map.Entry<String, String> annotation : wanted.entrySet()) {
            String found = Objects.requireNonNullElse(annotations.value(annotation.getKey()), "");
            if (!found.equals(annotation.getValue())) {
                return "annotations mismatch: " + found + " does not match expected value " + annotation.getValue()
                        + " for key " + annotation.getKey();
            }
        }
        return null;
    }
}
