package io.ephor.engine.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.PodSecurityFindings;
import io.ephor.engine.podsecurity.checks.FailedCheck;
import io.ephor.engine.podsecurity.checks.FieldError;
import io.ephor.engine.podsecurity.pod.Pod;
import io.ephor.engine.podsecurity.typed.TypedDocument;
import io.ephor.values.NumberView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A compiled {@code podSecurity} block. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/handlers/validation/validate_pss.go, pkg/pss/evaluate.go
 */
public final class PodSecurity {
    private static final PodSecurityOutcome.Allowed ALLOWED = new PodSecurityOutcome.Allowed();

    private final String level;
    private final String version;
    private final @Nullable Standard standard;
    private final Excludes excludes;

    private PodSecurity(String level, String version, @Nullable Standard standard, Excludes excludes) {
        this.level = level;
        this.version = version;
        this.standard = standard;
        this.excludes = excludes;
    }

    /**
     * Compiles a block. A version that does not exist ends every evaluation in an error, a control that does not exist
     * excludes nothing.
     *
     * @param written the block: level, version and excludes
     * @return the compiled block
     */
    public static PodSecurity compile(JsonNode written) {
        String level = Pod.text(written, "level");
        String version = Pod.text(written, "version");
        Optional<StandardVersion> parsed = StandardVersion.parse(version);
        Standard standard = parsed.isPresent() ? Standard.of(level, parsed.get()) : null;
        return new PodSecurity(level, version, standard, Excludes.compile(written.path("exclude")));
    }

    /** {@return level and version as written, with a colon between them} */
    public String title() {
        return level + ':' + version;
    }

    /**
     * {@return whether a resource certainly satisfies the standards, without anything excluded}
     *
     * @param resource the resource
     * @param numbers how its numbers are seen
     */
    public boolean certainlyAllows(JsonNode resource, NumberView numbers) {
        PodSource source = PodSource.of(resource);
        if (source == null || standard == null) {
            return false;
        }
        TypedDocument read = source.read(resource, numbers);
        return read.fault() == null && standard.allows(source.pod(read.value()));
    }

    /**
     * Judges a resource that is a pod or has a template of one.
     *
     * @param resource the resource
     * @param numbers how its numbers are seen
     * @return what is wrong with it
     */
    public PodSecurityOutcome judge(JsonNode resource, NumberView numbers) {
        return judge(resource, numbers, Excludes.NONE);
    }

    /**
     * Judges a resource that is a pod or has a template of one.
     *
     * @param resource the resource
     * @param numbers how its numbers are seen
     * @param further what is excluded besides what the block excludes
     * @return what is wrong with it
     */
    public PodSecurityOutcome judge(JsonNode resource, NumberView numbers, Excludes further) {
        PodSource source = PodSource.of(resource);
        if (source == null) {
            return unreadable("could not find correct resource type");
        }
        TypedDocument read = source.read(resource, numbers);
        String fault = read.fault();
        if (fault != null) {
            return unreadable(fault);
        }
        if (standard == null) {
            return new PodSecurityOutcome.Unknown(
                    "failed to parse pod security api version: must be \"latest\" or \"v1.x\"");
        }
        List<FailedCheck> failed = failed(standard, source.pod(read.value()), further);
        return failed.isEmpty() ? ALLOWED : new PodSecurityOutcome.Forbidden(shown(failed, source));
    }

    /**
     * {@return failed checks as reports have them}
     *
     * @param checks what is wrong with a resource
     * @param resource the resource
     */
    public PodSecurityFindings report(List<FailedCheck> checks, JsonNode resource) {
        PodSource source = PodSource.of(resource);
        JsonNode podSpec = source == null ? resource : source.spec(resource);
        return FindingsReport.of(level, version, checks, podSpec);
    }

    private static PodSecurityOutcome unreadable(String reason) {
        return new PodSecurityOutcome.Unknown("Error while getting new resource: " + reason);
    }

    /**
     * Judges a pod.
     *
     * @param pod the pod
     * @return what is wrong with it, in the order of the checks, with paths from the root of the pod
     * @throws IllegalStateException if the version does not exist
     */
    public List<FailedCheck> failed(Pod pod) {
        if (standard == null) {
            throw new IllegalStateException("there is no such version");
        }
        return failed(standard, pod, Excludes.NONE);
    }

    private List<FailedCheck> failed(Standard known, Pod pod, Excludes further) {
        Exclusion exclusion = new Exclusion(known, pod, known.check(pod));
        excludes.list().forEach(exclusion::apply);
        further.list().forEach(exclusion::apply);
        return exclusion.failed();
    }

    private static List<FailedCheck> shown(List<FailedCheck> failed, PodSource source) {
        List<FailedCheck> shown = new ArrayList<>(failed.size());
        for (FailedCheck check : failed) {
            List<FieldError> errors = new ArrayList<>(check.errors().size());
            for (FieldError error : check.errors()) {
                errors.add(error.at(source.shown(error.field())));
            }
            shown.add(check.withErrors(errors));
        }
        return shown;
    }
}
