package io.ephor.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What callers see: no type of a library that Ephor may one day drop or move. */
final class SignatureRules {
    private static final Set<String> INSIDE = Set.of("io.burt.", "com.github.fge.", "org.snakeyaml.", "org.yaml.");
    /** What policy-jmespath offers itself as and policy-patches offers its patches as, by decision. */
    private static final Set<String> OFFERED =
            Set.of("io.burt.jmespath.JmesPath", "io.burt.jmespath.Expression", "com.github.fge.jsonpatch.JsonPatch");

    private SignatureRules() {}

    static ArchRule librariesStayInside(Modules modules) {
        return classes()
                .that()
                .resideInAnyPackage(modules.published())
                .and()
                .arePublic()
                .should(new ShowNothingOf(INSIDE))
                .as("no public signature shows a type of a library behind Ephor");
    }

    private static final class ShowNothingOf extends ArchCondition<JavaClass> {
        private final Set<String> prefixes;

        ShowNothingOf(Set<String> prefixes) {
            super("show no type of " + prefixes);
            this.prefixes = prefixes;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getSuperclass().ifPresent(parent -> check(type, type.getFullName(), List.of(parent), events));
            check(type, type.getFullName(), List.copyOf(type.getInterfaces()), events);
            for (JavaMember member : type.getMembers()) {
                if (isVisible(member)) {
                    check(type, member.getFullName(), signature(member), events);
                }
            }
        }

        private void check(JavaClass type, String where, List<? extends JavaType> shown, ConditionEvents events) {
            for (JavaType each : shown) {
                for (JavaClass raw : each.getAllInvolvedRawTypes()) {
                    boolean inside = prefixes.stream().anyMatch(raw.getName()::startsWith);
                    if (inside && !OFFERED.contains(raw.getName())) {
                        events.add(SimpleConditionEvent.violated(type, where + " shows " + raw.getName()));
                    }
                }
            }
        }

        private static boolean isVisible(JavaMember member) {
            return member.getModifiers().contains(JavaModifier.PUBLIC)
                    || member.getModifiers().contains(JavaModifier.PROTECTED);
        }

        private static List<JavaType> signature(JavaMember member) {
            List<JavaType> types = new ArrayList<>();
            if (member instanceof JavaField field) {
                types.add(field.getType());
            }
            if (member instanceof JavaCodeUnit unit) {
                types.add(unit.getReturnType());
                types.addAll(unit.getParameterTypes());
                types.addAll(unit.getExceptionTypes());
            }
            return types;
        }
    }
}
