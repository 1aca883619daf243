package io.ephor.architecture;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.List;

/** The arrows of ARCHITECTURE.md: between modules, to libraries, and between the packages of policy-engine. */
final class ModuleRules {
    private ModuleRules() {}

    /** A module uses what stands to the right of it in the picture, and nothing else. */
    static ArchRule arrows(Modules modules) {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .optionalLayer("policy-values")
                .definedBy(modules.values())
                .optionalLayer("policy-jmespath")
                .definedBy(modules.jmespath())
                .optionalLayer("policy-patterns")
                .definedBy(modules.patterns())
                .optionalLayer("policy-patches")
                .definedBy(modules.patches())
                .optionalLayer("policy-api")
                .definedBy(modules.api())
                .optionalLayer("policy-engine")
                .definedBy(modules.engine())
                .optionalLayer("policy-test")
                .definedBy(modules.test())
                .optionalLayer("policy-cli")
                .definedBy(modules.cli())
                .whereLayer("policy-values")
                .mayNotAccessAnyLayer()
                .whereLayer("policy-jmespath")
                .mayOnlyAccessLayers("policy-values")
                .whereLayer("policy-patterns")
                .mayOnlyAccessLayers("policy-values")
                .whereLayer("policy-patches")
                .mayOnlyAccessLayers("policy-patterns", "policy-values")
                .whereLayer("policy-api")
                .mayOnlyAccessLayers("policy-values")
                .whereLayer("policy-engine")
                .mayOnlyAccessLayers(
                        "policy-api", "policy-jmespath", "policy-patches", "policy-patterns", "policy-values")
                .whereLayer("policy-test")
                .mayOnlyAccessLayers(
                        "policy-engine",
                        "policy-api",
                        "policy-jmespath",
                        "policy-patches",
                        "policy-patterns",
                        "policy-values")
                .whereLayer("policy-cli")
                .mayOnlyAccessLayers(
                        "policy-test",
                        "policy-engine",
                        "policy-api",
                        "policy-jmespath",
                        "policy-patches",
                        "policy-patterns",
                        "policy-values")
                .as("modules follow the arrows of ARCHITECTURE.md");
    }

    /** The core stands on the JDK and Jackson; some modules use one or two libraries besides. */
    static ArchRule librariesOfTheCore(Modules modules) {
        return ArchRuleDefinition.classes()
                .that()
                .resideInAnyPackage(modules.core())
                .and()
                .resideOutsideOfPackages(modules.values(), modules.jmespath(), modules.patches())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(modules.root() + "..", "java..", "org.jspecify..", "com.fasterxml.jackson..")
                .as("the core uses the JDK, Jackson and JSpecify");
    }

    static ArchRule librariesOfPolicyValues(Modules modules) {
        return libraries(modules, modules.values(), "org.snakeyaml.engine..")
                .as("policy-values uses the JDK, Jackson, JSpecify and snakeyaml-engine");
    }

    static ArchRule librariesOfPolicyJmesPath(Modules modules) {
        return libraries(modules, modules.jmespath(), "com.google.re2j..", "io.burt.jmespath..")
                .as("policy-jmespath uses the JDK, Jackson, JSpecify, RE2J and the interfaces of jmespath-java");
    }

    static ArchRule librariesOfPolicyPatches(Modules modules) {
        return libraries(modules, modules.patches(), "com.github.fge.jsonpatch..")
                .as("policy-patches uses the JDK, Jackson, JSpecify and json-patch");
    }

    /** A module uses the JDK, Jackson and JSpecify, and some libraries besides. */
    private static ArchRule libraries(Modules modules, String module, String... besides) {
        List<String> allowed =
                new ArrayList<>(List.of(modules.root() + "..", "java..", "org.jspecify..", "com.fasterxml.jackson.."));
        allowed.addAll(List.of(besides));
        return ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(module)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(new String[0]));
    }

    /** The packages of policy-engine, one per feature of the policy language, form no circle. */
    static ArchRule noCirclesInTheEngine(Modules modules) {
        return slices().assignedFrom(new PackagesOfTheEngine(modules)).should().beFreeOfCycles();
    }

    private static final class PackagesOfTheEngine implements SliceAssignment {
        private final String engine;

        PackagesOfTheEngine(Modules modules) {
            this.engine = modules.engineRoot();
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return name.equals(engine) || name.startsWith(engine + ".")
                    ? SliceIdentifier.of(name)
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of policy-engine";
        }
    }
}
