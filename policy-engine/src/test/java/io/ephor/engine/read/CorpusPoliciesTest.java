package io.ephor.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ephor.Diagnostic;
import io.ephor.values.YamlLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Reads every policy of the corpus, and every policy whose reading has been recorded. */
class CorpusPoliciesTest {
    /** Parts of objects that are compared with a cluster, templates, and policies that a cluster is expected to refuse. */
    private static final Pattern NO_POLICY = Pattern.compile(
            ".*(assert|ready|error|check-autogen|validate-reference/clusterpolicy|schedule-based-quotas).*");

    private final PolicyReader reader = new PolicyReader(YamlLimits.DEFAULT);

    @Test
    void readsEveryPublicPolicyWithoutAFault() throws IOException {
        Optional<Path> root = CorpusFiles.root();
        if (root.isEmpty()) {
            return;
        }
        List<String> faults = new ArrayList<>();
        int read = 0;
        for (String folder : List.of("policies", "kyverno", "seeds")) {
            for (Path file : CorpusFiles.yaml(root.get().resolve(folder))) {
                if (!NO_POLICY.matcher(file.toString()).matches()) {
                    read += readFile(root.get().relativize(file).toString(), Files.readString(file), faults);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(read).isGreaterThan(1_000);
    }

    private int readFile(String name, String text, List<String> faults) {
        int read = 0;
        for (PolicyDocument document : reader.read(name, text).documents()) {
            String policyName =
                    document.faults().document().path("metadata").path("name").textValue();
            boolean template = policyName != null && policyName.contains("(");
            if (document.isOfOtherKind() || !document.kind().group().equals("kyverno.io") || template) {
                continue;
            }
            read++;
            for (Diagnostic diagnostic : document.faults().diagnostics()) {
                faults.add(diagnostic.render());
            }
        }
        return read;
    }

    @Test
    void refusesWhatTheSchemaRefusesAndReadsWhatIsAccepted() throws IOException {
        Optional<Path> root = CorpusFiles.root();
        if (root.isEmpty()) {
            return;
        }
        JsonMapper json = new JsonMapper();
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (String line : lines(root.get().resolve("golden/context/load.jsonl.gz"))) {
            JsonNode row = json.readTree(line);
            if (row.has("rejected")) {
                continue;
            }
            compared++;
            PolicyDocument document = reader.read("p.json", row.get("policy").toString())
                    .documents()
                    .get(0);
            if ((document.definition() == null) != row.has("decode")) {
                differences.add(row.get("id") + " " + document.faults().diagnostics());
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isPositive();
    }

    private static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
