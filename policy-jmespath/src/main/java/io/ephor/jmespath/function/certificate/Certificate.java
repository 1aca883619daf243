package io.ephor.jmespath.function.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.jmespath.function.Numbers;
import io.ephor.values.NumberText;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Reads certificates.
 *
 * <p>Go: crypto/x509/parser.go
 */
final class Certificate {
    private static final String[] LISTS = {
        "CRLDistributionPoints",
        "DNSNames",
        "EmailAddresses",
        "ExcludedDNSDomains",
        "ExcludedEmailAddresses",
        "ExcludedIPRanges",
        "ExcludedURIDomains",
        "ExtKeyUsage",
        "Extensions",
        "ExtraExtensions",
        "IPAddresses",
        "IssuingCertificateURL",
        "OCSPServer",
        "PermittedDNSDomains",
        "PermittedEmailAddresses",
        "PermittedIPRanges",
        "PermittedURIDomains",
        "Policies",
        "PolicyIdentifiers",
        "PolicyMappings",
        "URIs",
        "UnhandledCriticalExtensions",
        "UnknownExtKeyUsage",
        "AuthorityKeyId",
        "SubjectKeyId"
    };
    private static final String[] FLAGS = {
        "BasicConstraintsValid",
        "IsCA",
        "MaxPathLenZero",
        "PermittedDNSDomainsCritical",
        "InhibitAnyPolicyZero",
        "InhibitPolicyMappingZero",
        "RequireExplicitPolicyZero"
    };
    private static final String[] NUMBERS = {
        "KeyUsage", "MaxPathLen", "InhibitAnyPolicy", "InhibitPolicyMapping", "RequireExplicitPolicy"
    };

    private Certificate() {}

    /** Returns a certificate as JSON. */
    static JsonNode read(Der input) {
        Der element = input.element(Der.SEQUENCE, "x509: malformed certificate");
        if (!input.isEmpty()) {
            throw new IllegalArgumentException("x509: trailing data");
        }
        ObjectNode certificate = empty();
        certificate.put("Raw", element.base64());
        Der outer = element.content(Der.SEQUENCE, "x509: malformed certificate");
        Der body = outer.element(Der.SEQUENCE, "x509: malformed tbs certificate");
        certificate.put("RawTBSCertificate", body.base64());
        byte[] algorithm = readBody(body.content(Der.SEQUENCE, "x509: malformed tbs certificate"), certificate);
        byte[] signed = outer.content(Der.SEQUENCE, "x509: malformed algorithm identifier")
                .toBytes();
        if (!Arrays.equals(algorithm, signed)) {
            throw new IllegalArgumentException("x509: inner and outer signature algorithm identifiers don't match");
        }
        certificate.put(
                "Signature", outer.bitString("x509: malformed signature").alignedBase64());
        return certificate;
    }

    private static ObjectNode empty() {
        ObjectNode certificate = Json.object();
        for (String list : LISTS) {
            certificate.set(list, NullNode.instance);
        }
        for (String flag : FLAGS) {
            certificate.put(flag, false);
        }
        for (String number : NUMBERS) {
            certificate.set(number, Json.number(0));
        }
        return certificate;
    }

    /** Reads what is signed, and returns the name of the algorithm that it is signed with. */
    private static byte[] readBody(Der body, ObjectNode certificate) {
        int version = version(body);
        certificate.set("Version", Json.number(version));
        certificate.set("SerialNumber", serial(body.integer("x509: malformed serial number")));
        Der algorithm = body.content(Der.SEQUENCE, "x509: malformed signature algorithm identifier");
        byte[] name = algorithm.toBytes();
        certificate.set(
                "SignatureAlgorithm", Json.number(Algorithm.of(algorithm).signature()));
        readName(body, certificate, "Issuer");
        Der validity = body.content(Der.SEQUENCE, "x509: malformed validity");
        certificate.put("NotBefore", DerTime.take(validity));
        certificate.put("NotAfter", DerTime.take(validity));
        readName(body, certificate, "Subject");
        PublicKey.read(body.element(Der.SEQUENCE, "x509: malformed spki"), certificate);
        if (version > 1) {
            skip(body, Der.field(1), "x509: malformed issuerUniqueID");
            skip(body, Der.field(2), "x509: malformed subjectUniqueID");
        }
        if (version == 3 && body.startsWith(Der.group(3))) {
            Extensions.read(body.content(Der.group(3), "x509: malformed extensions"), certificate);
        }
        return name;
    }

    private static int version(Der body) {
        if (!body.startsWith(Der.group(0))) {
            return 1;
        }
        Der field = body.content(Der.group(0), "x509: malformed version");
        long version = field.longInteger(Der.INTEGER, "x509: malformed version");
        if (version < 0 || !field.isEmpty()) {
            throw new IllegalArgumentException("x509: malformed version");
        }
        if (version > 2) {
            throw new IllegalArgumentException("x509: invalid version");
        }
        return (int) version + 1;
    }

    private static JsonNode serial(BigInteger serial) {
        if (serial.signum() < 0) {
            throw new IllegalArgumentException("x509: negative serial number");
        }
        double number = serial.doubleValue();
        if (Double.isInfinite(number)) {
            throw new IllegalArgumentException(
                    "json: cannot unmarshal number " + NumberText.general(number) + " into Go value of type float64");
        }
        return Numbers.of(number);
    }

    private static void readName(Der body, ObjectNode certificate, String field) {
        Der name = body.element(Der.SEQUENCE, "x509: malformed issuer");
        certificate.put("Raw" + field, name.base64());
        certificate.set(field, DistinguishedName.read(name, true));
    }

    private static void skip(Der body, int tag, String fault) {
        if (body.startsWith(tag)) {
            body.content(tag, fault);
        }
    }
}
