package io.ephor.conformance;

import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.values.SourceRange;

/** Takes every fault as a mistake of the suite: its rows are sound. */
final class RefusingCollector implements FaultCollector {
    @Override
    public void report(Fault fault) {
        throw new IllegalStateException(fault.toString());
    }

    @Override
    public SourceRange locate(String pointer) {
        throw new IllegalStateException("the rows have no source");
    }
}
