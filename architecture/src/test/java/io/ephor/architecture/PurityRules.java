package io.ephor.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What the core never does: the same arguments give the same answer, wherever and whenever it runs. */
final class PurityRules {
    private static final Set<String> INPUT_OUTPUT_THAT_STAYS_IN_MEMORY = Set.of(
            "java.io.ByteArrayInputStream",
            "java.io.ByteArrayOutputStream",
            "java.io.IOException",
            "java.io.InputStream",
            "java.io.Reader",
            "java.io.Serial",
            "java.io.Serializable",
            "java.io.StringReader",
            "java.io.UncheckedIOException",
            "java.net.InetAddress",
            "java.net.URI");

    private static final Set<String> SYSTEM = Set.of("arraycopy", "identityHashCode");
    private static final Set<String> REFLECTION_OF_CLASS =
            Set.of("forName", "getClassLoader", "getResource", "getResourceAsStream", "newInstance");

    private PurityRules() {}

    /** Jackson compares and prints numbers otherwise than Go does; policy-values has the rules. */
    static ArchRule treesAreComparedByPolicyValues(Modules modules) {
        DescribedPredicate<JavaAccess<?>> foreign = describe(
                "JsonNode.equals or JsonNode.asText",
                access -> access.getTargetOwner().isAssignableTo(JsonNode.class)
                        && (access.getTarget().getName().equals("equals")
                                || access.getTarget().getName().equals("asText")));
        return noClasses()
                .that()
                .resideInAnyPackage(modules.published())
                .and()
                .resideOutsideOfPackage(modules.values())
                .should()
                .accessTargetWhere(foreign)
                .as("JsonNode.equals and JsonNode.asText are called by policy-values only");
    }

    /** Loading by path is the one exception: a convenience of the interface that the engine never uses itself. */
    static ArchRule noInputOrOutput(Modules modules) {
        return noClasses()
                .that()
                .resideInAnyPackage(modules.core())
                .and()
                .doNotHaveFullyQualifiedName(modules.root() + ".PolicyEngine")
                .should()
                .dependOnClassesThat(describe("read or write files, sockets or processes", PurityRules::reachesOut))
                .as("the core neither reads nor writes files, sockets or processes");
    }

    /** Clock, randomness and lookups come from the context; locale, zone and encoding are always named. */
    static ArchRule nothingFromTheSystem(Modules modules) {
        DescribedPredicate<JavaAccess<?>> fromTheSystem = describe(
                "clock, randomness, environment or a default of the machine",
                access -> isFromTheSystem(access.getTarget()));
        return noClasses()
                .that()
                .resideInAnyPackage(modules.core())
                .should()
                .accessTargetWhere(fromTheSystem)
                .as("the core takes nothing from the system: no clock, randomness, environment, defaults, output");
    }

    static ArchRule noReflection(Modules modules) {
        DescribedPredicate<JavaAccess<?>> reflective =
                describe("reflection", access -> isReflective(access.getTarget()));
        return noClasses()
                .that()
                .resideInAnyPackage(modules.core())
                .should()
                .accessTargetWhere(reflective)
                .as("the core uses no reflection");
    }

    private static boolean reachesOut(JavaClass type) {
        String name = type.getName();
        if (INPUT_OUTPUT_THAT_STAYS_IN_MEMORY.contains(name)) {
            return false;
        }
        return type.getPackageName().equals("java.io")
                || name.startsWith("java.net.")
                || name.startsWith("javax.net.")
                || name.startsWith("java.nio.file.")
                || name.startsWith("java.nio.channels.")
                || name.equals("java.lang.Process")
                || name.equals("java.lang.ProcessBuilder")
                || name.equals("java.lang.Runtime");
    }

    private static boolean isFromTheSystem(AccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        return switch (owner) {
            case "java.lang.System" -> !SYSTEM.contains(name);
            case "java.lang.Math" -> name.equals("random");
            case "java.lang.String" -> usesADefault(target);
            case "java.lang.Thread" -> name.equals("sleep");
            case "java.net.InetAddress" ->
                name.startsWith("getBy") || name.startsWith("getAll") || name.equals("getLocalHost");
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.util.Collections" -> name.equals("shuffle") && parameters(target) == 1;
            case "java.util.Random", "java.util.SplittableRandom" -> name.equals("<init>") && parameters(target) == 0;
            case "java.util.Locale", "java.util.TimeZone" -> name.equals("getDefault");
            case "java.nio.charset.Charset" -> name.equals("defaultCharset");
            case "java.util.Date",
                    "java.util.Calendar",
                    "java.util.GregorianCalendar",
                    "java.security.SecureRandom",
                    "java.util.concurrent.ThreadLocalRandom" -> true;
            default ->
                owner.startsWith("java.time.")
                        && (name.startsWith("system") || (name.equals("now") && parameters(target) == 0));
        };
    }

    /** The overloads that fall back on the machine's locale or encoding. */
    private static boolean usesADefault(AccessTarget target) {
        return switch (target.getName()) {
            case "toLowerCase", "toUpperCase", "getBytes" -> parameters(target) == 0;
            case "format" -> parameters(target) == 2;
            case "formatted" -> true;
            case "<init>" ->
                target instanceof AccessTarget.CodeUnitCallTarget call
                        && call.getRawParameterTypes().size() == 1
                        && call.getRawParameterTypes().get(0).getName().equals("[B");
            default -> false;
        };
    }

    private static boolean isReflective(AccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        if (owner.equals("java.lang.Class")) {
            return REFLECTION_OF_CLASS.contains(name)
                    || name.startsWith("getDeclared")
                    || name.startsWith("getMethod")
                    || name.startsWith("getField")
                    || name.startsWith("getConstructor");
        }
        return owner.startsWith("java.lang.reflect.")
                || owner.startsWith("java.lang.invoke.MethodHandles")
                || owner.equals("java.lang.ClassLoader")
                || owner.equals("java.util.ServiceLoader");
    }

    private static int parameters(AccessTarget target) {
        if (target instanceof AccessTarget.CodeUnitAccessTarget unit) {
            return unit.getRawParameterTypes().size();
        }
        return -1;
    }
}
