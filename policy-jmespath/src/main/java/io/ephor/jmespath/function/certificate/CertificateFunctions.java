package io.ephor.jmespath.function.certificate;

import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.Signature;
import java.util.List;
import java.util.Objects;

/** {@code x509_decode}. Kyverno: pkg/engine/jmespath/functions.go */
public final class CertificateFunctions {
    /** All of them. */
    public static final List<NamedFunction> ALL = List.of(new NamedFunction(
            Signature.of("x509_decode", STRING),
            (given, context) -> decode(given.get(0).textValue())));

    private CertificateFunctions() {}

    private static JsonNode decode(String text) {
        Pem block = Pem.first(text);
        if (block == null) {
            throw new FunctionException("failed to decode PEM block");
        }
        try {
            return switch (block.type()) {
                case "CERTIFICATE" -> Certificate.read(block.der());
                case "CERTIFICATE REQUEST" -> CertificateRequest.read(block.der());
                default ->
                    throw new FunctionException("PEM block neither contains a CERTIFICATE or CERTIFICATE REQUEST");
            };
        } catch (IllegalArgumentException fault) {
            throw new FunctionException(Objects.requireNonNull(fault.getMessage()));
        }
    }
}
