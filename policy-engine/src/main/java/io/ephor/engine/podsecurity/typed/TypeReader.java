package io.ephor.engine.podsecurity.typed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads tables of types. A line holds the name of a structure and its fields, {@code name:type}; a {@code +} before the
 * name marks an embedded structure. A type is {@code string}, {@code bool}, {@code int32} or {@code int64}, a structure,
 * a list of these with {@code []} before, {@code map} from texts to texts, {@code quantities} by name, or one with a form
 * of its own: {@code time}, {@code quantity}, {@code intOrString}, {@code any}. The name that Go has for it stands after
 * {@code =} where it differs.
 */
final class TypeReader {
    private final Map<String, String> lines = new HashMap<>();
    private final Map<String, List<GoField>> fields = new HashMap<>();
    private final Map<String, GoType> structures = new HashMap<>();

    /** Reads tables, which must define all structures that they mention, none of which may contain itself. */
    TypeReader(List<String> tables) {
        for (String table : tables) {
            for (String line : table.strip().replace("\n  ", " ").split("\n", -1)) {
                int end = line.indexOf(' ');
                lines.put(line.substring(0, end), line.substring(end + 1));
            }
        }
    }

    GoStructure structure(String name) {
        return Objects.requireNonNull(structureType(name).structure(), name);
    }

    private GoType structureType(String name) {
        GoType known = structures.get(name);
        if (known == null) {
            GoStructure structure = new GoStructure(name.substring(name.indexOf('.') + 1), fields(name));
            known = new GoType(GoType.Kind.STRUCTURE, name, null, structure);
            structures.put(name, known);
        }
        return known;
    }

    private List<GoField> fields(String structure) {
        List<GoField> known = fields.get(structure);
        if (known != null) {
            return known;
        }
        List<GoField> read = new ArrayList<>();
        for (String field :
                Objects.requireNonNull(lines.get(structure), structure).split(" ", -1)) {
            int colon = field.indexOf(':');
            String name = field.substring(0, colon);
            String type = field.substring(colon + 1);
            if (name.startsWith("+")) {
                embed(name.substring(1), type, read);
            } else {
                read.add(new GoField(name, name, type(type)));
            }
        }
        fields.put(structure, read);
        return read;
    }

    private void embed(String name, String type, List<GoField> into) {
        for (GoField field : fields(type)) {
            into.add(new GoField(field.name(), name + '.' + field.path(), field.type()));
        }
    }

    private GoType type(String written) {
        int equals = written.indexOf('=');
        String form = equals < 0 ? written : written.substring(0, equals);
        String name = equals < 0 ? written : written.substring(equals + 1);
        if (form.startsWith("[]")) {
            String element = equals < 0 ? form.substring(2) : form.substring(2) + '=' + name;
            GoType elements = type(element);
            return new GoType(GoType.Kind.LIST, "[]" + elements.name(), elements, null);
        }
        return switch (form) {
            case "string" -> GoType.simple(GoType.Kind.TEXT, name);
            case "bool" -> GoType.simple(GoType.Kind.BOOLEAN, name);
            case "int32" -> GoType.simple(GoType.Kind.INT32, name);
            case "int64" -> GoType.simple(GoType.Kind.INT64, name);
            case "time" -> GoType.simple(GoType.Kind.TIME, "v1.Time");
            case "quantity" -> GoType.simple(GoType.Kind.QUANTITY, "resource.Quantity");
            case "intOrString" -> GoType.simple(GoType.Kind.INTEGER_OR_TEXT, "intstr.IntOrString");
            case "any" -> GoType.simple(GoType.Kind.ANYTHING, "v1.FieldsV1");
            case "map" -> new GoType(GoType.Kind.MAP, name, type("string"), null);
            case "quantities" -> new GoType(GoType.Kind.MAP, name, type("quantity"), null);
            default -> structureType(form);
        };
    }
}
