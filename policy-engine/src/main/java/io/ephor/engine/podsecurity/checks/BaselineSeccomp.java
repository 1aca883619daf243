package io.ephor.engine.podsecurity.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;
import io.ephor.values.GoQuote;
import io.ephor.values.KeyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Seccomp of the level baseline: profiles are the default of the runtime or a local one, or not set. */
record BaselineSeccomp() implements PodCheck {
    private static final String POD_ANNOTATION = "seccomp.security.alpha.kubernetes.io/pod";
    private static final String CONTAINER_ANNOTATION = "container.seccomp.security.alpha.kubernetes.io/";
    private static final int FIELDS = 19;

    @Override
    public String id() {
        return "seccompProfile_baseline";
    }

    @Override
    public boolean isBaseline() {
        return true;
    }

    @Override
    public @Nullable FailedCheck check(Pod pod, int minor) {
        if (minor < FIELDS) {
            return pod.annotations().isEmpty() ? null : checkAnnotations(pod);
        }
        Offenders offenders = SeccompProfiles.forbidden(pod);
        return offenders.isEmpty() ? null : SeccompProfiles.failure(id(), offenders);
    }

    /** One annotation for several containers of the same name is wrong once for each. */
    private @Nullable FailedCheck checkAnnotations(Pod pod) {
        Map<String, List<FieldError>> forbidden = new TreeMap<>(KeyOrder.INSTANCE);
        check(pod, POD_ANNOTATION, forbidden);
        for (Container container : pod.containers()) {
            check(pod, CONTAINER_ANNOTATION + container.name(), forbidden);
        }
        if (forbidden.isEmpty()) {
            return null;
        }
        List<FieldError> errors = new ArrayList<>();
        forbidden.values().forEach(errors::addAll);
        String detail = "forbidden " + Quoted.plural("annotation", forbidden.size()) + ' '
                + String.join(", ", forbidden.keySet());
        return new FailedCheck(id(), "seccompProfile", detail, errors);
    }

    private static void check(Pod pod, String key, Map<String, List<FieldError>> forbidden) {
        JsonNode annotation = pod.annotations().path(key);
        String value = annotation.textValue();
        if (value != null && !isAllowed(value)) {
            forbidden
                    .computeIfAbsent(key + '=' + GoQuote.of(value), shown -> new ArrayList<>())
                    .add(FieldError.forbidden("metadata.annotations[" + key + ']', value));
        }
    }

    private static boolean isAllowed(String profile) {
        return profile.equals("runtime/default")
                || profile.equals("docker/default")
                || profile.startsWith("localhost/");
    }
}
