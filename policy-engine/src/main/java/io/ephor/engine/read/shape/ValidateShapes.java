package io.ephor.engine.read.shape;

/** The shapes of the {@code validate} body. */
final class ValidateShapes {
    private final PolicyShapes.ApiVersion version;
    private final ShapeWords words = ShapeWords.STRICT;

    ValidateShapes(PolicyShapes.ApiVersion version) {
        this.version = version;
    }

    Shape validate() {
        ShapeWords.Fields fields = words.object()
                .field("failureAction", words.oneOf("Audit", "Enforce"))
                .field("failureActionOverrides", words.listOf(MatchShapes.actionOverride(words)))
                .texts("message")
                .anything("pattern", "anyPattern", "assert")
                .field("deny", deny(ContextShapes.ruleConditions(version)))
                .field("foreach", words.listOf(loop()))
                .field("podSecurity", podSecurity())
                .field("cel", cel())
                .field("manifests", ImageShapes.manifests(words));
        if (version == PolicyShapes.ApiVersion.V1) {
            fields.truth("allowExistingViolations", true);
        }
        return fields.shape();
    }

    private Shape deny(Shape conditions) {
        return words.object().field("conditions", conditions).shape();
    }

    private Shape loop() {
        Shape nested = loopFields(ShapeWords.LENIENT).listOfSelf("foreach").shape();
        return loopFields(words).field("foreach", words.listOf(nested)).shape();
    }

    private static ShapeWords.Fields loopFields(ShapeWords words) {
        Shape deny = words.object()
                .field("conditions", ContextShapes.openConditions())
                .shape();
        return words.object()
                .texts("list")
                .truths("elementScope")
                .field("context", ContextShapes.context(words))
                .field("preconditions", ContextShapes.loopPreconditions(words))
                .anything("pattern", "anyPattern")
                .field("deny", deny);
    }

    /** What is excluded from a podSecurity rule, in the rule itself or in a policy exception. */
    static Shape exclude(ShapeWords words) {
        return words.object()
                .required(
                        "controlName",
                        words.oneOf(
                                "HostProcess",
                                "Host Namespaces",
                                "Privileged Containers",
                                "Capabilities",
                                "HostPath Volumes",
                                "Host Ports",
                                "AppArmor",
                                "SELinux",
                                "/proc Mount Type",
                                "Seccomp",
                                "Sysctls",
                                "Volume Types",
                                "Privilege Escalation",
                                "Running as Non-root",
                                "Running as Non-root user"))
                .field("images", words.texts())
                .texts("restrictedField")
                .field("values", words.texts())
                .shape();
    }

    private Shape podSecurity() {
        return words.object()
                .field("level", words.oneOf("privileged", "baseline", "restricted"))
                .field("version", words.oneOf(podSecurityVersions()))
                .field("exclude", words.listOf(exclude(words)))
                .shape();
    }

    private static String[] podSecurityVersions() {
        int first = 19;
        int last = 32;
        String[] versions = new String[last - first + 2];
        for (int minor = first; minor <= last; minor++) {
            versions[minor - first] = "v1." + minor;
        }
        versions[versions.length - 1] = "latest";
        return versions;
    }

    private Shape cel() {
        Shape expression = words.object()
                .requiredTexts("expression")
                .texts("message", "messageExpression", "reason")
                .shape();
        Shape annotation =
                words.object().requiredTexts("key", "valueExpression").shape();
        Shape parameters = words.object()
                .texts("name", "namespace", "parameterNotFoundAction")
                .field("selector", MatchShapes.selector(words))
                .shape();
        return words.object()
                .truth("generate", false)
                .field("expressions", words.listOf(expression))
                .field("variables", words.listOf(RuleShapes.namedExpression(words)))
                .field("auditAnnotations", words.listOf(annotation))
                .field("paramKind", words.object().texts("apiVersion", "kind").shape())
                .field("paramRef", parameters)
                .shape();
    }
}
