package io.ephor.jmespath.function.certificate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One extension of a certificate or of a request.
 *
 * @param name its object identifier
 * @param critical whether who does not know it must refuse the certificate
 * @param value its value, which is DER for most
 */
record Extension(List<Integer> name, boolean critical, Der value) {
    /** Reads a sequence of extensions, of which none may come twice. */
    static List<Extension> all(Der sequence, String fault) {
        List<Extension> extensions = new ArrayList<>();
        Set<List<Integer>> names = new HashSet<>();
        while (!sequence.isEmpty()) {
            Extension extension = of(sequence.content(Der.SEQUENCE, fault), fault);
            if (!names.add(extension.name)) {
                throw new IllegalArgumentException("x509: certificate contains duplicate extension");
            }
            extensions.add(extension);
        }
        return extensions;
    }

    private static Extension of(Der content, String fault) {
        List<Integer> name = content.arcs(fault);
        boolean critical = content.startsWith(Der.BOOLEAN) && content.booleanValue(fault);
        return new Extension(name, critical, content.content(Der.OCTET_STRING, fault));
    }

    static ArrayNode shown(List<Extension> extensions) {
        ArrayNode list = Json.list();
        for (Extension extension : extensions) {
            ObjectNode shown = Json.object().put("Critical", extension.critical);
            shown.set("Id", Json.arcs(extension.name));
            list.add(shown.put("Value", extension.value.base64()));
        }
        return list;
    }

    /** A walk through the value; each call starts anew. */
    Der content() {
        return Der.of(value.toBytes());
    }
}
