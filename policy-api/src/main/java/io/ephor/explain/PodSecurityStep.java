package io.ephor.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check of the Pod Security Standards that a pod does not pass, after all that is excluded.
 *
 * @param source the place of the {@code podSecurity} block in the policy
 * @param check the name of the check, such as {@code privileged}
 * @param reason what is wrong in a few words, as Kyverno has it
 * @param detail what is wrong, with the names of containers and volumes
 * @param fields the fields that are wrong, in the order of their discovery; empty for the check that names none
 */
public record PodSecurityStep(SourceRange source, String check, String reason, String detail, List<WrongField> fields)
        implements Step {
    /**
     * Copies the list.
     *
     * @param source the place of the {@code podSecurity} block in the policy
     * @param check the name of the check, such as {@code privileged}
     * @param reason what is wrong in a few words, as Kyverno has it
     * @param detail what is wrong, with the names of containers and volumes
     * @param fields the fields that are wrong, in the order of their discovery; empty for the check that names none
     */
    public PodSecurityStep {
        fields = List.copyOf(fields);
    }

    /**
     * A field that is wrong.
     *
     * @param path the path of the field as Kyverno shows it, such as {@code spec.containers[0].securityContext.privileged}
     * @param found its value; null where the field is missing, or the value is not shown
     */
    public record WrongField(String path, @Nullable JsonNode found) {}
}
