package io.ephor.jmespath.function.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a key may be used for. */
final class Usages {
    private static final List<Integer> PURPOSES = List.of(1, 3, 6, 1, 5, 5, 7, 3);
    /** In the order of Go's numbers, from 10 on. */
    private static final List<List<Integer>> OTHERS = List.of(
            List.of(1, 3, 6, 1, 4, 1, 311, 10, 3, 3),
            List.of(2, 16, 840, 1, 113730, 4, 1),
            List.of(1, 3, 6, 1, 4, 1, 311, 2, 1, 22),
            List.of(1, 3, 6, 1, 4, 1, 311, 61, 1, 1));

    private static final List<Integer> ANY = List.of(2, 5, 29, 37, 0);

    private Usages() {}

    static void key(Der value, ObjectNode certificate) {
        BitString bits = value.bitString("x509: invalid key usage");
        int usage = 0;
        for (int i = 0; i < 9; i++) {
            usage |= bits.isSet(i) ? 1 << i : 0;
        }
        certificate.set("KeyUsage", Json.number(usage));
    }

    static void extended(Der value, ObjectNode certificate) {
        String fault = "x509: invalid extended key usages";
        Der usages = value.content(Der.SEQUENCE, fault);
        while (!usages.isEmpty()) {
            List<Integer> usage = usages.arcs(fault);
            int number = number(usage);
            if (number < 0) {
                Json.add(certificate, "UnknownExtKeyUsage", Json.arcs(usage));
            } else {
                Json.add(certificate, "ExtKeyUsage", Json.number(number));
            }
        }
    }

    private static int number(List<Integer> usage) {
        if (usage.equals(ANY)) {
            return 0;
        }
        int length = PURPOSES.size();
        if (usage.size() == length + 1 && usage.subList(0, length).equals(PURPOSES)) {
            int purpose = usage.get(length);
            return purpose >= 1 && purpose <= 9 ? purpose : -1;
        }
        int other = OTHERS.indexOf(usage);
        return other < 0 ? -1 : 10 + other;
    }
}
