package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.GoText;
import io.ephor.values.NumberView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map of a pattern, its keys in the order in which they are looked at.
 *
 * <p>Kyverno: {@code pkg/engine/validate/validate.go}, validateMap, and {@code utils.go} for the order
 */
final class MapNode implements Node {
    private final KeyNode[] early;
    private final KeyNode[] late;
    private final @Nullable PlainKey[] latePlain;
    private final KeyName[] tracked;
    private final boolean anchored;

    private MapNode(KeyNode[] early, KeyNode[] late, KeyName[] tracked, boolean anchored) {
        this.early = early;
        this.late = late;
        this.latePlain = new @Nullable PlainKey[late.length];
        for (int i = 0; i < late.length; i++) {
            latePlain[i] = late[i] instanceof PlainKey plain ? plain : null;
        }
        this.tracked = tracked;
        this.anchored = anchored;
    }

    /**
     * Arranges the keys: first the early ones in their order, then those that are global or have anchors below in
     * reverse order, then the others in their order.
     *
     * @param keys in the order of their texts
     */
    static MapNode of(List<KeyNode> keys, Expansions expansions) {
        List<KeyNode> early = new ArrayList<>();
        Deque<KeyNode> late = new ArrayDeque<>();
        List<KeyName> tracked = new ArrayList<>();
        boolean anchored = false;
        for (KeyNode key : keys) {
            KeyName name = key.name();
            boolean leads = name.anchored() || key.anchoredBelow(expansions);
            anchored |= leads;
            if (name.early()) {
                early.add(key);
            } else if (leads) {
                late.addFirst(key);
            } else {
                late.addLast(key);
            }
            if (name.tracked()) {
                tracked.add(name);
            }
        }
        return new MapNode(
                early.toArray(KeyNode[]::new), late.toArray(KeyNode[]::new), tracked.toArray(KeyName[]::new), anchored);
    }

    @Override
    public Glance glance(JsonNode value, NumberView numbers, Expansions expansions) {
        if (!(value instanceof ObjectNode object)) {
            return Glance.FAIL;
        }
        boolean applied = false;
        boolean wrapped = false;
        boolean direct = false;
        for (KeyNode key : early) {
            switch (key.glance(object, numbers, expansions)) {
                case PASS -> applied = true;
                case WRAPPED_SKIP -> wrapped = true;
                case DIRECT_SKIP -> direct = true;
                case UNSURE -> {
                    return Glance.UNSURE;
                }
                case FAIL -> {
                    if (!direct) {
                        return Glance.FAIL;
                    }
                }
                case FAIL_OR_SKIP -> {
                    if (!direct) {
                        // INVARIANT: after a skip the other keys are looked at, and what they expand stays
                        return expansions == Expansions.NONE ? Glance.FAIL_OR_SKIP : Glance.UNSURE;
                    }
                }
            }
        }
        if (direct || (wrapped && !applied)) {
            return Glance.WRAPPED_SKIP;
        }
        for (int i = 0; i < late.length; i++) {
            PlainKey plain = latePlain[i];
            Glance glance = plain == null
                    ? late[i].glance(object, numbers, expansions)
                    : plain.glance(object, numbers, expansions);
            if (glance != Glance.PASS) {
                return glance;
            }
        }
        return Glance.PASS;
    }

    @Override
    public @Nullable Fault examine(JsonNode value, Place place, Frame frame) {
        if (!(value instanceof ObjectNode object)) {
            return notMap(value, place, frame);
        }
        for (KeyName name : tracked) {
            frame.note(name, object);
        }
        return examineKeys(object, place, frame);
    }

    static Fault notMap(JsonNode value, Place place, Frame frame) {
        return new Fault.Plain(
                place,
                () -> "pattern and resource have different structures. Path: " + place.path()
                        + ". Expected map[string]interface {}, found " + GoText.typeName(value, frame.numbers()));
    }

    private @Nullable Fault examineKeys(ObjectNode object, Place place, Frame frame) {
        List<Fault> skips = List.of();
        boolean applied = false;
        boolean direct = false;
        for (KeyNode key : early) {
            Fault fault = key.examine(object, place, frame);
            if (fault == null) {
                applied = true;
            } else if (fault.skips()) {
                skips = Fault.Skips.add(skips, fault);
                direct |= !(fault instanceof Fault.Skips);
            } else if (!direct) {
                return fault;
            }
        }
        if (direct || (!skips.isEmpty() && !applied)) {
            return new Fault.Skips(skips);
        }
        for (KeyNode key : late) {
            Fault fault = key.examine(object, place, frame);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    @Override
    public boolean anchored(Expansions expansions) {
        return anchored;
    }
}
