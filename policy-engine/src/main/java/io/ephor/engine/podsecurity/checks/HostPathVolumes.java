package io.ephor.engine.podsecurity.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.pod.Pod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** HostPath Volumes: no volume is a folder of the host. */
record HostPathVolumes() implements PodCheck {
    @Override
    public String id() {
        return "hostPathVolumes";
    }

    @Override
    public boolean isBaseline() {
        return true;
    }

    @Override
    public @Nullable FailedCheck check(Pod pod, int minor) {
        JsonNode volumes = pod.volumes();
        List<String> names = new ArrayList<>(0);
        List<FieldError> errors = new ArrayList<>(0);
        for (int i = 0; i < volumes.size(); i++) {
            JsonNode hostPath = volumes.get(i).path("hostPath");
            if (!hostPath.isMissingNode()) {
                names.add(Pod.text(volumes.get(i), "name"));
                errors.add(FieldError.forbidden("spec.volumes[" + i + "].hostPath", Pod.text(hostPath, "path")));
            }
        }
        return errors.isEmpty()
                ? null
                : new FailedCheck(id(), "hostPath volumes", Quoted.counted("volume", names), errors);
    }
}
