package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.lookup.LookupException;
import io.ephor.lookup.ManifestSignatureLookup;
import io.ephor.lookup.ManifestSignatureRequest;
import io.ephor.lookup.ManifestVerification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Verifies the signatures in the annotations of resources with ECDSA keys, as k8s-manifest-sigstore does for the
 * resources of the corpus: a message is a manifest, or an archive with one. Nothing is ignored in the comparison with the
 * resource but the signature itself, and a namespace that the manifest does not state.
 */
final class SignedManifests implements ManifestSignatureLookup {
    private static final int TAR_HEADER = 512;
    private static final int SIZE_AT = 124;
    private static final int SIZE_DIGITS = 11;

    @Override
    public ManifestVerification verify(ManifestSignatureRequest request) {
        JsonNode annotations = request.resource().path("metadata").path("annotations");
        String message =
                annotations.path(request.annotationDomain() + "/message").asText();
        if (message.isEmpty()) {
            return ManifestVerification.refused("YAML manifest not found for this resource: message not found");
        }
        try {
            byte[] signed = unzip(Base64.getDecoder().decode(message));
            verify(signed, signatures(annotations, request.annotationDomain()), key(request.publicKey()));
            ArrayNode differences = SuiteRun.object().arrayNode();
            compare("", manifest(signed), request.resource(), request.annotationDomain(), differences);
            return differences.isEmpty()
                    ? ManifestVerification.verified("")
                    : ManifestVerification.refused("failed to verify signature. diff found; "
                            + Json.write(SuiteRun.object().set("items", differences)));
        } catch (GeneralSecurityException | IOException exception) {
            throw new LookupException("failed to verify signature: " + exception.getMessage(), exception);
        }
    }

    private static List<String> signatures(JsonNode annotations, String domain) {
        List<String> signatures = new ArrayList<>();
        String name = domain + "/signature";
        for (int i = 1; annotations.has(name); i++) {
            signatures.add(annotations.get(name).asText());
            name = domain + "/signature_" + i;
        }
        return signatures;
    }

    private static PublicKey key(String pem) throws GeneralSecurityException {
        String encoded = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(encoded)));
    }

    /** Throws what the reference says where none of the signatures is one of the key. */
    private static void verify(byte[] signed, List<String> signatures, PublicKey key) throws GeneralSecurityException {
        ArrayNode trials = SuiteRun.object().arrayNode();
        for (int i = 0; i < signatures.size(); i++) {
            Signature verification = Signature.getInstance("SHA256withECDSA");
            verification.initVerify(key);
            verification.update(signed);
            if (verification.verify(Base64.getDecoder().decode(signatures.get(i)))) {
                return;
            }
            trials.add("[publickey 1/1] [signature " + (i + 1) + "/" + signatures.size()
                    + "] error: cosign.VerifyBlobCmd.Exec() returned an error: invalid signature when validating ASN.1"
                    + " encoded signature");
        }
        throw new GeneralSecurityException(
                "verification failed for " + signatures.size() + " signature. all trials: " + Json.write(trials));
    }

    private static JsonNode manifest(byte[] signed) throws IOException {
        boolean packed = signed.length > 1 && signed[0] == 0x1f && signed[1] == (byte) 0x8b;
        return Yaml.parse("manifest", new String(packed ? firstFile(unzip(signed)) : signed, StandardCharsets.UTF_8));
    }

    private static byte[] firstFile(byte[] tar) {
        String size = new String(tar, SIZE_AT, SIZE_DIGITS, StandardCharsets.US_ASCII);
        return Arrays.copyOfRange(tar, TAR_HEADER, TAR_HEADER + Integer.parseInt(size, 8));
    }

    private static byte[] unzip(byte[] packed) throws IOException {
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return content.readAllBytes();
        }
    }

    /** Adds the leaves that differ, in the order of their paths. */
    private static void compare(String path, JsonNode before, JsonNode after, String domain, ArrayNode differences) {
        if (before.isContainerNode() || after.isContainerNode()) {
            for (String name : names(before, after)) {
                String inner = path.isEmpty() ? name : path + "." + name;
                compare(inner, child(before, name), child(after, name), domain, differences);
            }
        } else if (!isIgnored(path, before, domain) && !JsonEquality.FLOATS.same(before, after)) {
            ObjectNode values = differences.addObject().put("key", path).putObject("values");
            values.set("after", after.isMissingNode() ? null : after);
            values.set("before", before.isMissingNode() ? null : before);
        }
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new TreeSet<>();
        for (JsonNode node : List.of(before, after)) {
            node.fieldNames().forEachRemaining(names::add);
            for (int i = 0; i < node.size() && node.isArray(); i++) {
                names.add(String.valueOf(i));
            }
        }
        return names;
    }

    private static JsonNode child(JsonNode node, String name) {
        return node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
    }

    private static boolean isIgnored(String path, JsonNode before, String domain) {
        return path.startsWith("metadata.annotations." + domain + "/")
                || (path.equals("metadata.namespace") && before.isMissingNode());
    }
}
