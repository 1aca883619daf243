package io.ephor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.lookup.LookupException;
import io.ephor.lookup.ManifestSignatureRequest;
import io.ephor.lookup.ManifestVerification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SignedManifestsTest {
    private static final String MANIFEST = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data: {level: info, words: [a, b]}
            """;

    private final KeyPair ada = keys();
    private final KeyPair eve = keys();

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static String zipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** Returns the resource of the manifest with the signatures of keys, and further fields merged onto it. */
    private static ObjectNode signed(String changes, KeyPair... signers) throws Exception {
        byte[] message = MANIFEST.getBytes(StandardCharsets.UTF_8);
        ObjectNode resource =
                ((ObjectNode) AdmissionTest.merged(Yaml.parse("manifest", MANIFEST), Json.parse(changes)));
        ObjectNode annotations = resource.withObject("/metadata/annotations");
        annotations.put("example.com/message", zipped(message));
        for (int i = 0; i < signers.length; i++) {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(signers[i].getPrivate());
            signature.update(message);
            String name = "example.com/signature" + (i == 0 ? "" : "_" + i);
            annotations.put(name, Base64.getEncoder().encodeToString(signature.sign()));
        }
        return resource;
    }

    private static ManifestVerification verify(ObjectNode resource, KeyPair signer) {
        String key = Base64.getMimeEncoder().encodeToString(signer.getPublic().getEncoded());
        ObjectNode attestor = SuiteRun.object();
        attestor.putObject("keys")
                .put("publicKeys", "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----");
        return new SignedManifests().verify(new ManifestSignatureRequest(resource, attestor, "example.com", "", ""));
    }

    @Test
    void verifiesWhatWasSignedInWhateverNamespaceItIs() throws Exception {
        ObjectNode resource = signed("{\"metadata\":{\"namespace\":\"shop\"}}", eve, ada);

        assertThat(verify(resource, ada)).hasToString("verified");
        assertThat(verify(resource, eve)).hasToString("verified");
    }

    @Test
    void tellsWhatDiffers() throws Exception {
        String changes = "{\"data\":{\"level\":\"debug\",\"words\":[\"a\"],\"more\":\"1\"}}";

        assertThat(verify(signed(changes, ada), ada))
                .hasToString("refused: failed to verify signature. diff found; {\"items\":["
                        + "{\"key\":\"data.level\",\"values\":{\"after\":\"debug\",\"before\":\"info\"}},"
                        + "{\"key\":\"data.more\",\"values\":{\"after\":\"1\",\"before\":null}},"
                        + "{\"key\":\"data.words.1\",\"values\":{\"after\":null,\"before\":\"b\"}}]}");
    }

    @Test
    void hasNoAnswerForASignatureOfSomebodyElse() throws Exception {
        ObjectNode resource = signed("{}", eve);

        assertThatThrownBy(() -> verify(resource, ada))
                .isInstanceOf(LookupException.class)
                .hasMessageStartingWith("failed to verify signature: verification failed for 1 signature.");
    }

    @Test
    void findsNoManifestWhereThereIsNoMessage() {
        assertThat(verify(SuiteRun.object(), ada))
                .hasToString("refused: YAML manifest not found for this resource: message not found");
    }
}
