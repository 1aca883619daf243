package io.ephor.engine.autogen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.engine.read.RuleDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is derived from one written rule, complete but for the kinds that it matches.
 *
 * @param written the rule from which it is derived
 * @param controllers the rule for controllers
 * @param cronJobs the rule for cron jobs; null where the rule for controllers has lost its body
 */
record DerivedRules(
        RuleDefinition written,
        JsonNode controllers,
        @Nullable JsonNode cronJobs) {
    private static final KindReplacement CRON_JOBS = new KindReplacement(List.of(Autogen.CRON_JOB), true);

    /** Returns what can be derived from a rule; null where it is not for pods or has no body to derive from. */
    static @Nullable DerivedRules from(RuleDefinition rule) {
        if (rule.name().startsWith(Autogen.DERIVED_PREFIX) || !concernsPods(rule.node())) {
            return null;
        }
        ObjectNode controllers = new RuleDerivation("template", "spec/template")
                .derive(cut(Autogen.DERIVED_PREFIX + rule.name()), rule.node());
        if (controllers == null) {
            return null;
        }
        // The rule for cron jobs wraps the rule for controllers, so what is shifted in it is shifted twice.
        ObjectNode cronJobs = new RuleDerivation("jobTemplate", "spec/jobTemplate/spec/template")
                .derive(cut("autogen-cronjob-" + rule.name()), controllers);
        if (!TemplateReplacement.isNeeded(rule.node())) {
            return new DerivedRules(rule, controllers, cronJobs);
        }
        return new DerivedRules(
                rule,
                TemplateReplacement.POD_TEMPLATE.in(controllers),
                cronJobs == null ? null : TemplateReplacement.CRON_JOB_TEMPLATE.in(cronJobs));
    }

    /** Says whether a rule matches pods, and what it excludes, if any kind, are pods too. */
    private static boolean concernsPods(JsonNode rule) {
        PodFilters excluded = PodFilters.of(rule.path("exclude"));
        return PodFilters.of(rule.path("match")).hasPods() && (!excluded.hasKinds() || excluded.hasPods());
    }

    RuleDefinition forControllers(List<String> kinds) {
        return definition(new KindReplacement(kinds, false).in(controllers));
    }

    @Nullable
    RuleDefinition forCronJobs() {
        return cronJobs == null ? null : definition(CRON_JOBS.in(cronJobs));
    }

    private RuleDefinition definition(JsonNode rule) {
        return written.derived(rule);
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
