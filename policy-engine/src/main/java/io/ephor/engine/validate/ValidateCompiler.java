package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.RuleType;
import io.ephor.engine.conditions.CompiledConditions;
import io.ephor.engine.conditions.ConditionCompiler;
import io.ephor.engine.manifests.CompiledManifests;
import io.ephor.engine.manifests.ManifestCompiler;
import io.ephor.engine.podsecurity.PodSecurity;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.rule.RuleFacts;
import io.ephor.engine.source.DocumentFaults;
import io.ephor.engine.source.Fault;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.engine.variables.Template;
import io.ephor.patterns.Pattern;
import io.ephor.patterns.PatternException;
import io.ephor.spi.RuleBody;
import io.ephor.spi.RuleBodyCompiler;
import io.ephor.values.NumberView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the {@code validate} block of a rule. Where several bodies stand side by side, the first in Kyverno's order
 * counts: manifests, podSecurity, cel, deny, pattern, anyPattern, foreach.
 *
 * <p>Kyverno: pkg/engine/validation.go, pkg/engine/handlers/validation/validate_resource.go
 */
public final class ValidateCompiler {
    private static final List<String> FIRST = List.of("manifests", "podSecurity", "cel");

    private final List<RuleBodyCompiler> extensions;
    private final QueryCompiler queries;
    private final DocumentFaults document;

    public ValidateCompiler(List<RuleBodyCompiler> extensions, QueryCompiler queries, DocumentFaults document) {
        this.extensions = extensions;
        this.queries = queries;
        this.document = document;
    }

    /** What the parts of a block have in common. */
    private record Subject(RuleFacts facts, RuleDefinition rule, RuleMessage texts) {}

    /**
     * Compiles a body. An empty {@code deny} is one: it denies always.
     *
     * @param facts what every result of the rule says
     * @param rule the rule, of the shape that the reader checked
     * @return the body, or null if faults were reported
     */
    public @Nullable ValidateBody compile(RuleFacts facts, RuleDefinition rule) {
        JsonNode validate = rule.node().path("validate");
        String pointer = rule.pointer() + "/validate";
        for (String field : FIRST) {
            if (isStated(field, validate.path(field))) {
                return first(facts, field, validate.get(field), pointer);
            }
        }
        JsonNode written = validate.path("message");
        JsonNode text = written.isTextual() ? written : TextNode.valueOf("");
        Template message = template(rule, text, pointer + "/message");
        Subject subject = new Subject(facts, rule, new RuleMessage(rule.name(), text.textValue(), message));
        if (validate.hasNonNull("deny") || validate.hasNonNull("pattern") || validate.hasNonNull("anyPattern")) {
            String wrapper = rule.derived() ? wrapper(validate.path("pattern")) : "";
            return checks(subject, validate, pointer, wrapper);
        }
        if (!validate.path("foreach").isEmpty()) {
            return new ForeachCompiler((block, at) -> checks(subject, block, at, ""), queries, document)
                    .compile(facts, validate.get("foreach"), pointer + "/foreach");
        }
        return other(validate, pointer);
    }

    private @Nullable ValidateBody checks(Subject subject, JsonNode block, String pointer, String wrapper) {
        if (block.hasNonNull("deny")) {
            return deny(subject, block.get("deny"), pointer + "/deny");
        }
        return block.hasNonNull("pattern")
                ? pattern(subject, block.get("pattern"), pointer + "/pattern", wrapper)
                : anyPattern(subject, block.get("anyPattern"), pointer + "/anyPattern");
    }

    /** A block of manifests without attestors is none. */
    private static boolean isStated(String field, JsonNode body) {
        return !(field.equals("manifests") ? body.path("attestors") : body).isEmpty();
    }

    private @Nullable ValidateBody first(RuleFacts rule, String field, JsonNode body, String pointer) {
        return switch (field) {
            case "manifests" -> manifests(body, pointer + "/manifests");
            case "podSecurity" -> podSecurity(rule, body, pointer + "/podSecurity");
            default -> extension(field, body, pointer);
        };
    }

    private @Nullable ValidateBody manifests(JsonNode body, String pointer) {
        CompiledManifests manifests = new ManifestCompiler(document).compile(body, pointer);
        return manifests == null ? null : new ManifestsBody(manifests);
    }

    private ValidateBody podSecurity(RuleFacts rule, JsonNode body, String pointer) {
        RuleResult passed = passed(rule, "Validation rule '" + rule.name() + "' passed.");
        return new PodSecurityBody(PodSecurity.compile(body), document.locate(pointer), passed);
    }

    /** Returns the body of a rule that ends every evaluation in error. */
    public static ValidateBody failing(RuleFacts rule, String message) {
        return new PreparedBody(result(rule, RuleStatus.ERROR, message));
    }

    private Template template(RuleDefinition rule, JsonNode tree, String pointer) {
        if (!rule.words().variables()) {
            return Template.constant(tree, queries);
        }
        Template template = Template.compile(tree, queries);
        template.reportFaults(pointer, document);
        return template;
    }

    private ValidateBody deny(Subject subject, JsonNode deny, String pointer) {
        CompiledConditions conditions =
                new ConditionCompiler(queries, document).compile(deny.path("conditions"), pointer + "/conditions");
        return new DenyBody(conditions, subject.texts, queries, document.locate(pointer), passed(subject));
    }

    /**
     * Compiles a pattern.
     *
     * @param wrapper where, in a pattern that autogen derived, the pattern as written stands; otherwise empty
     */
    private @Nullable ValidateBody pattern(Subject subject, JsonNode pattern, String pointer, String wrapper) {
        Template template = template(subject.rule, pattern, pointer);
        PatternPlace place = new PatternPlace(pointer, wrapper, document::locate);
        RuleMessage texts = subject.texts;
        RuleResult passed = passed(subject);
        if (template.isStatic()) {
            Pattern compiled = pattern(template.tree(), NumberView.AS_WRITTEN, pointer);
            return compiled == null ? null : new PatternBody(compiled, template.tree(), texts, place, passed);
        }
        return new TemplateBody(template, tree -> {
            try {
                return new PatternBody(Pattern.compile(tree, NumberView.AS_WRITTEN), tree, texts, place, passed);
            } catch (PatternException exception) {
                return failing(subject.facts, tooDeep(exception));
            }
        });
    }

    private static String tooDeep(PatternException exception) {
        return Objects.requireNonNull(exception.getMessage());
    }

    private @Nullable Pattern pattern(JsonNode pattern, NumberView numbers, String pointer) {
        try {
            return Pattern.compile(pattern, numbers);
        } catch (PatternException exception) {
            document.report(Fault.error("pattern-too-deep", pointer + exception.pointer(), tooDeep(exception)));
            return null;
        }
    }

    /** {@return where, in a pattern that autogen derived, the pattern as written stands} */
    private static String wrapper(JsonNode pattern) {
        return pattern.path("spec").has("jobTemplate") ? "/spec/jobTemplate/spec/template" : "/spec/template";
    }

    private @Nullable ValidateBody anyPattern(Subject subject, JsonNode list, String pointer) {
        Template template = template(subject.rule, list, pointer);
        if (!template.isStatic()) {
            return new TemplateBody(template, tree -> {
                try {
                    return alternatives(subject, tree, pointer);
                } catch (PatternException exception) {
                    return failing(subject.facts, tooDeep(exception));
                }
            });
        }
        try {
            return alternatives(subject, template.tree(), pointer);
        } catch (PatternException exception) {
            document.report(Fault.error("pattern-too-deep", pointer + exception.pointer(), tooDeep(exception)));
            return null;
        }
    }

    private ValidateBody alternatives(Subject subject, JsonNode list, String pointer) {
        RuleFacts facts = subject.facts;
        RuleMessage texts = subject.texts;
        if (!list.isArray()) {
            String error = "failed to deserialize anyPattern, expected type array: json: cannot unmarshal "
                    + jsonType(list) + " into Go value of type []interface {}";
            return failing(facts, error);
        }
        if (list.isEmpty()) {
            return new PreparedBody(passed(facts, texts.written()));
        }
        List<Pattern> patterns = new ArrayList<>();
        List<RuleResult> passed = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            patterns.add(Pattern.compile(list.get(i), NumberView.FLOAT64));
            passed.add(passed(facts, texts.passed(i)));
        }
        PatternPlace place = new PatternPlace(pointer, "", document::locate);
        return new AnyPatternBody(patterns, list, texts, place, passed);
    }

    private static String jsonType(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "object";
            case STRING -> "string";
            case BOOLEAN -> "bool";
            default -> "number";
        };
    }

    private @Nullable ValidateBody extension(String field, JsonNode body, String pointer) {
        String place = pointer + "/" + field;
        for (RuleBodyCompiler extension : extensions) {
            if (extension.field().equals(field)) {
                RuleBody compiled = extension.compile(body, place, document);
                return compiled == null ? null : new ExtensionBody(compiled);
            }
        }
        document.report(Fault.unsupported("validate." + field, place).withKeyAsPlace());
        return null;
    }

    private @Nullable ValidateBody other(JsonNode validate, String pointer) {
        for (RuleBodyCompiler extension : extensions) {
            if (validate.hasNonNull(extension.field())) {
                return extension(extension.field(), validate.get(extension.field()), pointer);
            }
        }
        document.report(Fault.warning(
                "nothing-to-validate", pointer, "`validate` states nothing to check: the rule never answers"));
        return new NoBody();
    }

    private static RuleResult passed(Subject subject) {
        return passed(subject.facts, subject.texts.passed());
    }

    private static RuleResult passed(RuleFacts rule, String message) {
        return result(rule, RuleStatus.PASS, message);
    }

    private static RuleResult result(RuleFacts rule, RuleStatus status, String message) {
        return RuleResult.builder(rule.name(), RuleType.VALIDATION, status, message, rule::source)
                .build();
    }
}
