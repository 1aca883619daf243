package io.ephor.jmespath.function.certificate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The name of an algorithm, and its parameters as an element; none is empty.
 *
 * @param name its object identifier
 * @param parameters its parameters
 */
record Algorithm(List<Integer> name, Der parameters) {
    private static final byte[] NULL = {Der.NULL, 0};
    private static final List<Integer> PSS = List.of(1, 2, 840, 113549, 1, 1, 10);
    private static final List<Integer> MASK = List.of(1, 2, 840, 113549, 1, 1, 8);
    private static final List<Integer> ED25519 = List.of(1, 3, 101, 112);
    private static final Map<List<Integer>, Integer> SIGNATURES = Map.ofEntries(
            Map.entry(List.of(1, 2, 840, 113549, 1, 1, 4), 2),
            Map.entry(List.of(1, 2, 840, 113549, 1, 1, 5), 3),
            Map.entry(List.of(1, 3, 14, 3, 2, 29), 3),
            Map.entry(List.of(1, 2, 840, 113549, 1, 1, 11), 4),
            Map.entry(List.of(1, 2, 840, 113549, 1, 1, 12), 5),
            Map.entry(List.of(1, 2, 840, 113549, 1, 1, 13), 6),
            Map.entry(List.of(1, 2, 840, 10040, 4, 3), 7),
            Map.entry(List.of(2, 16, 840, 1, 101, 3, 4, 3, 2), 8),
            Map.entry(List.of(1, 2, 840, 10045, 4, 1), 9),
            Map.entry(List.of(1, 2, 840, 10045, 4, 3, 2), 10),
            Map.entry(List.of(1, 2, 840, 10045, 4, 3, 3), 11),
            Map.entry(List.of(1, 2, 840, 10045, 4, 3, 4), 12),
            Map.entry(ED25519, 16));
    /** The number by the last arc of the hash and by its length in bytes, which the salt has too. */
    private static final List<List<Long>> PSS_HASHES = List.of(List.of(1L, 32L), List.of(2L, 48L), List.of(3L, 64L));

    private static final List<Integer> HASHES = List.of(2, 16, 840, 1, 101, 3, 4, 2);

    /** Reads what is in the sequence of an algorithm; more than two elements in it don't count. */
    static Algorithm of(Der content) {
        List<Integer> name = content.arcs("x509: malformed OID");
        Der none = Der.of(new byte[0]);
        return new Algorithm(name, content.isEmpty() ? none : content.anyElement("x509: malformed parameters"));
    }

    /** Says whether the parameters are ASN.1's null. */
    boolean hasNullParameters() {
        return Arrays.equals(parameters.toBytes(), NULL);
    }

    /** Returns Go's number of the signature algorithm; 0 where it knows none. */
    int signature() {
        if (name.equals(PSS)) {
            return pss();
        }
        boolean isUnfit = name.equals(ED25519) && !parameters.isEmpty();
        return isUnfit ? 0 : SIGNATURES.getOrDefault(name, 0);
    }

    /** Only three sets of parameters are known: the mask has the same hash, and the salt its length. */
    private int pss() {
        try {
            Der fields = Der.of(parameters.toBytes()).content(Der.SEQUENCE, "");
            Algorithm hash = field(fields, 0);
            Algorithm mask = field(fields, 1);
            Algorithm maskHash = of(mask.parameters.content(Der.SEQUENCE, ""));
            long salt = fields.content(Der.group(2), "").longInteger(Der.INTEGER, "");
            long trailer = fields.startsWith(Der.group(3))
                    ? fields.content(Der.group(3), "").longInteger(Der.INTEGER, "")
                    : 1;
            boolean isKnown = mask.name.equals(MASK)
                    && maskHash.name.equals(hash.name)
                    && hash.isBare()
                    && maskHash.isBare()
                    && trailer == 1;
            return isKnown ? pss(hash.name, salt) : 0;
        } catch (IllegalArgumentException otherParameters) {
            return 0;
        }
    }

    private static int pss(List<Integer> hash, long salt) {
        if (hash.size() != HASHES.size() + 1 || !hash.subList(0, HASHES.size()).equals(HASHES)) {
            return 0;
        }
        int place = PSS_HASHES.indexOf(List.of((long) hash.get(HASHES.size()), salt));
        return place < 0 ? 0 : 13 + place;
    }

    private static Algorithm field(Der fields, int number) {
        return of(fields.content(Der.group(number), "").content(Der.SEQUENCE, ""));
    }

    private boolean isBare() {
        return parameters.isEmpty() || hasNullParameters();
    }
}
