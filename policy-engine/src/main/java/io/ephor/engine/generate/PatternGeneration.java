package io.ephor.engine.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.match.ListSelector;
import io.ephor.engine.match.MatchReader;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.variables.RuleTemplate;
import io.ephor.engine.variables.SubstitutionException;
import io.ephor.values.SourceRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource, or the copies of one list of resources. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/background/generate/generator.go
 *
 * @param template what is generated, and where; all of its variables are substituted together
 */
record PatternGeneration(RuleTemplate template) implements GenerateBody {
    private static final SourceRange NOWHERE = new SourceRange("", 1, 1, 1, 1);

    @Override
    public @Nullable GenerationFailure run(Production production, RuleScope scope) {
        JsonNode resolved;
        try {
            resolved = template.resolve(scope);
        } catch (SubstitutionException exception) {
            return GenerationFailure.of(exception.text(), RuleScope.lookupFailure(exception));
        }
        Target target = Target.of(resolved);
        JsonNode clone = resolved.path("clone");
        String source = Target.text(clone, "name");
        if (!source.isEmpty()) {
            return production.copy(target, target.at(Target.text(clone, "namespace"), source), scope);
        }
        JsonNode list = resolved.path("cloneList");
        if (!list.path("kinds").isEmpty()) {
            return production.copies(
                    kinds(list.path("kinds")),
                    Target.text(list, "namespace"),
                    target.namespace(),
                    selector(list.get("selector")),
                    scope);
        }
        return production.data(target, resolved.path("data"), scope);
    }

    private static List<CloneKind> kinds(JsonNode kinds) {
        List<CloneKind> parsed = new ArrayList<>(kinds.size());
        for (JsonNode kind : kinds) {
            String text = kind.textValue();
            parsed.add(CloneKind.parse(text == null ? "" : text));
        }
        return parsed;
    }

    private static ListSelector selector(@Nullable JsonNode written) {
        return ListSelector.compile(new MatchReader(Unheeded.INSTANCE).selector(written, ""));
    }

    /** The rule is a rule again once it is substituted, so that there is nothing to report. */
    private enum Unheeded implements FaultCollector {
        INSTANCE;

        @Override
        public void report(Fault fault) {}

        @Override
        public SourceRange locate(String pointer) {
            return NOWHERE;
        }
    }
}
