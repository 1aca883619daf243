package io.ephor.jmespath.function.text;

import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.function.BinaryText;
import io.ephor.jmespath.function.FunctionContext;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.Signature;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;

/**
 * {@code base64_encode} and {@code base64_decode}: the standard alphabet with padding, in which line ends do not count.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go
 */
final class EncodingFunctions {
    static final List<NamedFunction> ALL = List.of(
            new NamedFunction(Signature.of("base64_encode", STRING), (given, context) -> encode(given.get(0), context)),
            new NamedFunction(
                    Signature.of("base64_decode", STRING),
                    (given, context) -> decode(given.get(0).textValue())));

    private static final int PADDING = '=';

    private EncodingFunctions() {}

    private static JsonNode encode(JsonNode text, FunctionContext context) {
        byte[] bytes = BinaryText.bytes(text);
        if (bytes.length / 3L * 4 > context.textLength()) {
            throw FunctionException.limit("text is longer than " + context.textLength() + " characters");
        }
        return TextNode.valueOf(Base64.getEncoder().encodeToString(bytes));
    }

    private static JsonNode decode(String text) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(text.length() / 4 * 3 + 3);
        int bits = 0;
        int digits = 0;
        int at = 0;
        while (at < text.length() && text.charAt(at) != PADDING) {
            char c = text.charAt(at);
            if (!isLineEnd(c)) {
                int digit = digit(c);
                if (digit < 0) {
                    throw illegal(at);
                }
                bits = (bits << 6) | digit;
                digits++;
                if (digits % 4 == 0) {
                    decoded.write(bits >> 16);
                    decoded.write(bits >> 8);
                    decoded.write(bits);
                }
            }
            at++;
        }
        requirePadding(text, at, digits % 4);
        if (digits % 4 == 2) {
            decoded.write(bits >> 4);
        } else if (digits % 4 == 3) {
            decoded.write(bits >> 10);
            decoded.write(bits >> 2);
        }
        return BinaryText.of(decoded.toByteArray());
    }

    /** The last group must be filled up, and nothing may follow. */
    private static void requirePadding(String text, int start, int digits) {
        int missing = (4 - digits) % 4;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isLineEnd(c)) {
                continue;
            }
            if (c != PADDING || missing == 0) {
                throw illegal(at);
            }
            missing--;
        }
        if (missing > 0 || digits == 1) {
            throw illegal(start);
        }
    }

    private static int digit(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static FunctionException illegal(int at) {
        return new FunctionException("illegal base64 data at input byte " + at);
    }
}
