package io.ephor.engine.read.shape;

/** The shapes of {@code verifyImages} and of {@code validate.manifests}, which share their attestors. */
final class ImageShapes {
    private final PolicyShapes.ApiVersion version;
    private final ShapeWords words = ShapeWords.STRICT;

    ImageShapes(PolicyShapes.ApiVersion version) {
        this.version = version;
    }

    Shape verification() {
        Shape deny = words.object()
                .field("conditions", ContextShapes.openConditions())
                .shape();
        ShapeWords.Fields fields = words.object()
                .field("failureAction", words.oneOf("Audit", "Enforce"))
                .field("type", words.oneOf("Cosign", "SigstoreBundle", "Notary"))
                .field("imageReferences", words.texts())
                .field("skipImageReferences", words.texts())
                .field("attestors", attestors(words))
                .field("attestations", words.listOf(attestation()))
                .texts("repository")
                .truth("mutateDigest", true)
                .truth("verifyDigest", true)
                .truth("required", true)
                .truth("useCache", true)
                .field("imageRegistryCredentials", ContextShapes.registryCredentials(words))
                .field(
                        "validate",
                        words.object().texts("message").field("deny", deny).shape());
        if (version == PolicyShapes.ApiVersion.V1) {
            fields.texts("image", "key", "roots", "subject", "issuer")
                    .truths("cosignOCI11")
                    .field("annotations", words.textMap())
                    .field("additionalExtensions", words.textMap());
        }
        return fields.shape();
    }

    private Shape attestation() {
        return words.object()
                .texts("name", "predicateType", "type")
                .field("attestors", attestors(words))
                .field("conditions", words.listOf(ContextShapes.anyAll(words).shape()))
                .shape();
    }

    static Shape manifests(ShapeWords words) {
        Shape object = words.object()
                .texts("group", "version", "kind", "namespace", "name")
                .shape();
        Shape ignored = words.object()
                .field("objects", words.listOf(object))
                .field("fields", words.texts())
                .shape();
        return words.object()
                .field("attestors", attestors(words))
                .texts("annotationDomain", "repository")
                .field("ignoreFields", words.listOf(ignored))
                .field(
                        "dryRun",
                        words.object().truths("enable").texts("namespace").shape())
                .shape();
    }

    private static Shape attestors(ShapeWords words) {
        Shape entry = words.object()
                .field("annotations", words.textMap())
                .anything("attestor")
                .field("keys", keys(words))
                .field("certificates", certificates(words))
                .field("keyless", keyless(words))
                .texts("repository")
                .defaulted("signatureAlgorithm", words.text(), "sha256")
                .shape();
        return words.listOf(words.object()
                .field("count", words.integerFrom(1))
                .field("entries", words.listOf(entry))
                .shape());
    }

    private static Shape keys(ShapeWords words) {
        Shape secret = words.object().requiredTexts("name", "namespace").shape();
        return logs(words)
                .texts("publicKeys", "kms")
                .defaulted("signatureAlgorithm", words.text(), "sha256")
                .field("secret", secret)
                .shape();
    }

    private static Shape certificates(ShapeWords words) {
        return logs(words).texts("cert", "certChain").shape();
    }

    private static Shape keyless(ShapeWords words) {
        return logs(words)
                .texts("issuer", "issuerRegExp", "subject", "subjectRegExp", "roots")
                .field("additionalExtensions", words.textMap())
                .shape();
    }

    private static ShapeWords.Fields logs(ShapeWords words) {
        Shape rekor = words.object().texts("url", "pubkey").truths("ignoreTlog").shape();
        Shape certificateLog = words.object()
                .truths("ignoreSCT")
                .texts("pubkey", "tsaCertChain")
                .shape();
        return words.object().field("rekor", rekor).field("ctlog", certificateLog);
    }
}
