package io.ephor.engine.autogen;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one policy together with those that are derived from its rules for pods: one rule for the controllers
 * that hold a pod template, and one for cron jobs, which hold it one level deeper. Immutable and thread-safe; rules are
 * derived anew by each call.
 *
 * <p>Kyverno: {@code pkg/autogen/v1}.
 */
public final class Autogen {
    /** The annotation of a policy that lists the controllers for which rules are derived. */
    public static final String CONTROLLERS_ANNOTATION = "pod-policies.kyverno.io/autogen-controllers";

    static final String CRON_JOB = "CronJob";

    private static final String DERIVED_PREFIX = "autogen-";
    private static final List<String> SIMPLE_CONTROLLERS =
            List.of("DaemonSet", "Deployment", "Job", "ReplicaSet", "ReplicationController", "StatefulSet");
    private static final String ALL = "all";
    private static final String NONE = "none";

    private final List<RuleDefinition> written;
    private final Set<String> controllers;

    private Autogen(List<RuleDefinition> written, Set<String> controllers) {
        this.written = written;
        this.controllers = controllers;
    }

    /** Finds out for which controllers rules can be derived from a policy. */
    public static Autogen of(PolicyDefinition policy) {
        return new Autogen(policy.rules(), controllers(policy));
    }

    private static Set<String> controllers(PolicyDefinition policy) {
        if (!Eligibility.allows(policy.rules())) {
            return Set.of();
        }
        String annotation = policy.annotations().get(CONTROLLERS_ANNOTATION);
        Set<String> controllers = new LinkedHashSet<>();
        if (annotation == null) {
            controllers.addAll(SIMPLE_CONTROLLERS);
            controllers.add(CRON_JOB);
        } else {
            controllers.addAll(Arrays.asList(annotation.split(",", -1)));
        }
        return controllers;
    }

    /**
     * Returns the rules for the phases that look at all controllers at once: mutation, image verification and
     * generation. The rules as written come first, then per written rule those that were derived from it.
     */
    public List<RuleDefinition> rules() {
        return withDerived(String.join(",", controllers));
    }

    /**
     * Returns the rules for the validation of one kind of resource: a derived rule matches just that kind.
     *
     * @param kind a kind such as {@code Deployment}; for one that is not in {@link #kinds()} there are only the rules as
     *     written
     */
    public List<RuleDefinition> rules(String kind) {
        return controllers.contains(kind) ? withDerived(kind) : written;
    }

    /** Returns the kinds for which {@link #rules(String)} may hold more than the rules as written. */
    public Set<String> kinds() {
        return Collections.unmodifiableSet(controllers);
    }

    private List<RuleDefinition> withDerived(String list) {
        if (list.isEmpty() || list.equals(NONE)) {
            return written;
        }
        List<RuleDefinition> derived = new ArrayList<>();
        for (RuleDefinition rule : written) {
            derive(rule, list, derived);
        }
        if (derived.isEmpty()) {
            return written;
        }
        List<RuleDefinition> rules = new ArrayList<>(written.size() + derived.size());
        for (RuleDefinition rule : written) {
            if (!rule.name().startsWith(DERIVED_PREFIX)) {
                rules.add(rule);
            }
        }
        rules.addAll(derived);
        return List.copyOf(rules);
    }

    private static void derive(RuleDefinition rule, String list, List<RuleDefinition> derived) {
        JsonNode forControllers = forControllers(rule, withoutCronJob(list));
        if (forControllers != null) {
            derived.add(finished(rule, TemplateReplacement.POD_TEMPLATE, forControllers));
        }
        if (!list.contains(CRON_JOB) && !list.contains(ALL)) {
            return;
        }
        // The rule for cron jobs wraps the rule for controllers, so what is shifted in it is shifted twice.
        JsonNode inner = forControllers(rule, list);
        JsonNode forCronJobs = inner == null
                ? null
                : new RuleDerivation("jobTemplate", "spec/jobTemplate/spec/template", List.of(CRON_JOB), true)
                        .derive(cut("autogen-cronjob-" + rule.name()), inner);
        if (forCronJobs != null) {
            derived.add(finished(rule, TemplateReplacement.CRON_JOB_TEMPLATE, forCronJobs));
        }
    }

    private static @Nullable JsonNode forControllers(RuleDefinition rule, String list) {
        if (list.isEmpty() || rule.name().startsWith(DERIVED_PREFIX)) {
            return null;
        }
        if (!PodKinds.concernsPods(rule.node())) {
            return null;
        }
        return new RuleDerivation("template", "spec/template", kinds(list), false)
                .derive(cut(DERIVED_PREFIX + rule.name()), rule.node());
    }

    /** The simple controllers of a list, or the list as it is where it holds none of them. */
    private static List<String> kinds(String list) {
        if (list.equals(ALL)) {
            return SIMPLE_CONTROLLERS;
        }
        List<String> listed = new ArrayList<>(Arrays.asList(list.split(",", -1)));
        listed.sort(null);
        List<String> known = new ArrayList<>(listed);
        known.retainAll(SIMPLE_CONTROLLERS);
        return known.isEmpty() ? listed : known;
    }

    private static String withoutCronJob(String list) {
        List<String> kinds = new ArrayList<>(Arrays.asList(list.split(",", -1)));
        kinds.removeIf(CRON_JOB::equals);
        return String.join(",", kinds);
    }

    private static RuleDefinition finished(RuleDefinition written, TemplateReplacement replacement, JsonNode rule) {
        JsonNode node = replacement.in(rule);
        return new RuleDefinition(node.path("name").textValue(), node, written.pointer(), true);
    }

    /**
     * Cuts a name to 63 bytes of UTF-8. What is left of a character that is cut in two becomes a replacement character
     * per byte, as when Go writes the name as JSON.
     */
    private static String cut(String name) {
        int left = 63;
        StringBuilder cut = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); ) {
            int character = name.codePointAt(i);
            int bytes = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            if (bytes > left) {
                return cut.append("\ufffd".repeat(left)).toString();
            }
            cut.appendCodePoint(character);
            left -= bytes;
            i += Character.charCount(character);
        }
        return cut.toString();
    }
}
