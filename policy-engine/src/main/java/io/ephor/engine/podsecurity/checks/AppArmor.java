package io.ephor.engine.podsecurity.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;
import io.ephor.values.GoQuote;
import io.ephor.values.KeyOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** AppArmor: profiles are the default of the runtime or a local one, by field and by annotation. */
record AppArmor() implements PodCheck {
    private static final String FIELD = "securityContext.appArmorProfile.type";
    private static final String ANNOTATION = "container.apparmor.security.beta.kubernetes.io/";

    @Override
    public String id() {
        return "appArmorProfile";
    }

    @Override
    public boolean isBaseline() {
        return true;
    }

    @Override
    public @Nullable FailedCheck check(Pod pod, int minor) {
        Offenders offenders = new Offenders();
        JsonNode profile = pod.securityContext().path("appArmorProfile");
        if (isForbidden(profile)) {
            offenders.pod(FieldError.forbidden("spec." + FIELD, Pod.text(profile, "type")));
        }
        for (Container container : pod.containers()) {
            profile = container.securityContext().path("appArmorProfile");
            if (isForbidden(profile)) {
                String type = Pod.text(profile, "type");
                offenders.container(container, FieldError.forbidden(container.path(FIELD), type));
            }
        }
        List<String> annotations = forbiddenAnnotations(pod.annotations());
        return offenders.isEmpty() && annotations.isEmpty() ? null : failure(pod, offenders, annotations);
    }

    private static boolean isForbidden(JsonNode profile) {
        if (profile.isMissingNode()) {
            return false;
        }
        String type = Pod.text(profile, "type");
        return !type.equals("RuntimeDefault") && !type.equals("Localhost");
    }

    private static List<String> forbiddenAnnotations(JsonNode annotations) {
        if (annotations.isEmpty()) {
            return List.of();
        }
        List<String> keys = new ArrayList<>(0);
        for (var annotation : annotations.properties()) {
            String value = annotation.getValue().textValue();
            if (annotation.getKey().startsWith(ANNOTATION) && value != null && isForbidden(value)) {
                keys.add(annotation.getKey());
            }
        }
        keys.sort(KeyOrder.INSTANCE);
        return keys;
    }

    private static boolean isForbidden(String profile) {
        return !profile.isEmpty() && !profile.equals("runtime/default") && !profile.startsWith("localhost/");
    }

    private FailedCheck failure(Pod pod, Offenders offenders, List<String> annotations) {
        List<String> settings = new ArrayList<>(offenders.values());
        List<FieldError> errors = new ArrayList<>(offenders.errors());
        List<String> shown = new ArrayList<>();
        for (String key : annotations) {
            String value = Pod.text(pod.annotations(), key);
            shown.add(key + '=' + GoQuote.of(value));
            errors.add(FieldError.forbidden("metadata.annotations[" + key + ']', value));
        }
        shown.sort(KeyOrder.INSTANCE);
        settings.addAll(shown);
        String setters = offenders.setters();
        if (!annotations.isEmpty()) {
            String noun = Quoted.plural("annotation", annotations.size());
            setters = setters.isEmpty() ? noun : setters + " and " + noun;
        }
        String detail = setters + " must not set AppArmor profile type to " + Quoted.list(settings);
        return new FailedCheck(id(), Quoted.plural("forbidden AppArmor profile", settings.size()), detail, errors);
    }
}
