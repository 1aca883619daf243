package io.ephor.jmespath.function.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests for certificates.
 *
 * <p>Go: crypto/x509/x509.go
 */
final class CertificateRequest {
    private static final String FAULT = "asn1: structure error: malformed certificate request";
    private static final List<Integer> EXTENSION_REQUEST = List.of(1, 2, 840, 113549, 1, 9, 14);
    private static final List<Integer> ALTERNATIVE_NAMES = List.of(2, 5, 29, 17);

    private CertificateRequest() {}

    /** Returns a request as JSON. */
    static JsonNode read(Der input) {
        Der element = input.element(Der.SEQUENCE, FAULT);
        if (!input.isEmpty()) {
            throw new IllegalArgumentException("asn1: syntax error: trailing data");
        }
        ObjectNode request = Json.object().put("Raw", element.base64());
        for (String list : new String[] {"DNSNames", "EmailAddresses", "IPAddresses", "URIs", "ExtraExtensions"}) {
            request.putNull(list);
        }
        Der outer = element.content(Der.SEQUENCE, FAULT);
        Der bodyElement = outer.element(Der.SEQUENCE, FAULT);
        request.put("RawTBSCertificateRequest", bodyElement.base64());
        Der body = bodyElement.content(Der.SEQUENCE, FAULT);
        request.set("Version", Json.number(body.longInteger(Der.INTEGER, FAULT)));
        Der subject = body.anyElement(FAULT);
        request.put("RawSubject", subject.base64());
        request.set("Subject", DistinguishedName.read(subject, false));
        PublicKey.read(body.element(Der.SEQUENCE, FAULT), request);
        readAttributes(body.content(Der.group(0), FAULT), request);
        Algorithm algorithm = Algorithm.of(outer.content(Der.SEQUENCE, FAULT));
        request.set("SignatureAlgorithm", Json.number(algorithm.signature()));
        request.put("Signature", outer.bitString(FAULT).alignedBase64());
        return request;
    }

    private static void readAttributes(Der content, ObjectNode request) {
        ArrayNode attributes = Json.list();
        List<Extension> extensions = new ArrayList<>();
        while (!content.isEmpty()) {
            byte[] attribute = content.anyElement(FAULT).toBytes();
            JsonNode shown = shown(attribute);
            if (shown != null) {
                attributes.add(shown);
            }
            extensions.addAll(requested(attribute));
        }
        Set<List<Integer>> names = new HashSet<>();
        for (Extension extension : extensions) {
            if (!names.add(extension.name())) {
                throw new IllegalArgumentException("x509: certificate request contains duplicate requested extensions");
            }
            if (extension.name().equals(ALTERNATIVE_NAMES)) {
                AlternativeNames.read(extension.content(), request);
            }
        }
        request.set("Attributes", Json.orNull(attributes));
        request.set("Extensions", Json.orNull(Extension.shown(extensions)));
    }

    /** The attribute as sets of lists of pairs; null where it is something else. */
    private static @Nullable JsonNode shown(byte[] attribute) {
        try {
            Der fields = Der.of(attribute).content(Der.SEQUENCE, FAULT);
            ObjectNode shown = Json.object();
            shown.set("Type", Json.arcs(fields.arcs(FAULT)));
            Der set = fields.content(Der.SET, FAULT);
            ArrayNode values = Json.list();
            while (!set.isEmpty()) {
                Der sequence = set.content(Der.SEQUENCE, FAULT);
                ArrayNode pairs = Json.list();
                while (!sequence.isEmpty()) {
                    pairs.add(pair(sequence.content(Der.SEQUENCE, FAULT)));
                }
                values.add(pairs);
            }
            return shown.set("Value", values);
        } catch (IllegalArgumentException otherForm) {
            return null;
        }
    }

    private static ObjectNode pair(Der pair) {
        ObjectNode shown = Json.object();
        shown.set("Type", Json.arcs(pair.arcs(FAULT)));
        return shown.set("Value", DistinguishedName.anyValue(pair));
    }

    /** The extensions that an attribute asks for; none where it asks for something else. */
    private static List<Extension> requested(byte[] attribute) {
        Der values;
        try {
            Der fields = Der.of(attribute).content(Der.SEQUENCE, FAULT);
            boolean isRequest = fields.arcs(FAULT).equals(EXTENSION_REQUEST);
            values = fields.content(Der.SET, FAULT);
            if (!isRequest || values.isEmpty()) {
                return List.of();
            }
        } catch (IllegalArgumentException otherForm) {
            return List.of();
        }
        return Extension.all(values.content(Der.SEQUENCE, FAULT), FAULT);
    }
}
