package io.ephor.values.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.values.text.Excerpt;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;

/**
 * Reads the first document of a YAML text: takes the events of the parser, gives scalars the meaning that Go gives them,
 * and expands aliases and merge keys.
 *
 * <p>Kyverno: go.yaml.in/yaml/v2/decode.go
 */
final class YamlText {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            // The version is judged on the event, which has a place.
            .setVersionFunction(version -> version)
            .build();

    private final TreeBuilder tree;
    private final YamlScanner scanner;
    private final Iterator<Event> events;
    private final Map<String, AnchoredNode> anchors = new HashMap<>();
    private boolean[] blocks = new boolean[16];
    private int depth;
    private int position;

    YamlText(String text, TreeLimits limits, TreeBuilder tree) {
        this.tree = tree;
        this.scanner = new YamlScanner(new YamlCursor(text, limits.scalarChars()));
        this.events = new ParserImpl(SETTINGS, scanner);
    }

    /** Builds the tree. */
    void read() {
        while (!tree.isComplete()) {
            Event event = next();
            switch (event.getEventId()) {
                case DocumentStart -> checkVersion((DocumentStartEvent) event);
                case Scalar -> scalar((ScalarEvent) event);
                case Alias -> alias((AliasEvent) event);
                case MappingStart, SequenceStart -> start((CollectionStartEvent) event);
                case MappingEnd, SequenceEnd -> end(event);
                case DocumentEnd, StreamEnd -> {
                    return;
                }
                default -> {
                    // the start of the stream
                }
            }
        }
        // What follows the document is not read, but its first token is looked at.
        scanner.peekToken();
    }

    private Event next() {
        try {
            Event event = events.next();
            position = end(event.getEndMark());
            return event;
        } catch (TextFaultException fault) {
            throw fault;
        } catch (MarkedYamlEngineException fault) {
            Optional<Mark> mark = fault.getProblemMark().or(fault::getContextMark);
            int at = mark.map(Mark::getIndex).orElse(position);
            throw fault("yaml-syntax", at, at + 1, ParserMessages.inOurWords(fault.getContext(), fault.getProblem()));
        } catch (RuntimeException fault) {
            throw fault("yaml-syntax", position, position + 1, "the text cannot be read from here on");
        }
    }

    private void checkVersion(DocumentStartEvent event) {
        Optional<SpecVersion> version = event.getSpecVersion();
        boolean known = version.isEmpty()
                || (version.get().getMajor() == 1 && version.get().getMinor() == 1);
        if (!known) {
            throw fault(
                    "yaml-version", 0, 0, "a document can only declare YAML 1.1, as Kubernetes reads no other version");
        }
    }

    private void scalar(ScalarEvent event) {
        int start = start(event.getStartMark());
        String text = event.getValue();
        boolean noTag = event.getTag().isEmpty();
        boolean isKey = tree.wantsKey();
        if (noTag && event.getAnchor().isEmpty() && !event.isPlain()) {
            if (isKey) {
                tree.key(text, KeyKinds.TEXT, start, position);
            } else {
                checkMerge(start, position, false);
                tree.scalar(TextNode.valueOf(text), null, start, position);
            }
            return;
        }
        YamlScalar scalar = new YamlScalar(text, event.getTag().orElse(null), event.isPlain());
        AnchoredNode anchored =
                event.getAnchor().isEmpty() ? null : anchor(event.getAnchor().get(), scalar);
        if (isKey) {
            key(scalar, start, position);
            if (anchored != null) {
                TreeBuilder.anchorKey(anchored, json(scalar, start, position));
            }
            return;
        }
        checkMerge(start, position, false);
        tree.scalar(json(scalar, start, position), anchored, start, position);
    }

    private void alias(AliasEvent event) {
        int start = start(event.getStartMark());
        String name = event.getAlias().getValue();
        AnchoredNode target = anchors.get(name);
        if (target == null) {
            throw fault(
                    "yaml-alias", start, position, "no anchor `" + ShownText.of(name) + "` stands before this alias");
        }
        if (target.isOpen()) {
            throw fault(
                    "yaml-alias", start, position, "the value of anchor `" + ShownText.of(name) + "` contains itself");
        }
        if (tree.wantsKey()) {
            if (target.scalar == null) {
                throw containerKey(start);
            }
            key(target.scalar, start, position);
            return;
        }
        checkMerge(start, position, target.isObject());
        tree.alias(target, start, position);
    }

    private void start(CollectionStartEvent event) {
        int start = start(event.getStartMark());
        if (tree.wantsKey()) {
            throw containerKey(start);
        }
        boolean isObject = event.getEventId() == Event.ID.MappingStart;
        checkMerge(start, position, isObject || tree.wantsMerge());
        AnchoredNode anchored =
                event.getAnchor().isEmpty() ? null : anchor(event.getAnchor().get(), null);
        if (isObject) {
            tree.startObject(anchored, start, position);
        } else {
            tree.startArray(anchored, start, position);
        }
        if (depth == blocks.length) {
            blocks = Arrays.copyOf(blocks, depth * 2);
        }
        blocks[depth++] = event.getFlowStyle() == FlowStyle.BLOCK;
    }

    private void end(Event event) {
        depth--;
        // The end of a block is only noticed at what follows it.
        tree.end(blocks[depth] ? -1 : end(event.getEndMark()));
    }

    private AnchoredNode anchor(Anchor name, @Nullable YamlScalar scalar) {
        AnchoredNode anchored = new AnchoredNode(scalar);
        anchors.put(name.getValue(), anchored);
        return anchored;
    }

    private void checkMerge(int start, int end, boolean fits) {
        if (!fits && (tree.wantsMerge() || tree.insideMergeList())) {
            throw fault("yaml-merge", start, end, "a merge key takes an object or a list of objects");
        }
    }

    private JsonNode json(YamlScalar scalar, int start, int end) {
        JsonNode value = scalar.resolve();
        if (value == null) {
            String tag = scalar.tag() == null ? "" : scalar.tag();
            String shortTag = tag.substring(tag.lastIndexOf(':') + 1);
            throw fault(
                    "yaml-invalid-value",
                    start,
                    end,
                    "`" + ShownText.of(scalar.text()) + "` is no value of the tag `!!" + Excerpt.of(shortTag) + "`");
        }
        JsonNode json = YamlNumbers.json(value);
        if (json == null) {
            throw fault(
                    "yaml-invalid-value",
                    start,
                    end,
                    "`" + ShownText.of(scalar.text()) + "` is a number that JSON does not have");
        }
        return json;
    }

    private void key(YamlScalar scalar, int start, int end) {
        if (scalar.isMerge()) {
            tree.key(Places.MERGE, KeyKinds.TEXT, start, end);
            return;
        }
        JsonNode value = scalar.resolve();
        if (value instanceof TextNode) {
            tree.key(value.textValue(), KeyKinds.TEXT, start, end);
        } else if (value instanceof DoubleNode) {
            tree.key(YamlNumbers.keyText(value.doubleValue()), KeyKinds.FRACTION, start, end);
        } else if (value != null && value.isBoolean()) {
            tree.key(value.booleanValue() ? "true" : "false", KeyKinds.BOOLEAN, start, end);
        } else if (value != null && value.canConvertToLong() && value.isIntegralNumber()) {
            tree.key(Long.toString(value.longValue()), KeyKinds.INTEGER, start, end);
        } else {
            String what = value == null || value instanceof NullNode ? "null" : "an integer beyond 64 bits";
            throw fault("yaml-invalid-key", start, end, what + " cannot be the key of an object");
        }
    }

    private TextFaultException containerKey(int start) {
        return fault(
                "yaml-invalid-key",
                start,
                position,
                "an object or a list cannot be the key of an object; text that starts with `{{` needs quotes");
    }

    private TextFaultException fault(String code, int start, int end, String message) {
        return new TextFaultException(code, start, end, message);
    }

    private int start(Optional<Mark> mark) {
        return mark.isPresent() ? mark.get().getIndex() : position;
    }

    private int end(Optional<Mark> mark) {
        return mark.isPresent() ? mark.get().getIndex() : position;
    }
}
