package io.ephor.jmespath.function.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** The other names of a subject: mail addresses, domains, URIs and IP addresses. */
final class AlternativeNames {
    private AlternativeNames() {}

    /** Adds the names to a certificate or request and says whether there was one of a kind that Go knows. */
    static boolean read(Der value, ObjectNode certificate) {
        for (String list : new String[] {"DNSNames", "EmailAddresses", "IPAddresses", "URIs"}) {
            certificate.putNull(list);
        }
        boolean known = false;
        Der names = value.content(Der.SEQUENCE, "x509: invalid subject alternative names");
        while (!names.isEmpty()) {
            int kind = names.tag("x509: invalid subject alternative name") ^ Der.field(0);
            byte[] name = names.any("x509: invalid subject alternative name").toBytes();
            known |= kind == 1 || kind == 2 || kind == 6 || kind == 7;
            add(kind, name, certificate);
        }
        return known;
    }

    private static void add(int kind, byte[] name, ObjectNode certificate) {
        switch (kind) {
            case 1 ->
                Json.add(
                        certificate,
                        "EmailAddresses",
                        TextNode.valueOf(DerText.ascii(name, "x509: SAN rfc822Name is malformed")));
            case 2 ->
                Json.add(
                        certificate,
                        "DNSNames",
                        TextNode.valueOf(DerText.ascii(name, "x509: SAN dNSName is malformed")));
            case 6 ->
                Json.add(
                        certificate,
                        "URIs",
                        Uri.read(DerText.ascii(name, "x509: SAN uniformResourceIdentifier is malformed")));
            case 7 -> {
                if (name.length != 4 && name.length != 16) {
                    throw new IllegalArgumentException("x509: cannot parse IP address of length " + name.length);
                }
                Json.add(certificate, "IPAddresses", TextNode.valueOf(Addresses.text(name)));
            }
            default -> {
                // Other kinds of names are left out.
            }
        }
    }
}
