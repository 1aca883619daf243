package io.ephor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static JavaClasses ephor = new ClassFileImporter().importPackages(List.of());
    private static JavaClasses planted = ephor;

    @BeforeAll
    static void importClasses() {
        ephor = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(Modules.EPHOR.root());
        planted = new ClassFileImporter().importPackages(Modules.PLANTED.root());
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(ModuleRules::arrows, "patterns.UsesTheApi"),
                new Rule(ModuleRules::librariesOfTheCore, "patterns.ParsesYaml"),
                new Rule(ModuleRules::librariesOfPolicyValues, "values.UsesALibrary"),
                new Rule(ModuleRules::librariesOfPolicyJmesPath, "jmespath.UsesALibrary"),
                new Rule(ModuleRules::librariesOfPolicyPatches, "patches.UsesALibrary"),
                new Rule(ModuleRules::noCirclesInTheEngine, "engine.read.KnowsMatch"),
                new Rule(PurityRules::treesAreComparedByPolicyValues, "engine.match.ComparesTrees"),
                new Rule(PurityRules::noInputOrOutput, "engine.match.ReadsFiles"),
                new Rule(PurityRules::nothingFromTheSystem, "engine.match.ReadsTheClock"),
                new Rule(PurityRules::noReflection, "engine.match.Reflects"),
                new Rule(SignatureRules::librariesStayInside, "values.ShowsALibrary"));
    }

    @Test
    void seesEveryPublishedModule() {
        for (String module : List.of("values", "patterns", "patches", "engine", "test", "cli", "lookup", "spi")) {
            assertThat(ephor.stream().map(type -> type.getPackageName()))
                    .as(module)
                    .anyMatch(name -> name.startsWith("io.ephor." + module));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Rule rule) {
        assertThat(rule.over(Modules.EPHOR).evaluate(ephor).getFailureReport().getDetails())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsThePlantedViolation(Rule rule) {
        assertThat(rule.over(Modules.PLANTED)
                        .evaluate(planted)
                        .getFailureReport()
                        .getDetails())
                .anyMatch(detail -> detail.contains(Modules.PLANTED.root() + "." + rule.planted()));
    }

    @Test
    void findsEverySourceOfTheSystem() {
        List<String> found = PurityRules.nothingFromTheSystem(Modules.PLANTED)
                .evaluate(planted)
                .getFailureReport()
                .getDetails();
        for (String call : List.of(
                "Instant.now()",
                "InstantSource.system()",
                "System.nanoTime()",
                "System.getenv(",
                "System.out",
                "Random.<init>()",
                "UUID.randomUUID()",
                "Locale.getDefault()",
                "String.toLowerCase()",
                "String.getBytes()",
                "String.<init>([B)",
                "String.format(java.lang.String, ")) {
            assertThat(found).as(call).anyMatch(detail -> detail.contains(call));
        }
    }

    record Rule(Function<Modules, ArchRule> rule, String planted) {
        ArchRule over(Modules modules) {
            return rule.apply(modules);
        }

        @Override
        public String toString() {
            return over(Modules.EPHOR).getDescription();
        }
    }
}
