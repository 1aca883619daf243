package io.ephor.jmespath.function;

import java.util.List;
import java.util.stream.Stream;

/** The functions of standard JMESPath, as Kyverno has them. */
public final class StandardFunctions {
    /** All of them. */
    public static final List<NamedFunction> ALL = Stream.of(
                    NumberFunctions.ALL,
                    TextFunctions.ALL,
                    ListFunctions.ALL,
                    ObjectFunctions.ALL,
                    ConversionFunctions.ALL,
                    ExpressionFunctions.ALL)
            .flatMap(List::stream)
            .toList();

    private StandardFunctions() {}
}
