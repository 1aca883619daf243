package io.ephor;

import java.util.List;
import java.util.Objects;

/**
 * What a check of the Pod Security Standards finds wrong. Immutable and thread-safe.
 *
 * @param id the name of the check, such as {@code hostPathVolumes}
 * @param control the name of the control that the check belongs to, such as {@code HostPath Volumes}; empty where it
 *     belongs to none
 * @param reason what is wrong, in a few words
 * @param detail what is wrong, with the names of containers and volumes
 * @param images the images of the containers that the detail names, each with its registry and its tag or digest
 */
public record PodSecurityFinding(String id, String control, String reason, String detail, List<String> images) {
    /**
     * Makes a finding; the list is copied.
     *
     * @param id the name of the check, such as {@code hostPathVolumes}
     * @param control the name of the control that the check belongs to, such as {@code HostPath Volumes}; empty where it
     *     belongs to none
     * @param reason what is wrong, in a few words
     * @param detail what is wrong, with the names of containers and volumes
     * @param images the images of the containers that the detail names, each with its registry and its tag or digest
     */
    public PodSecurityFinding {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(control, "control");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(detail, "detail");
        images = List.copyOf(images);
    }
}
