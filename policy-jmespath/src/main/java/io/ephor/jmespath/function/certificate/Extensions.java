package io.ephor.jmespath.function.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the extensions of a certificate that Go knows.
 *
 * <p>Go: crypto/x509/parser.go
 */
final class Extensions {
    private static final List<Integer> KNOWN = List.of(2, 5, 29);
    private static final List<Integer> AUTHORITY_ACCESS = List.of(1, 3, 6, 1, 5, 5, 7, 1, 1);
    private static final List<Integer> ANSWERS = List.of(1, 3, 6, 1, 5, 5, 7, 48, 1);
    private static final List<Integer> ISSUERS = List.of(1, 3, 6, 1, 5, 5, 7, 48, 2);

    private Extensions() {}

    /** Adds the extensions to a certificate. */
    static void read(Der field, ObjectNode certificate) {
        Der sequence = field.content(Der.SEQUENCE, "x509: malformed extensions");
        List<Extension> extensions = Extension.all(sequence, "x509: malformed extension");
        certificate.set("Extensions", Json.orNull(Extension.shown(extensions)));
        for (Extension extension : extensions) {
            boolean isHandled = handle(extension, certificate);
            if (extension.critical() && !isHandled) {
                Json.add(certificate, "UnhandledCriticalExtensions", Json.arcs(extension.name()));
            }
        }
    }

    private static boolean handle(Extension extension, ObjectNode certificate) {
        List<Integer> name = extension.name();
        if (name.equals(AUTHORITY_ACCESS)) {
            authorityAccess(extension, certificate);
            return true;
        }
        if (name.size() != 4 || !name.subList(0, 3).equals(KNOWN)) {
            return false;
        }
        Der value = extension.content();
        switch (name.get(3)) {
            case 14 -> subjectKey(extension, certificate);
            case 15 -> Usages.key(value, certificate);
            case 17 -> {
                return AlternativeNames.read(value, certificate);
            }
            case 19 -> basicConstraints(value, certificate);
            case 30 -> {
                return NameConstraints.read(extension, certificate);
            }
            case 31 -> distributionPoints(value, certificate);
            case 32 -> Policies.read(value, certificate);
            case 33 -> Policies.mappings(value, certificate);
            case 35 -> authorityKey(extension, certificate);
            case 36 -> Policies.constraints(value, certificate);
            case 37 -> Usages.extended(value, certificate);
            case 54 -> Policies.inhibitAny(value, certificate);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void basicConstraints(Der value, ObjectNode certificate) {
        String fault = "x509: invalid basic constraints";
        Der fields = value.content(Der.SEQUENCE, fault);
        boolean authority = fields.startsWith(Der.BOOLEAN) && fields.booleanValue(fault);
        long length = -1;
        if (fields.startsWith(Der.INTEGER)) {
            length = fields.longInteger(Der.INTEGER, fault);
            if (length < 0) {
                throw new IllegalArgumentException(fault);
            }
        }
        certificate.put("IsCA", authority).put("BasicConstraintsValid", true).put("MaxPathLenZero", length == 0);
        certificate.set("MaxPathLen", Json.number(length));
    }

    private static void subjectKey(Extension extension, ObjectNode certificate) {
        if (extension.critical()) {
            throw new IllegalArgumentException("x509: subject key identifier incorrectly marked critical");
        }
        Der key = extension.content().content(Der.OCTET_STRING, "x509: invalid subject key identifier");
        certificate.put("SubjectKeyId", key.base64());
    }

    private static void authorityKey(Extension extension, ObjectNode certificate) {
        if (extension.critical()) {
            throw new IllegalArgumentException("x509: authority key identifier incorrectly marked critical");
        }
        String fault = "x509: invalid authority key identifier";
        Der fields = extension.content().content(Der.SEQUENCE, fault);
        if (fields.startsWith(Der.field(0))) {
            certificate.put(
                    "AuthorityKeyId", fields.content(Der.field(0), fault).base64());
        }
    }

    private static void authorityAccess(Extension extension, ObjectNode certificate) {
        if (extension.critical()) {
            throw new IllegalArgumentException("x509: authority info access incorrectly marked critical");
        }
        String fault = "x509: invalid authority info access";
        Der accesses = extension.content().content(Der.SEQUENCE, fault);
        while (!accesses.isEmpty()) {
            Der access = accesses.content(Der.SEQUENCE, fault);
            List<Integer> method = access.arcs(fault);
            if (!access.startsWith(Der.field(6))) {
                continue;
            }
            TextNode address = text(access.content(Der.field(6), fault));
            if (method.equals(ANSWERS)) {
                Json.add(certificate, "OCSPServer", address);
            } else if (method.equals(ISSUERS)) {
                Json.add(certificate, "IssuingCertificateURL", address);
            }
        }
    }

    private static void distributionPoints(Der value, ObjectNode certificate) {
        String fault = "x509: invalid CRL distribution point";
        Der points = value.content(Der.SEQUENCE, "x509: invalid CRL distribution points");
        while (!points.isEmpty()) {
            Der point = points.content(Der.SEQUENCE, fault);
            if (!point.startsWith(Der.group(0))) {
                continue;
            }
            Der names = point.content(Der.group(0), fault).content(Der.group(0), fault);
            while (names.startsWith(Der.field(6))) {
                Json.add(certificate, "CRLDistributionPoints", text(names.content(Der.field(6), fault)));
            }
        }
    }

    private static TextNode text(Der content) {
        return TextNode.valueOf(new String(content.toBytes(), StandardCharsets.UTF_8));
    }
}
