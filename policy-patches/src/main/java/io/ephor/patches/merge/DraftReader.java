package io.ephor.patches.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.KeyOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads a patch into a draft, and notices whether it has anchors at all. */
final class DraftReader {
    private final int depth;
    private boolean anchored;

    /** @param depth how many maps and lists may stand inside each other */
    DraftReader(int depth) {
        this.depth = depth;
    }

    /** {@return whether what was read asks anything of a resource} */
    boolean anchored() {
        return anchored;
    }

    Draft read(JsonNode value) {
        return read(value, 0);
    }

    private Draft read(JsonNode value, int level) {
        if (level > depth) {
            throw new MergeFault("the patch is nested deeper than " + depth + " levels");
        }
        if (value.isObject()) {
            return readMapping(value, level);
        }
        if (value.isArray()) {
            List<Draft> elements = new ArrayList<>(value.size());
            for (JsonNode element : value) {
                elements.add(read(element, level + 1));
            }
            return new Draft.Sequence(elements);
        }
        if (value.isTextual() && DraftKey.looksLikeCondition(value.textValue())) {
            anchored = true;
        }
        return new Draft.Scalar(value.isNumber() ? Values.patchNumber(value) : value);
    }

    private Draft readMapping(JsonNode value, int level) {
        List<Draft.Entry> entries = new ArrayList<>(value.size());
        for (String key : KeyOrder.sortedKeys(value)) {
            DraftKey read = DraftKey.of(key);
            anchored |= read.isAnchored();
            Draft.Entry entry = new Draft.Entry(read, read(value.path(key), level + 1), null);
            if (read.isCondition()) {
                entry.condition();
            }
            entries.add(entry);
        }
        return new Draft.Mapping(entries);
    }
}
