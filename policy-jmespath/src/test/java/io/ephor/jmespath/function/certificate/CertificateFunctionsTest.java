package io.ephor.jmespath.function.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.JmesPath;
import io.ephor.jmespath.JmesPathException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CertificateFunctionsTest {
    private static final JmesPath DECODE = JmesPath.compile("x509_decode(@)");

    @Test
    void readsACertificate() throws IOException {
        JsonNode certificate = decode(resource("certificate.pem"));

        assertThat(certificate.size()).isEqualTo(52);
        assertThat(certificate.at("/Subject/CommonName").textValue()).isEqualTo("ephor.test");
        assertThat(certificate.at("/Issuer/Organization")).hasToString("[\"Ephor\"]");
        assertThat(certificate.at("/Version").intValue()).isEqualTo(3);
        assertThat(certificate.at("/SerialNumber").intValue()).isEqualTo(42);
        assertThat(certificate.at("/SignatureAlgorithm").intValue()).isEqualTo(4);
        assertThat(certificate.at("/KeyUsage").intValue()).isEqualTo(33);
        assertThat(certificate.at("/DNSNames")).hasToString("[\"ephor.test\"]");
        assertThat(certificate.at("/IPAddresses")).hasToString("[\"10.0.0.1\"]");
        assertThat(certificate.at("/EmailAddresses")).hasToString("[\"a@ephor.test\"]");
        assertThat(certificate.at("/URIs/0/Host").textValue()).isEqualTo("ephor.test");
        assertThat(certificate.at("/PublicKey/E").intValue()).isEqualTo(65537);
        assertThat(certificate.at("/PublicKey/N").textValue()).matches("[0-9]{300,310}");
        assertThat(certificate.at("/NotBefore").textValue()).isEqualTo("2026-11-25T12:51:10Z");
        assertThat(certificate.at("/IsCA").booleanValue()).isTrue();
        assertThat(certificate.at("/MaxPathLen").intValue()).isEqualTo(-1);
    }

    @Test
    void readsARequest() throws IOException {
        JsonNode request = decode(resource("request.pem"));

        assertThat(request.size()).isEqualTo(17);
        assertThat(request.at("/Subject/CommonName").textValue()).isEqualTo("request.test");
        assertThat(request.at("/DNSNames")).hasToString("[\"request.test\"]");
        assertThat(request.at("/Version").intValue()).isZero();
    }

    @Test
    void readsTheFirstBlockAmongOtherText() throws IOException {
        String text = "before\n" + resource("request.pem") + "between\n" + resource("certificate.pem");

        assertThat(decode(text).at("/Subject/CommonName").textValue()).isEqualTo("request.test");
    }

    @Test
    void refusesKeysThatAreNotRsa() throws IOException {
        assertFails(resource("elliptic.pem"), "certificate should use rsa algorithm");
    }

    @Test
    void refusesWhatIsNoPem() {
        assertFails("", "failed to decode PEM block");
        assertFails("-----BEGIN CERTIFICATE-----\n", "failed to decode PEM block");
        assertFails("-----BEGIN CERTIFICATE-----\n*\n-----END CERTIFICATE-----\n", "failed to decode PEM block");
        assertFails(pem("PRIVATE KEY", new byte[3]), "PEM block neither contains a CERTIFICATE or CERTIFICATE REQUEST");
    }

    @Test
    void refusesEmptyAndTrailingData() throws IOException {
        byte[] certificate = der("certificate.pem");

        assertFails(pem("CERTIFICATE", new byte[0]), "x509: malformed certificate");
        assertFails(pem("CERTIFICATE", Arrays.copyOf(certificate, certificate.length + 1)), "x509: trailing data");
        assertFails(
                pem("CERTIFICATE REQUEST", new byte[] {0x30, 0}),
                "asn1: structure error: malformed certificate request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"certificate.pem", "request.pem"})
    void everyTruncationIsAnError(String name) throws IOException {
        byte[] whole = der(name);
        for (int length = 0; length < whole.length; length++) {
            assertError(pem(type(name), Arrays.copyOf(whole, length)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"certificate.pem", "request.pem", "elliptic.pem"})
    void everyBrokenByteIsAValueOrAnError(String name) throws IOException {
        byte[] whole = der(name);
        Random random = new Random(1);
        for (int i = 0; i < whole.length; i++) {
            for (int value : new int[] {0, 0x7F, 0x80, 0x84, 0xFF, random.nextInt(256)}) {
                byte[] broken = whole.clone();
                broken[i] = (byte) value;
                assertAnswers(pem(type(name), broken));
            }
        }
    }

    @Test
    void lengthsBeyondTheEndAreErrors() {
        for (int count = 1; count < 128; count++) {
            byte[] hostile = new byte[2 + count];
            Arrays.fill(hostile, (byte) 0xFF);
            hostile[0] = 0x30;
            hostile[1] = (byte) (0x80 | count);
            assertError(pem("CERTIFICATE", hostile));
            assertError(pem("CERTIFICATE REQUEST", hostile));
        }
    }

    @Test
    void deepNestingIsAnError() {
        byte[] nested = {0x30, 0};
        for (int level = 0; level < 5_000; level++) {
            nested = sequence(nested);
        }
        assertError(pem("CERTIFICATE", nested));
        assertError(pem("CERTIFICATE REQUEST", nested));
    }

    @Test
    void hugeTextsAreErrorsAtOnce() {
        assertFails("-----BEGIN ".repeat(100_000), "failed to decode PEM block");
        assertFails("\n-----END ".repeat(100_000), "failed to decode PEM block");
        assertFails("-----BEGIN A-----\n-----END B-----\n".repeat(50_000), "failed to decode PEM block");
        assertError(pem("CERTIFICATE", new byte[3_000_000]));
    }

    private static byte[] sequence(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0x30);
        if (content.length < 0x80) {
            bytes.write(content.length);
        } else if (content.length < 0x100) {
            bytes.write(0x81);
            bytes.write(content.length);
        } else {
            bytes.write(0x82);
            bytes.write(content.length >> 8);
            bytes.write(content.length);
        }
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    private static String type(String name) {
        return name.equals("request.pem") ? "CERTIFICATE REQUEST" : "CERTIFICATE";
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n" + Base64.getEncoder().encodeToString(der) + "\n-----END " + type
                + "-----\n";
    }

    private static byte[] der(String name) throws IOException {
        String text = resource(name);
        String lines = text.substring(text.indexOf("-----\n") + 6, text.indexOf("\n-----END"));
        return Base64.getDecoder().decode(lines.replace("\n", ""));
    }

    private static JsonNode decode(String text) {
        return DECODE.search(TextNode.valueOf(text));
    }

    private static void assertFails(String text, String message) {
        assertThatThrownBy(() -> decode(text))
                .isInstanceOf(JmesPathException.class)
                .hasMessage(message);
    }

    private static void assertError(String text) {
        assertThatThrownBy(() -> decode(text)).isInstanceOf(JmesPathException.class);
    }

    private static void assertAnswers(String text) {
        try {
            assertThat(decode(text).isObject()).isTrue();
        } catch (JmesPathException error) {
            assertThat(error.getMessage()).isNotEmpty();
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = CertificateFunctionsTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
