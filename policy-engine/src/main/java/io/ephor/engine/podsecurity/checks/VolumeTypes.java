package io.ephor.engine.podsecurity.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.pod.Pod;
import io.ephor.values.KeyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Volume Types: volumes are of the types that belong to the pod or to a claim. */
record VolumeTypes() implements PodCheck {
    private static final List<String> ALLOWED = List.of(
            "configMap",
            "csi",
            "downwardAPI",
            "emptyDir",
            "ephemeral",
            "image",
            "persistentVolumeClaim",
            "projected",
            "secret");

    /** Of several types of one volume the first in this list is named. */
    private static final List<String> FORBIDDEN = List.of(
            "hostPath",
            "gcePersistentDisk",
            "awsElasticBlockStore",
            "gitRepo",
            "nfs",
            "iscsi",
            "glusterfs",
            "rbd",
            "flexVolume",
            "cinder",
            "cephfs",
            "flocker",
            "fc",
            "azureFile",
            "vsphereVolume",
            "quobyte",
            "azureDisk",
            "photonPersistentDisk",
            "portworxVolume",
            "scaleIO",
            "storageos");

    @Override
    public String id() {
        return "restrictedVolumes";
    }

    @Override
    public boolean isBaseline() {
        return false;
    }

    @Override
    public @Nullable FailedCheck check(Pod pod, int minor) {
        JsonNode volumes = pod.volumes();
        List<String> names = new ArrayList<>(0);
        List<FieldError> errors = new ArrayList<>(0);
        TreeSet<String> types = new TreeSet<>(KeyOrder.INSTANCE);
        for (int i = 0; i < volumes.size(); i++) {
            JsonNode volume = volumes.get(i);
            if (first(ALLOWED, volume) == null) {
                String forbidden = first(FORBIDDEN, volume);
                String type = forbidden == null ? "unknown" : forbidden;
                names.add(Pod.text(volume, "name"));
                types.add(type);
                errors.add(FieldError.forbidden("spec.volumes[" + i + "]." + type));
            }
        }
        if (errors.isEmpty()) {
            return null;
        }
        String detail = Quoted.counted("volume", names)
                + Quoted.uses(names.size())
                + Quoted.counted("restricted volume type", types);
        return new FailedCheck(id(), "restricted volume types", detail, errors);
    }

    private static @Nullable String first(List<String> types, JsonNode volume) {
        for (int i = 0; i < types.size(); i++) {
            if (volume.has(types.get(i))) {
                return types.get(i);
            }
        }
        return null;
    }
}
