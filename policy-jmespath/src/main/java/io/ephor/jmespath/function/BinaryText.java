package io.ephor.jmespath.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text whose bytes are not UTF-8, as {@code base64_decode} may make one. As a text it has U+FFFD for each byte that is
 * no part of a character, which is also its JSON; where bytes matter, {@link #bytes} has them. A function that makes
 * another text of it works on the text.
 */
public final class BinaryText extends TextNode {
    private static final long serialVersionUID = 1L;

    private final transient byte[] bytes;

    private BinaryText(String text, byte[] bytes) {
        super(text);
        this.bytes = bytes;
    }

    /** Returns the text of bytes, which keeps them where they are not UTF-8. */
    public static TextNode of(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        boolean broken = false;
        while (decoder.decode(in, out, true).isError()) {
            broken = true;
            out.put('\uFFFD');
            in.position(in.position() + 1);
        }
        String text = out.flip().toString();
        return broken ? new BinaryText(text, bytes) : TextNode.valueOf(text);
    }

    /** Returns the bytes of a text: those that it was made of, otherwise its UTF-8 form. */
    public static byte[] bytes(JsonNode text) {
        if (text instanceof BinaryText binary) {
            return binary.bytes.clone();
        }
        String value = text.textValue();
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /** Says whether two texts are the same, byte for byte. */
    static boolean same(JsonNode left, JsonNode right) {
        if (left instanceof BinaryText || right instanceof BinaryText) {
            return Arrays.equals(bytes(left), bytes(right));
        }
        return left.textValue().equals(right.textValue());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextNode text && same(this, text);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
