package io.ephor.jmespath.function.text;

import io.ephor.jmespath.function.NamedFunction;
import java.util.List;
import java.util.stream.Stream;

/** The functions of this package. */
public final class StringFunctions {
    /** All of them. */
    public static final List<NamedFunction> ALL = Stream.of(
                    CaseFunctions.ALL,
                    TrimFunctions.ALL,
                    ReplaceFunctions.ALL,
                    RegexFunctions.ALL,
                    MatchFunctions.ALL,
                    EncodingFunctions.ALL,
                    DigestFunctions.ALL,
                    PathFunction.ALL,
                    RandomFunction.ALL)
            .flatMap(List::stream)
            .toList();

    private StringFunctions() {}
}
