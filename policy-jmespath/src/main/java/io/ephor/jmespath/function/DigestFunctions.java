package io.ephor.jmespath.function;

import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * {@code sha256}, {@code sha1} and {@code md5}: the digest of a text's UTF-8 form in lower-case hexadecimal digits.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go
 */
final class DigestFunctions {
    static final List<NamedFunction> ALL =
            List.of(digest("sha256", "SHA-256"), digest("sha1", "SHA-1"), digest("md5", "MD5"));

    private DigestFunctions() {}

    private static NamedFunction digest(String name, String algorithm) {
        return new NamedFunction(
                Signature.of(name, STRING),
                (given, context) -> TextNode.valueOf(hex(algorithm, given.get(0).textValue())));
    }

    private static String hex(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new FunctionException("this platform has no " + algorithm);
        }
    }
}
