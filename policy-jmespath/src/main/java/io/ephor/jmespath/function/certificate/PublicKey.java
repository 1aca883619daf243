package io.ephor.jmespath.function.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;

/** RSA keys; Kyverno refuses all others. */
final class PublicKey {
    private static final String FAULT = "failed to parse subject public key info";
    private static final List<Integer> RSA = List.of(1, 2, 840, 113549, 1, 1, 1);
    private static final int LONGEST_MODULUS = 1 << 16;

    private PublicKey() {}

    /** Adds a key to a certificate. */
    static void read(Der element, ObjectNode certificate) {
        certificate.put("RawSubjectPublicKeyInfo", element.base64());
        Der info = element.content(Der.SEQUENCE, "x509: malformed spki");
        Algorithm algorithm =
                Algorithm.of(info.content(Der.SEQUENCE, "x509: malformed public key algorithm identifier"));
        BitString bits = info.bitString("x509: malformed subjectPublicKey");
        if (!algorithm.name().equals(RSA)) {
            throw new IllegalArgumentException("certificate should use rsa algorithm");
        }
        if (!algorithm.hasNullParameters()) {
            throw new IllegalArgumentException("x509: RSA key missing NULL parameters");
        }
        Der key = Der.of(bits.bytes());
        Der numbers = key.content(Der.SEQUENCE, "x509: invalid RSA public key");
        BigInteger modulus = numbers.integer("x509: invalid RSA modulus");
        long exponent = numbers.longInteger(Der.INTEGER, "x509: invalid RSA public exponent");
        if (modulus.signum() <= 0) {
            throw new IllegalArgumentException("x509: RSA modulus is not a positive number");
        }
        if (exponent <= 0) {
            throw new IllegalArgumentException("x509: RSA public exponent is not a positive number");
        }
        if (!key.isEmpty() || exponent > Integer.MAX_VALUE || modulus.bitLength() > LONGEST_MODULUS) {
            throw new IllegalArgumentException(FAULT);
        }
        certificate.set("PublicKeyAlgorithm", Json.number(1));
        ObjectNode shown = Json.object().put("N", modulus.toString());
        certificate.set("PublicKey", shown.set("E", Json.number(exponent)));
    }
}
