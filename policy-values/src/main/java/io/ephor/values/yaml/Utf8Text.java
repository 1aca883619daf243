package io.ephor.values.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text decoded from UTF-8, with a U+FFFD for what was broken, and where that was. Immutable. */
public final class Utf8Text {
    private static final int[] NONE = {};

    private final String text;

    // offsets in the text, in chars, ascending
    private final int[] broken;

    private Utf8Text(String text, int[] broken) {
        this.text = text;
        this.broken = broken;
    }

    /** Returns a text that was never bytes. */
    public static Utf8Text of(String text) {
        return new Utf8Text(text, NONE);
    }

    public static Utf8Text decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? of(text) : decodeWatchfully(bytes);
    }

    public String text() {
        return text;
    }

    /** Returns the first broken offset in a range, -1 when there is none. */
    public int brokenIn(int start, int end) {
        int found = Arrays.binarySearch(broken, start);
        int index = found >= 0 ? found : -found - 1;
        return index < broken.length && broken[index] < end ? broken[index] : -1;
    }

    /** Decodes as Go does: each byte that is not part of a character becomes a U+FFFD of its own. */
    static String decodeByteForByte(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : decodeWatchfully(bytes).text();
    }

    private static Utf8Text decodeWatchfully(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        int[] broken = new int[4];
        int count = 0;
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                break;
            }
            if (count == broken.length) {
                broken = Arrays.copyOf(broken, count * 2);
            }
            broken[count++] = out.position();
            out.put('\uFFFD');
            in.position(in.position() + 1);
        }
        return new Utf8Text(out.flip().toString(), Arrays.copyOf(broken, count));
    }
}
