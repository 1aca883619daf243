package io.ephor.jmespath.function.data;

import io.ephor.jmespath.function.NamedFunction;
import java.util.List;
import java.util.stream.Stream;

/** The functions of this package. */
public final class DataFunctions {
    /** All of them. */
    public static final List<NamedFunction> ALL = Stream.of(
                    ParseFunctions.ALL, LookupFunctions.ALL, ImageFunction.ALL, UrlFunction.ALL)
            .flatMap(List::stream)
            .toList();

    private DataFunctions() {}
}
