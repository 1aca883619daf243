package io.ephor.jmespath;

import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.arithmetic.ArithmeticFunctions;
import io.ephor.jmespath.function.arithmetic.VersionFunctions;
import io.ephor.jmespath.function.certificate.CertificateFunctions;
import io.ephor.jmespath.function.data.DataFunctions;
import io.ephor.jmespath.function.text.StringFunctions;
import io.ephor.jmespath.function.time.TimeFunctions;
import java.util.List;
import java.util.stream.Stream;

/**
 * The functions that only Kyverno has.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go
 */
final class KyvernoFunctions {
    static final List<NamedFunction> ALL = Stream.of(
                    StringFunctions.ALL,
                    DataFunctions.ALL,
                    ArithmeticFunctions.ALL,
                    VersionFunctions.ALL,
                    TimeFunctions.ALL,
                    CertificateFunctions.ALL)
            .flatMap(List::stream)
            .toList();

    private KyvernoFunctions() {}
}
