package io.ephor.jmespath.function.certificate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The policies under which a certificate was issued, and their limits. */
final class Policies {
    private static final String FAULT = "x509: invalid certificate policies";
    private static final int LONGEST = 4_096;

    private Policies() {}

    static void read(Der value, ObjectNode certificate) {
        Der policies = value.content(Der.SEQUENCE, FAULT);
        Set<String> texts = new HashSet<>();
        ArrayNode identifiers = Json.list();
        while (!policies.isEmpty()) {
            Der policy = policies.content(Der.SEQUENCE, FAULT);
            byte[] name = policy.content(Der.OBJECT_IDENTIFIER, FAULT).toBytes();
            String text = identifier(name);
            if (!isWellFormed(name) || !texts.add(text)) {
                throw new IllegalArgumentException(FAULT);
            }
            Json.add(certificate, "Policies", TextNode.valueOf(text));
            addArcs(identifiers, text);
        }
        certificate.set("PolicyIdentifiers", identifiers);
    }

    private static boolean isWellFormed(byte[] name) {
        boolean starts = true;
        for (byte unit : name) {
            if (starts && unit == (byte) 0x80) {
                return false;
            }
            starts = unit >= 0;
        }
        return name.length > 0 && starts;
    }

    /** Adds an identifier as numbers; one with an arc beyond 31 bits has none. */
    private static void addArcs(ArrayNode identifiers, String text) {
        List<Integer> arcs;
        try {
            arcs = Arrays.stream(text.split("\\.")).map(Integer::valueOf).toList();
        } catch (NumberFormatException tooLarge) {
            return;
        }
        identifiers.add(Json.arcs(arcs));
    }

    static void mappings(Der value, ObjectNode certificate) {
        String fault = "x509: invalid policy mappings extension";
        Der mappings = value.content(Der.SEQUENCE, fault);
        while (!mappings.isEmpty()) {
            Der mapping = mappings.content(Der.SEQUENCE, fault);
            ObjectNode shown = Json.object();
            shown.put(
                    "IssuerDomainPolicy",
                    identifier(mapping.content(Der.OBJECT_IDENTIFIER, fault).toBytes()));
            shown.put(
                    "SubjectDomainPolicy",
                    identifier(mapping.content(Der.OBJECT_IDENTIFIER, fault).toBytes()));
            Json.add(certificate, "PolicyMappings", shown);
        }
    }

    static void constraints(Der value, ObjectNode certificate) {
        Der fields = value.content(Der.SEQUENCE, "x509: invalid policy constraints extension");
        constraint(fields, 0, "RequireExplicitPolicy", certificate);
        constraint(fields, 1, "InhibitPolicyMapping", certificate);
    }

    private static void constraint(Der fields, int number, String name, ObjectNode certificate) {
        if (fields.startsWith(Der.field(number))) {
            long limit = fields.longInteger(Der.field(number), "x509: invalid policy constraints extension");
            certificate.set(name, Json.number(limit));
            certificate.put(name + "Zero", limit == 0);
        }
    }

    static void inhibitAny(Der value, ObjectNode certificate) {
        long limit = value.longInteger(Der.INTEGER, "x509: invalid inhibit any policy extension");
        certificate.set("InhibitAnyPolicy", Json.number(limit));
        certificate.put("InhibitAnyPolicyZero", limit == 0);
    }

    /** The text of an identifier, whose arcs may be of any size here; what does not end is left out. */
    private static String identifier(byte[] name) {
        if (name.length > LONGEST) {
            throw new IllegalArgumentException(FAULT);
        }
        StringBuilder text = new StringBuilder();
        BigInteger arc = BigInteger.ZERO;
        for (byte unit : name) {
            arc = arc.shiftLeft(7).or(BigInteger.valueOf(unit & 0x7F));
            if (unit < 0) {
                continue;
            }
            text.append(text.isEmpty() ? firstArcs(arc) : "." + arc);
            arc = BigInteger.ZERO;
        }
        return text.toString();
    }

    private static String firstArcs(BigInteger both) {
        BigInteger first = both.divide(BigInteger.valueOf(40)).min(BigInteger.TWO);
        return first + "." + both.subtract(first.multiply(BigInteger.valueOf(40)));
    }
}
