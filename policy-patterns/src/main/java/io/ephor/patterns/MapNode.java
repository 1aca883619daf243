package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.patterns.check.Check;
import io.ephor.patterns.check.FieldsCheck;
import io.ephor.values.GoText;
import io.ephor.values.NumberView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map of a pattern, its keys in the order in which they are looked at.
 *
 * <p>Kyverno: {@code pkg/engine/validate/validate.go}, validateMap, and {@code utils.go} for the order
 */
final class MapNode extends Node {
    private final KeyNode[] keys;
    private final int earlyKeys;
    private final KeyName[] tracked;
    private final boolean anchored;
    // the same keys once more for the fast pass, which spends most of its time on finding them
    private final String[] lookedUp;
    private final Node[] children;
    // what settles a value without children, null for the others
    private final @Nullable Check[] scalars;

    private MapNode(KeyNode[] keys, int earlyKeys, KeyName[] tracked, boolean anchored) {
        this.keys = keys;
        this.earlyKeys = earlyKeys;
        this.tracked = tracked;
        this.anchored = anchored;
        this.lookedUp = new String[keys.length];
        this.children = new Node[keys.length];
        this.scalars = new Check[keys.length];
        for (int i = 0; i < keys.length; i++) {
            lookedUp[i] = keys[i].name().key();
            children[i] = keys[i].child();
            scalars[i] = children[i] instanceof ScalarNode || children[i] instanceof PresentNode
                    ? children[i].check()
                    : null;
        }
    }

    /**
     * Arranges the keys: first the early ones in their order, then those that are global or have anchors below in
     * reverse order, then the others in their order.
     *
     * @param keys in the order of their texts
     */
    static MapNode of(List<KeyNode> keys, Expansions expansions) {
        int early = 0;
        int leading = 0;
        int tracked = 0;
        for (KeyNode key : keys) {
            KeyName name = key.name();
            early += name.early() ? 1 : 0;
            leading += !name.early() && leads(key, expansions) ? 1 : 0;
            tracked += name.tracked() ? 1 : 0;
        }
        KeyNode[] arranged = new KeyNode[keys.size()];
        KeyName[] trackedNames = new KeyName[tracked];
        int nextEarly = 0;
        int nextLeading = early + leading;
        int nextOther = nextLeading;
        int nextTracked = 0;
        for (int i = 0; i < arranged.length; i++) {
            KeyNode key = keys.get(i);
            if (key.name().early()) {
                arranged[nextEarly++] = key;
            } else if (leads(key, expansions)) {
                arranged[--nextLeading] = key;
            } else {
                arranged[nextOther++] = key;
            }
            if (key.name().tracked()) {
                trackedNames[nextTracked++] = key.name();
            }
        }
        return new MapNode(arranged, early, trackedNames, early + leading > 0);
    }

    private static boolean leads(KeyNode key, Expansions expansions) {
        return key.name().anchored() || key.anchoredBelow(expansions);
    }

    @Override
    Glance glance(JsonNode value, NumberView numbers, Expansions expansions) {
        if (!(value instanceof ObjectNode object)) {
            return Glance.FAIL;
        }
        Glance early = earlyKeys == 0 ? Glance.PASS : glanceEarly(object, numbers, expansions);
        if (early != Glance.PASS) {
            return early;
        }
        for (int i = earlyKeys; i < keys.length; i++) {
            Glance glance = glance(i, object, numbers, expansions);
            if (glance != Glance.PASS) {
                return glance;
            }
        }
        return Glance.PASS;
    }

    private Glance glance(int index, ObjectNode object, NumberView numbers, Expansions expansions) {
        JsonNode value = object.get(lookedUp[index]);
        if (value == null) {
            return keys[index].absent();
        }
        Glance glance = children[index].glance(value, numbers, expansions);
        return glance == Glance.PASS ? Glance.PASS : keys[index].mismatch(glance);
    }

    private Glance glanceEarly(ObjectNode object, NumberView numbers, Expansions expansions) {
        boolean applied = false;
        boolean wrapped = false;
        boolean direct = false;
        for (int i = 0; i < earlyKeys; i++) {
            Glance glance = glance(i, object, numbers, expansions);
            if (glance == Glance.PASS) {
                applied = true;
            } else if (glance == Glance.UNSURE) {
                return Glance.UNSURE;
            } else if (glance == Glance.DIRECT_SKIP) {
                direct = true;
            } else if (glance == Glance.WRAPPED_SKIP) {
                wrapped = true;
            } else if (!direct) {
                return failure(glance, expansions);
            }
        }
        return direct || (wrapped && !applied) ? Glance.WRAPPED_SKIP : Glance.PASS;
    }

    private static Glance failure(Glance glance, Expansions expansions) {
        // INVARIANT: after a skip the other keys are looked at, and what they expand stays
        return glance == Glance.FAIL || expansions == Expansions.NONE ? glance : Glance.UNSURE;
    }

    @Override
    @Nullable
    Fault examine(JsonNode value, Frame frame) {
        if (!(value instanceof ObjectNode object)) {
            return notMap(value, frame);
        }
        for (KeyName name : tracked) {
            frame.note(name, object);
        }
        int first = frame.first();
        Fault early = examineEarly(first, object, frame);
        if (early != null) {
            return early;
        }
        for (int i = Math.max(first, earlyKeys); i < keys.length; i++) {
            Fault fault = examine(i, object, frame);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private @Nullable Fault examine(int index, ObjectNode object, Frame frame) {
        JsonNode value = object.get(lookedUp[index]);
        Check scalar = scalars[index];
        boolean settled = value == null
                ? keys[index].absent() == Glance.PASS
                : scalar != null && scalar.passes(value, frame.numbers());
        return settled ? null : keys[index].examine(value, frame);
    }

    private @Nullable Fault examineEarly(int first, ObjectNode object, Frame frame) {
        List<Fault> skips = List.of();
        boolean applied = first > 0;
        boolean direct = false;
        for (int i = first; i < earlyKeys; i++) {
            Fault fault = examine(i, object, frame);
            if (fault == null) {
                applied = true;
            } else if (fault.skips()) {
                skips = Fault.Skips.add(skips, fault);
                direct |= !(fault instanceof Fault.Skips);
            } else if (!direct) {
                return fault;
            }
        }
        return direct || (!skips.isEmpty() && !applied) ? new Fault.Skips(skips) : null;
    }

    private static Fault notMap(JsonNode value, Frame frame) {
        Place place = frame.trail().place();
        return new Fault.Plain(
                place,
                () -> "pattern and resource have different structures. Path: " + place.path()
                        + ". Expected map[string]interface {}, found " + GoText.typeName(value, frame.numbers()),
                frame.pathMaySpeakOfSkip());
    }

    @Override
    Check check() {
        for (int i = 0; i < earlyKeys; i++) {
            // a skip among the early keys is made up for by another one of them
            if (!keys[i].neverSkips()) {
                return super.check();
            }
        }
        List<FieldsCheck.Field> fields = new ArrayList<>(keys.length);
        for (int i = 0; i < keys.length; i++) {
            fields.add(new FieldsCheck.Field(lookedUp[i], keys[i].absent() == Glance.PASS, children[i].check()));
        }
        return new FieldsCheck(fields);
    }

    @Override
    boolean neverSkips() {
        for (KeyNode key : keys) {
            if (!key.neverSkips()) {
                return false;
            }
        }
        return true;
    }

    @Override
    boolean anchored(Expansions expansions) {
        return anchored;
    }
}
