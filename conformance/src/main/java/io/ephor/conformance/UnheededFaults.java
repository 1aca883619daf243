package io.ephor.conformance;

import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.values.SourceRange;

/** Takes no notice of faults: the rows tell what becomes of faulty expressions in an evaluation. */
final class UnheededFaults implements FaultCollector {
    @Override
    public void report(Fault fault) {}

    @Override
    public SourceRange locate(String pointer) {
        throw new IllegalStateException("the rows have no source");
    }
}
