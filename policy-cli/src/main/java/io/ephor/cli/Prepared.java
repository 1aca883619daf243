package io.ephor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Diagnostic;
import io.ephor.PolicyEngine;
import io.ephor.PolicyException;
import io.ephor.values.YamlDocument;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * What a command line names, loaded. Nobody writes to it.
 *
 * @param engine the engine that the policies come from
 * @param facts who makes the requests, and with which values
 * @param cluster the resources
 * @param documents what the resources to be judged were read from, by the resources themselves
 * @param exceptions the policy exceptions that count
 * @param exceptionsComplete whether every exception could be loaded; where not, nothing is to be evaluated
 * @param diagnostics what the engine found in policies and exceptions
 */
record Prepared(
        PolicyEngine engine,
        RequestFacts facts,
        LoadedPolicies loaded,
        LocalCluster cluster,
        IdentityHashMap<JsonNode, YamlDocument> documents,
        List<PolicyException> exceptions,
        boolean exceptionsComplete,
        List<Diagnostic> diagnostics) {
    Prepared {
        exceptions = List.copyOf(exceptions);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Returns how the command ends. */
    Outcome outcome(int exitCode) {
        return new Outcome(exitCode, diagnostics);
    }
}
