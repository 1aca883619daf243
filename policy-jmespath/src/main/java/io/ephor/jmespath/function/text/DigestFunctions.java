package io.ephor.jmespath.function.text;

import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.function.BinaryText;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.Signature;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * {@code sha256}, {@code sha1} and {@code md5}: the digest of a text's bytes in lower-case hexadecimal digits.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go
 */
final class DigestFunctions {
    static final List<NamedFunction> ALL =
            List.of(digest("sha256", "SHA-256"), digest("sha1", "SHA-1"), digest("md5", "MD5"));

    private DigestFunctions() {}

    private static NamedFunction digest(String name, String algorithm) {
        return new NamedFunction(
                Signature.of(name, STRING), (given, context) -> TextNode.valueOf(hex(algorithm, given.get(0))));
    }

    private static String hex(String algorithm, JsonNode text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(BinaryText.bytes(text));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new FunctionException("this platform has no " + algorithm);
        }
    }
}
