package io.ephor.engine.read.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/**
 * The words in which the shapes of the policy kinds are written down. There are two dialects: strict where the schema of
 * the CRD describes a field, lenient where the schema leaves a field open and only Go's decoding looks at it. The latter
 * knows types, but neither required fields nor allowed values nor defaults, and it ignores fields that it does not know.
 */
final class ShapeWords {
    static final ShapeWords STRICT = new ShapeWords(true);
    static final ShapeWords LENIENT = new ShapeWords(false);

    private final boolean strict;

    private ShapeWords(boolean strict) {
        this.strict = strict;
    }

    Fields object() {
        return new Fields();
    }

    Shape text() {
        return TextShape.PLAIN;
    }

    Shape textUpTo(int bytes) {
        return strict ? new TextShape(List.of(), bytes) : TextShape.PLAIN;
    }

    Shape oneOf(String... values) {
        return strict ? new TextShape(List.of(values), Integer.MAX_VALUE) : TextShape.PLAIN;
    }

    Shape truth() {
        return new BooleanShape();
    }

    Shape integer() {
        return integerFrom(Integer.MIN_VALUE);
    }

    Shape integerFrom(int minimum) {
        return new IntegerShape(strict ? minimum : Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    Shape longInteger() {
        return new IntegerShape(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    Shape any() {
        return new AnyShape();
    }

    ListShape listOf(Shape item) {
        return new ListShape(item);
    }

    Shape texts() {
        return listOf(text());
    }

    Shape mapOf(Shape value) {
        return new MapShape(value, null);
    }

    Shape textMap() {
        return mapOf(text());
    }

    /** A map of texts as the metadata of an object has it: decoded by Go, for which null is the empty text. */
    Shape metadataMap() {
        return new MapShape(text(), TextNode.valueOf(""));
    }

    /** An object whose fields are being listed. */
    final class Fields {
        private final ObjectShape.Builder builder = ObjectShape.builder();

        private Fields() {
            if (!strict) {
                builder.open();
            }
        }

        Fields field(String name, Shape shape) {
            builder.field(name, shape);
            return this;
        }

        Fields texts(String... names) {
            for (String name : names) {
                builder.field(name, text());
            }
            return this;
        }

        Fields truths(String... names) {
            for (String name : names) {
                builder.field(name, ShapeWords.this.truth());
            }
            return this;
        }

        Fields anything(String... names) {
            for (String name : names) {
                builder.field(name, any());
            }
            return this;
        }

        Fields required(String name, Shape shape) {
            if (strict) {
                builder.required(name, shape);
                return this;
            }
            return field(name, shape);
        }

        Fields requiredTexts(String... names) {
            for (String name : names) {
                required(name, text());
            }
            return this;
        }

        Fields truth(String name, boolean defaultValue) {
            return defaulted(name, ShapeWords.this.truth(), BooleanNode.valueOf(defaultValue));
        }

        Fields defaulted(String name, Shape shape, String defaultValue) {
            return defaulted(name, shape, TextNode.valueOf(defaultValue));
        }

        private Fields defaulted(String name, Shape shape, JsonNode defaultValue) {
            if (strict) {
                builder.defaulted(name, shape, defaultValue);
                return this;
            }
            return field(name, shape);
        }

        Fields listOfSelf(String name) {
            builder.listOfSelf(name);
            return this;
        }

        /** Lets fields that are not known pass, because the schema keeps them. */
        Fields open() {
            builder.open();
            return this;
        }

        Fields atMostOneOf(String... names) {
            if (strict) {
                builder.atMostOneOf(names);
            }
            return this;
        }

        Fields exactlyOneOf(String... names) {
            if (strict) {
                builder.exactlyOneOf(names);
            }
            return this;
        }

        ObjectShape shape() {
            return builder.build();
        }
    }
}
