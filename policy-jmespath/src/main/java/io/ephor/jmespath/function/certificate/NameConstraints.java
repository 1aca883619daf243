package io.ephor.jmespath.function.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.Base64;

/** The names for which an authority may issue certificates. */
final class NameConstraints {
    private static final String FAULT = "x509: invalid NameConstraints extension";

    private NameConstraints() {}

    /** Adds the constraints to a certificate and says whether all of them are of a kind that Go knows. */
    static boolean read(Extension extension, ObjectNode certificate) {
        Der value = extension.content();
        Der fields = value.content(Der.SEQUENCE, FAULT);
        Der none = Der.of(new byte[0]);
        Der permitted = fields.startsWith(Der.group(0)) ? fields.content(Der.group(0), FAULT) : none;
        Der excluded = fields.startsWith(Der.group(1)) ? fields.content(Der.group(1), FAULT) : none;
        if (!value.isEmpty() || !fields.isEmpty()) {
            throw new IllegalArgumentException(FAULT);
        }
        if (permitted.isEmpty() && excluded.isEmpty()) {
            throw new IllegalArgumentException("x509: empty name constraints extension");
        }
        boolean known = addAll(permitted, "Permitted", certificate);
        known &= addAll(excluded, "Excluded", certificate);
        certificate.put("PermittedDNSDomainsCritical", extension.critical());
        return known;
    }

    private static boolean addAll(Der trees, String prefix, ObjectNode certificate) {
        boolean known = true;
        while (!trees.isEmpty()) {
            Der tree = trees.content(Der.SEQUENCE, FAULT);
            int kind = tree.tag(FAULT);
            known &= add(kind, tree.any(FAULT).toBytes(), prefix, certificate);
        }
        return known;
    }

    private static boolean add(int kind, byte[] value, String prefix, ObjectNode certificate) {
        if (kind == Der.field(7)) {
            Json.add(certificate, prefix + "IPRanges", range(value));
            return true;
        }
        String list = switch (kind ^ Der.field(0)) {
            case 1 -> "EmailAddresses";
            case 2 -> "DNSDomains";
            case 6 -> "URIDomains";
            default -> "";
        };
        if (list.isEmpty()) {
            return false;
        }
        String text = DerText.ascii(value, "x509: invalid constraint value: cannot be encoded as an IA5String");
        boolean fits = kind == Der.field(1) ? isMailbox(text) : Addresses.isDomain(text, true);
        if (!fits || (kind == Der.field(6) && Addresses.isAddress(text))) {
            throw new IllegalArgumentException("x509: failed to parse constraint");
        }
        Json.add(certificate, prefix + list, TextNode.valueOf(text));
        return true;
    }

    private static boolean isMailbox(String text) {
        int at = text.lastIndexOf('@');
        boolean hasName = at != 0 && at != text.length() - 1;
        return hasName && Addresses.isDomain(text.substring(at + 1), at < 0);
    }

    private static ObjectNode range(byte[] value) {
        int half = value.length / 2;
        byte[] mask = Arrays.copyOfRange(value, half, value.length);
        if ((value.length != 8 && value.length != 32) || !Addresses.isMask(mask)) {
            throw new IllegalArgumentException("x509: IP constraint contained invalid value or mask");
        }
        return Json.object()
                .put("IP", Addresses.text(Arrays.copyOf(value, half)))
                .put("Mask", Base64.getEncoder().encodeToString(mask));
    }
}
