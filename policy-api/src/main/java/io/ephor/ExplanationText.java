package io.ephor;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.explain.ConditionStep;
import io.ephor.explain.ElementStep;
import io.ephor.explain.EntryStep;
import io.ephor.explain.ExceptionStep;
import io.ephor.explain.LoopStep;
import io.ephor.explain.MatchStep;
import io.ephor.explain.NoteStep;
import io.ephor.explain.OldResourceStep;
import io.ephor.explain.PatchStep;
import io.ephor.explain.PatternStep;
import io.ephor.explain.PodSecurityStep;
import io.ephor.explain.QueryStep;
import io.ephor.explain.SignatureStep;
import io.ephor.explain.Step;
import io.ephor.values.PatchOperation;
import io.ephor.values.YamlDocument;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Writes an explanation for people. Used once. */
final class ExplanationText {
    private static final int LONGEST_LINE = 2_000;

    private final Explanation why;
    private final @Nullable YamlDocument resource;
    private final SideBySide lines;
    private final StringBuilder text = new StringBuilder();

    /**
     * @param policy the lines of the policy, or null where they are not known
     * @param resource the document of the resource, or null where it has none
     */
    ExplanationText(Explanation why, @Nullable IntFunction<String> policy, @Nullable YamlDocument resource) {
        this.why = why;
        this.resource = resource;
        this.lines = new SideBySide(policy, resource);
    }

    String text() {
        Policy policy = why.policy();
        text.append(policy.kind())
                .append(' ')
                .append(policy.name())
                .append(" (")
                .append(policy.source());
        text.append(") on ").append(ShortJson.name(why.resource()));
        text.append(resource == null ? "" : " (" + resource.range() + ")");
        text.append(": ").append(verdict()).append('\n');
        for (RuleExplanation rule : why.rules()) {
            rule(rule);
        }
        return text.toString();
    }

    private String verdict() {
        if (why.result().blocked()) {
            return "blocked";
        }
        return why.result().rules().isEmpty() ? "no response" : "allowed";
    }

    private void rule(RuleExplanation rule) {
        RuleResult result = rule.result();
        String status = result == null ? "no response" : result.status().text();
        text.append("\nrule ")
                .append(rule.name())
                .append(" (")
                .append(rule.source())
                .append("): ");
        text.append(status).append('\n');
        boolean asGiven = rule.resource() == why.resource();
        steps(rule.steps(), "  ", asGiven);
        if (result != null) {
            line("  ", "= " + status + (result.message().isEmpty() ? "" : ": " + result.message()));
        }
    }

    private void steps(List<Step> steps, String indent, boolean asGiven) {
        for (Step step : steps) {
            step(step, indent, asGiven);
        }
    }

    private void step(Step step, String indent, boolean asGiven) {
        if (step instanceof MatchStep match) {
            match(match, indent);
        } else if (step instanceof ConditionStep condition) {
            condition(condition, indent);
        } else if (step instanceof PatternStep pattern) {
            pattern(pattern, indent, asGiven);
        } else if (step instanceof QueryStep query) {
            String value = query.value() == null ? "has no value: " + query.error() : "is " + json(query.value());
            line(indent, "`" + query.expression() + "` " + value);
        } else if (step instanceof EntryStep entry) {
            line(indent, "context entry `" + entry.name() + "` is " + json(entry.value()));
        } else if (step instanceof ExceptionStep exception) {
            String held = exception.holds() ? "holds" : "does not hold";
            line(indent, "exception " + exception.key() + " (" + exception.source() + ") " + held);
        } else if (step instanceof LoopStep loop) {
            String size = loop.size() == null
                    ? "has no value: the loop is passed over"
                    : "has " + loop.size() + (loop.size() == 1 ? " element" : " elements");
            line(indent, "foreach `" + loop.list() + "` " + size);
        } else if (step instanceof ElementStep element) {
            line(indent, "element " + element.index() + " " + json(element.element()) + ": " + element.outcome());
            steps(element.steps(), indent + "  ", asGiven);
        } else if (step instanceof OldResourceStep old) {
            line(indent, "old resource: " + (old.matched() ? old.outcome() : "does not match, nothing is compared"));
            steps(old.steps(), indent + "  ", false);
        } else if (step instanceof PodSecurityStep check) {
            podSecurity(check, indent);
        } else if (step instanceof SignatureStep signature) {
            signature(signature, indent);
        } else if (step instanceof PatchStep patch) {
            line(indent, "patch");
            patch.operations().forEach(operation -> line(indent + "  ", operation(operation)));
        } else if (step instanceof NoteStep note) {
            line(indent, note.text());
        } else {
            throw new IllegalStateException("no words for " + step.getClass());
        }
    }

    private void match(MatchStep match, String indent) {
        String block = match.excludes() ? "exclude" : "match";
        String verdict = match.holds() ? " holds" : " does not hold";
        if (match.filters().isEmpty()) {
            line(indent, block + verdict);
        }
        for (MatchStep.FilterTest filter : match.filters()) {
            String name = filter.name().isEmpty() ? block : block + " " + filter.name();
            String held = filter.holds() ? " holds" : filter.parts().isEmpty() ? " asks for nothing" : " does not hold";
            line(indent, name + held);
            for (MatchStep.PartTest part : filter.parts()) {
                if (!part.holds() || (match.excludes() && filter.holds())) {
                    part(part, indent + "  ");
                }
            }
        }
    }

    private void part(MatchStep.PartTest part, String indent) {
        String found = part.found().isEmpty() ? "" : ", found `" + part.found() + "`";
        line(indent, part.field() + (part.holds() ? " holds" : ": " + part.reason()) + found);
        lines.policy(part.source(), indent, text);
    }

    private void condition(ConditionStep condition, String indent) {
        String use = condition.use() == ConditionStep.Use.DENY ? "deny" : "precondition";
        StringBuilder words =
                new StringBuilder(use).append(' ').append(condition.name()).append(": ");
        words.append(json(condition.key()));
        if (condition.found() != null && condition.found() != condition.key()) {
            words.append(" was ").append(json(condition.found())).append(',');
        }
        words.append(' ').append(condition.operator());
        if (condition.wanted() != null) {
            words.append(' ').append(json(condition.wanted()));
        }
        words.append(
                condition.error() == null ? condition.holds() ? " holds" : " does not hold" : ": " + condition.error());
        line(indent, words.toString());
        lines.policy(condition.source(), indent, text);
    }

    private void pattern(PatternStep pattern, String indent, boolean asGiven) {
        String name = pattern.alternative() == null ? "pattern" : "anyPattern[" + pattern.alternative() + "]";
        String outcome = pattern.outcome().name().toLowerCase(Locale.ROOT);
        line(indent, name + " " + outcome + (pattern.text().isEmpty() ? "" : ": " + pattern.text()));
        if (pattern.outcome() != PatternStep.Outcome.MATCHED) {
            lines.both(pattern.source(), asGiven ? pattern.at() : null, pattern.found(), indent, text);
        }
    }

    private void podSecurity(PodSecurityStep check, String indent) {
        line(indent, "check " + check.check() + ": " + check.reason() + ": " + check.detail());
        for (PodSecurityStep.WrongField field : check.fields()) {
            String found = field.found() == null ? "" : " is " + json(field.found());
            line(indent + "  ", field.path() + found);
        }
    }

    private void signature(SignatureStep signature, String indent) {
        String outcome = signature.outcome().name().toLowerCase(Locale.ROOT);
        String reason = signature.text().isEmpty() ? "" : ": " + signature.text();
        line(indent, "attestor " + signature.attestor() + " " + outcome + reason);
        lines.policy(signature.source(), indent, text);
    }

    private static String operation(PatchOperation operation) {
        JsonNode value = operation.value();
        String kind = operation.kind().name().toLowerCase(Locale.ROOT);
        String from = operation.from() == null ? "" : " from " + operation.from();
        return kind + " " + operation.path() + from + (value == null ? "" : ": " + json(value));
    }

    private static String json(JsonNode value) {
        return ShortJson.of(value);
    }

    /** Messages may have several lines, and quote a whole resource. */
    private void line(String indent, String words) {
        text.append(indent)
                .append(ShortJson.cut(words.strip(), LONGEST_LINE).replace("\n", "\n" + indent))
                .append('\n');
    }
}
