package io.ephor.engine.autogen;

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
 * that hold a pod template, and one for cron jobs, which hold it one level deeper. Immutable and thread-safe.
 *
 * <p>The rules that one written rule yields for several kinds differ in their {@code match} and {@code exclude}; all
 * other fields are the same nodes, so that a compiler can tell by identity what it has compiled before.
 *
 * <p>Kyverno: {@code pkg/autogen/v1}.
 */
public final class Autogen {
    static final String DERIVED_PREFIX = "autogen-";
    static final String CRON_JOB = "CronJob";

    private static final List<String> SIMPLE_CONTROLLERS =
            List.of("DaemonSet", "Deployment", "Job", "ReplicaSet", "ReplicationController", "StatefulSet");
    private static final Set<String> EVERY_CONTROLLER = everyController();
    private static final String ALL = "all";
    private static final String NONE = "none";

    private final List<RuleDefinition> written;
    private final Set<String> controllers;

    // Written by whichever thread asks first; every thread would derive the same.
    private volatile @Nullable List<DerivedRules> derived;

    private Autogen(List<RuleDefinition> written, Set<String> controllers) {
        this.written = written;
        this.controllers = controllers;
    }

    /**
     * Finds out for which controllers rules can be derived from those of a policy. The rules themselves are derived when
     * somebody asks for them first.
     */
    public static Autogen of(PolicyDefinition policy) {
        String annotation = policy.annotations().get(PolicyDefinition.CONTROLLERS_ANNOTATION);
        boolean off = NONE.equals(annotation) || "".equals(annotation) || !Eligibility.allows(policy.rules());
        return new Autogen(policy.rules(), off ? Set.of() : controllers(annotation));
    }

    private static Set<String> controllers(@Nullable String annotation) {
        return annotation == null
                ? EVERY_CONTROLLER
                : Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(annotation.split(",", -1))));
    }

    private static Set<String> everyController() {
        Set<String> controllers = new LinkedHashSet<>(SIMPLE_CONTROLLERS);
        controllers.add(CRON_JOB);
        return Collections.unmodifiableSet(controllers);
    }

    /**
     * {@return the rules for the phases that look at all controllers at once: mutation, image verification and
     * generation} The rules as written come first, then per written rule those that were derived from it.
     */
    public List<RuleDefinition> rules() {
        return withDerived(String.join(",", controllers));
    }

    /**
     * {@return the rules for the validation of one kind of resource: a derived rule matches just that kind}
     *
     * @param kind a kind such as {@code Deployment}; for one that is not in {@link #kinds()} there are only the rules as
     *     written
     */
    public List<RuleDefinition> rules(String kind) {
        return controllers.contains(kind) ? withDerived(kind) : written;
    }

    /** {@return the kinds for which {@link #rules(String)} may hold more than the rules as written} */
    public Set<String> kinds() {
        return controllers;
    }

    /**
     * A list that holds the letters {@code CronJob} or {@code all} anywhere yields rules for cron jobs; that is how
     * Kyverno looks for them.
     */
    private List<RuleDefinition> withDerived(String list) {
        if (list.isEmpty() || list.equals(NONE)) {
            return written;
        }
        List<String> kinds = simpleKinds(list);
        boolean cronJobs = list.contains(CRON_JOB) || list.contains(ALL);
        List<RuleDefinition> added = new ArrayList<>();
        for (DerivedRules rule : derived()) {
            if (!kinds.isEmpty()) {
                added.add(rule.forControllers(kinds));
            }
            RuleDefinition forCronJobs = cronJobs ? rule.forCronJobs() : null;
            if (forCronJobs != null) {
                added.add(forCronJobs);
            }
        }
        return added.isEmpty() ? written : withoutNamesakes(added);
    }

    private List<DerivedRules> derived() {
        List<DerivedRules> known = derived;
        if (known != null) {
            return known;
        }
        List<DerivedRules> all = new ArrayList<>();
        for (RuleDefinition rule : written) {
            DerivedRules rules = DerivedRules.from(rule);
            if (rules != null) {
                all.add(rules);
            }
        }
        derived = all;
        return all;
    }

    /** A written rule whose name looks like that of a derived one gives way. */
    private List<RuleDefinition> withoutNamesakes(List<RuleDefinition> added) {
        List<RuleDefinition> rules = new ArrayList<>(written.size() + added.size());
        for (RuleDefinition rule : written) {
            if (!rule.name().startsWith(DERIVED_PREFIX)) {
                rules.add(rule);
            }
        }
        rules.addAll(added);
        return List.copyOf(rules);
    }

    /** {@return the simple controllers of a list; where it holds none of them, what it holds besides {@code CronJob}} */
    private static List<String> simpleKinds(String list) {
        if (list.equals(ALL)) {
            return SIMPLE_CONTROLLERS;
        }
        List<String> listed = new ArrayList<>(Arrays.asList(list.split(",", -1)));
        listed.removeIf(CRON_JOB::equals);
        if (listed.size() == 1 && listed.get(0).isEmpty()) {
            return List.of();
        }
        Collections.sort(listed);
        List<String> known = new ArrayList<>(listed);
        known.retainAll(SIMPLE_CONTROLLERS);
        return known.isEmpty() ? listed : known;
    }
}
