package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Diagnostic;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.FailureAction;
import io.ephor.GroupVersionKind;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.RuleType;
import io.ephor.spi.ExecutablePolicy;
import io.ephor.spi.PolicyKind;
import io.ephor.spi.PolicySource;
import io.ephor.values.SourceRange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A policy kind as another module would bring it: {@code spec.kind} names a kind, {@code spec.field} what it needs. */
final class RequiredFieldKind implements PolicyKind {
    @Override
    public boolean reads(GroupVersionKind kind) {
        return kind.equals(new GroupVersionKind("test.ephor.io", "v1", "RequiredField"));
    }

    @Override
    public @Nullable ExecutablePolicy compile(PolicySource source) {
        JsonNode field = source.document().at("/spec/field");
        JsonNode kind = source.document().at("/spec/kind");
        if (!field.isTextual()) {
            source.error("wrong-type", "/spec/field", "expected a JSON pointer");
        }
        if (!kind.isTextual()) {
            source.error("wrong-type", "/spec/kind", "expected a kind");
        }
        if (!field.isTextual() || !kind.isTextual()) {
            return null;
        }
        String name = source.document().at("/metadata/name").textValue();
        return new RequiredField(
                name, field.textValue(), kind.textValue(), source.locate("/spec/field"), source.warnings());
    }

    private record RequiredField(
            String name, String field, String resourceKind, SourceRange source, List<Diagnostic> warnings)
            implements ExecutablePolicy {
        @Override
        public EvaluationResult evaluate(JsonNode resource, EvaluationContext context) {
            if (!resource.path("kind").asText().equals(resourceKind)) {
                return EvaluationResult.of(this, resource, true);
            }
            boolean present = !resource.at(field).isMissingNode();
            RuleResult.Builder result = RuleResult.builder(
                    "required",
                    RuleType.VALIDATION,
                    present ? RuleStatus.PASS : RuleStatus.FAIL,
                    present ? "present" : "missing",
                    source);
            if (!present) {
                result.at(field).failureAction(FailureAction.ENFORCE);
            }
            return EvaluationResult.of(this, resource, true, result.build());
        }

        @Override
        public Set<String> kinds() {
            return Set.of(resourceKind);
        }

        @Override
        public String kind() {
            return "RequiredField";
        }

        @Override
        public String namespace() {
            return "";
        }

        @Override
        public Map<String, String> annotations() {
            return Map.of();
        }

        @Override
        public List<String> ruleNames() {
            return List.of("required");
        }
    }
}
