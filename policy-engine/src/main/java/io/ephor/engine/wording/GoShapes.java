package io.ephor.engine.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The structures of a rule in the order in which Go writes their fields. A field is left out when it is empty, unless a
 * mark follows its name: {@code *} for one that is written whenever it is given, {@code "} and {@code -} for one that is
 * always written, as a text or a truth value. {@code {Name}} is a structure, {@code {Name}!} one that is always written,
 * {@code [Name]} a list of structures.
 *
 * <p>Kyverno: api/kyverno/v1
 */
final class GoShapes {
    private static final String TABLE = """
            Rule: name" context[Entry] reportProperties match{Match}! exclude{Match} imageExtractors{Extractors} \
            preconditions{Conditions} celPreconditions[Named] mutate{Mutation} validate{Validation} generate{Generation} \
            verifyImages[Verification] skipBackgroundRequests*
            Match: any[Filter] all[Filter] roles clusterRoles subjects[Subject] resources{Resources}!
            Filter: roles clusterRoles subjects[Subject] resources{Resources}!
            Subject: kind" apiGroup name" namespace
            Resources: kinds name names namespaces annotations selector{Selector} namespaceSelector{Selector} operations
            Selector: matchLabels matchExpressions[Requirement]
            Requirement: key" operator" values
            Extractors: *[Extractor]
            Extractor: path" value name key jmesPath
            Named: name" expression"
            Conditions: any[Condition] all[Condition]
            Condition: key* operator value* message
            Entry: name" configMap{ConfigMap} apiCall{Call} imageRegistry{Registry} variable{Variable} \
            globalReference{Reference}
            ConfigMap: name" namespace
            Call: urlPath" method data[Data] service{Service} default* jmesPath
            Data: key" value*
            Service: url" headers[Header] caBundle"
            Header: key" value"
            Registry: reference" jmesPath imageRegistryCredentials{Credentials}
            Credentials: allowInsecureRegistry providers secrets
            Variable: value* jmesPath default*
            Reference: name" jmesPath
            Mutation: mutateExistingOnPolicyUpdate* targets[Target] patchStrategicMerge* patchesJson6902 foreach[MutationLoop]
            Target: apiVersion kind namespace name uid selector{Selector} context[Entry] preconditions{Conditions}
            MutationLoop: list order* context[Entry] preconditions{Conditions} patchStrategicMerge* patchesJson6902 \
            foreach[MutationLoop]
            Validation: failureAction* failureActionOverrides[Override] allowExistingViolations* message \
            manifests{Manifests} foreach[Loop] pattern* anyPattern* deny{Deny} podSecurity{PodSecurity} cel{Cel} assert*
            Override: action namespaces namespaceSelector{Selector}
            Loop: list elementScope* context[Entry] preconditions{Conditions} pattern* anyPattern* deny{Deny} foreach[Loop]
            Deny: conditions{Conditions}
            PodSecurity: level version exclude[Exclude]
            Exclude: controlName" images restrictedField values
            Cel: generate* expressions[Expression] paramKind{ParamKind} paramRef{ParamRef} \
            auditAnnotations[Annotation] variables[Named]
            Expression: expression" message reason* messageExpression
            ParamKind: apiVersion kind
            ParamRef: name namespace selector{Selector} parameterNotFoundAction*
            Annotation: key" valueExpression"
            Manifests: attestors[Set] annotationDomain ignoreFields[Ignore] dryRun{DryRun}! repository
            Ignore: objects[Object] fields
            Object: group version kind name namespace
            DryRun: enable namespace
            Generation: generateExisting* synchronize orphanDownstreamOnPolicyDelete apiVersion kind namespace name uid \
            data* clone{Clone}! cloneList{CloneList}! foreach[GenerationLoop]
            GenerationLoop: list context[Entry] preconditions{Conditions} apiVersion kind namespace name uid data* \
            clone{Clone}! cloneList{CloneList}!
            Clone: namespace name
            CloneList: namespace kinds selector{Selector}
            Verification: failureAction* type image imageReferences skipImageReferences key roots subject issuer \
            additionalExtensions attestors[Set] attestations[Attestation] annotations repository cosignOCI11 \
            mutateDigest- verifyDigest- validate{ImageValidation}! required- imageRegistryCredentials{Credentials} useCache-
            ImageValidation: message deny{Deny}
            Set: count* entries[Attestor]
            Attestor: keys{Keys} certificates{Certificates} keyless{Keyless} attestor* annotations repository \
            signatureAlgorithm
            Keys: publicKeys signatureAlgorithm kms secret{Secret} rekor{Rekor} ctlog{Log}
            Secret: name" namespace"
            Certificates: cert certChain rekor{Rekor} ctlog{Log}
            Keyless: rekor{Rekor} ctlog{Log} issuer issuerRegExp subject subjectRegExp roots additionalExtensions
            Rekor: url" pubkey ignoreTlog
            Log: ignoreSCT pubkey tsaCertChain
            Attestation: name predicateType" type" attestors[Set] conditions[Conditions]
            """;
    private static final Map<String, List<Field>> STRUCTURES = read();

    private GoShapes() {}

    private static Map<String, List<Field>> read() {
        Map<String, List<Field>> structures = new HashMap<>();
        for (String line : TABLE.split("\n", -1)) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                List<Field> fields = new ArrayList<>();
                for (String field : line.substring(colon + 2).trim().split(" +", -1)) {
                    fields.add(Field.read(field));
                }
                structures.put(line.substring(0, colon), List.copyOf(fields));
            }
        }
        return Map.copyOf(structures);
    }

    /** {@return the fields of a structure in order} */
    static List<Field> fields(String structure) {
        return Objects.requireNonNull(STRUCTURES.get(structure), structure);
    }

    /** When a field is written. */
    enum Presence {
        UNLESS_EMPTY,
        WHEN_GIVEN,
        ALWAYS_TEXT,
        ALWAYS_TRUTH,
        ALWAYS_STRUCTURE
    }

    /**
     * A field of a structure.
     *
     * @param name the name; {@code *} for all keys of a map
     * @param presence when it is written
     * @param structure the structure of its value or of the elements of its list, or null where there is none
     * @param list whether its value is a list
     */
    record Field(String name, Presence presence, @Nullable String structure, boolean list) {
        private static Field read(String text) {
            int open = Math.max(text.indexOf('{'), text.indexOf('['));
            if (open > 0) {
                boolean always = text.endsWith("!");
                String structure = text.substring(open + 1, text.length() - (always ? 2 : 1));
                Presence presence = always ? Presence.ALWAYS_STRUCTURE : Presence.WHEN_GIVEN;
                boolean list = text.charAt(open) == '[';
                return new Field(text.substring(0, open), list ? Presence.UNLESS_EMPTY : presence, structure, list);
            }
            String name = text.substring(0, text.length() - 1);
            return switch (text.charAt(text.length() - 1)) {
                case '*' -> new Field(name, Presence.WHEN_GIVEN, null, false);
                case '"' -> new Field(name, Presence.ALWAYS_TEXT, null, false);
                case '-' -> new Field(name, Presence.ALWAYS_TRUTH, null, false);
                default -> new Field(text, Presence.UNLESS_EMPTY, null, false);
            };
        }
    }
}
