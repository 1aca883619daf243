package io.ephor.patches.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.patches.merge.DraftKey.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a patch and the resource together: settles {@code +(key)}, checks {@code (key)} and {@code <(key)}, and
 * adds an element to a list of the patch for each element of the resource that an anchored element concerns.
 *
 * <p>Kyverno: {@code pkg/engine/mutate/patch/strategicPreprocessing.go}
 */
final class AnchorWalk {
    private final Budget budget;

    AnchorWalk(Budget budget) {
        this.budget = budget;
    }

    /**
     * Resolves the anchors of a draft, which is written to.
     *
     * @param resource the value at the same place of the resource, null where there is none
     * @return the condition that is not met, null when all are
     */
    @Nullable
    Unmet walk(Draft pattern, @Nullable JsonNode resource) {
        budget.spend();
        if (pattern instanceof Draft.Mapping mapping) {
            return walkMapping(mapping, resource);
        }
        if (pattern instanceof Draft.Sequence sequence
                && !sequence.elements().isEmpty()
                && sequence.elements().get(0) instanceof Draft.Mapping) {
            return walkElements(sequence, resource);
        }
        return null;
    }

    private @Nullable Unmet walkMapping(Draft.Mapping pattern, @Nullable JsonNode resource) {
        settleAdditions(pattern, resource);
        Unmet unmet = check(pattern, resource, Kind.GLOBAL);
        if (unmet == null) {
            unmet = check(pattern, resource, Kind.CONDITION);
        }
        if (unmet != null) {
            return unmet;
        }
        for (Draft.Entry entry : pattern.snapshot()) {
            if (!entry.key().isAnchored()) {
                String key = entry.key().text();
                Draft.Entry first = pattern.find(key);
                unmet = walk((first == null ? entry : first).value(), field(resource, key));
                if (unmet != null) {
                    return unmet;
                }
            }
        }
        return null;
    }

    /** Drops what the resource has already, and makes plain keys of the others. */
    private boolean settleAdditions(Draft.Mapping pattern, @Nullable JsonNode resource) {
        boolean any = false;
        for (Draft.Entry entry : pattern.snapshot()) {
            if (entry.key().kind() != Kind.ADDITION) {
                continue;
            }
            any = true;
            String written = entry.key().canonical();
            Draft.Entry found = pattern.find(written);
            if (found == null) {
                continue;
            }
            if (field(resource, entry.key().bare()) != null) {
                pattern.clear(written);
            } else {
                found.rename(entry.key().bare());
            }
        }
        return any;
    }

    private @Nullable Unmet check(Draft.Mapping pattern, @Nullable JsonNode resource, Kind kind) {
        for (Draft.Entry entry : pattern.snapshot()) {
            if (entry.key().kind() == kind) {
                String reason = mismatch(pattern, entry.key(), resource);
                if (reason != null) {
                    return new Unmet(kind == Kind.GLOBAL, reason);
                }
            }
        }
        return null;
    }

    private @Nullable String mismatch(Draft.Mapping pattern, DraftKey key, @Nullable JsonNode resource) {
        JsonNode value = field(resource, key.bare());
        if (value == null) {
            return "could not found \"" + key.bare() + "\" key in the resource";
        }
        Draft.Entry entry = pattern.find(key.canonical());
        if (entry == null) {
            throw new MergeFault("blanks around the anchor in the key `" + key.text() + "`");
        }
        // A condition with additions right below it is met by being there.
        if (entry.value() instanceof Draft.Mapping mapping && settleAdditions(mapping, value)) {
            entry.forgetCondition();
            return null;
        }
        return entry.condition().mismatch(value);
    }

    private @Nullable Unmet walkElements(Draft.Sequence pattern, @Nullable JsonNode resource) {
        requireList(resource);
        for (Draft element : List.copyOf(pattern.elements())) {
            if (Anchors.anyIn(element)) {
                Unmet unmet = walkElement(pattern, element, resource);
                if (unmet != null) {
                    return unmet;
                }
            }
        }
        return null;
    }

    private @Nullable Unmet walkElement(Draft.Sequence pattern, Draft element, @Nullable JsonNode resource) {
        boolean gates = Anchors.globalIn(element);
        // INVARIANT: one copy for all elements of the resource. What the first of them settles stays settled.
        Draft working = element.copy(budget);
        if (resource == null) {
            Unmet unmet = walk(working, null);
            return unmet != null && unmet.global() ? unmet : null;
        }
        boolean passed = false;
        Unmet last = null;
        for (JsonNode candidate : resource) {
            Unmet unmet = walk(working, candidate);
            if (unmet != null) {
                last = unmet.global() ? unmet : last;
            } else if (gates) {
                passed = true;
            } else {
                append(pattern, working, candidate);
            }
        }
        return passed ? null : last;
    }

    /** Adds what is left of an anchored element, under the name of the element of the resource that it concerns. */
    private void append(Draft.Sequence pattern, Draft working, JsonNode candidate) {
        JsonNode name = candidate.get("name");
        boolean nameless = Values.isNothing(name) || (name != null && name.isContainerNode() && name.isEmpty());
        if (name == null || nameless) {
            return;
        }
        Draft copy = working.copy(budget);
        if (new AnchorStripping(budget).strip(copy, true)) {
            return;
        }
        if (!(copy instanceof Draft.Mapping mapping)) {
            throw new MergeFault("failed to update name in pattern: "
                    + MergeFault.wrongKind("MappingNode", copy.kindName(), FlowText.of(copy.toJson()))
                            .getMessage());
        }
        Draft.Entry entry = mapping.find("name");
        if (entry == null) {
            mapping.entries().add(new Draft.Entry(DraftKey.of("name"), new Draft.Scalar(name), null));
        } else {
            JsonNode old = entry.value() instanceof Draft.Scalar scalar ? scalar.value() : null;
            entry.replace(new Draft.Scalar(Values.over(old, name)));
        }
        pattern.elements().add(mapping);
    }

    private static void requireList(@Nullable JsonNode resource) {
        if (resource != null && !resource.isArray() && !Values.isNothing(resource)) {
            throw MergeFault.wrongKind("SequenceNode", Values.kindName(resource), FlowText.of(resource));
        }
    }

    private static @Nullable JsonNode field(@Nullable JsonNode resource, String key) {
        return resource == null ? null : resource.get(key);
    }
}
