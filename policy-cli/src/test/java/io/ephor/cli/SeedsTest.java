package io.ephor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.JsonEquality;
import io.ephor.values.NumberView;
import io.ephor.values.YamlDocument;
import io.ephor.values.YamlOutcome;
import io.ephor.values.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policies of the founding documents that change or make something, on the command line; where the corpus is there. */
class SeedsTest {
    private static final String CLOCK = "2024-03-06T14:00:00Z";

    @TempDir
    Path folder;

    private final Captured out = new Captured();
    private final Captured err = new Captured();

    @ParameterizedTest
    @CsvSource({
        "01-namespace-pss-labels, policy-mutate.yaml, patched-plain.yaml",
        "03-add-ttl-jobs, policy.yaml, patched.yaml",
        "05-apparmor-annotations, policy.yaml, patched.yaml",
        "06-add-netpol-dns, policy.yaml, generated.yaml",
        "14-configmap-source, policy.yaml, patched.yaml",
    })
    void writeWhatIsExpected(String name, String policy, String expected) throws IOException {
        Optional<Path> seed = seed(name);
        if (seed.isEmpty()) {
            return;
        }
        List<String> arguments = new ArrayList<>(List.of(policy, "--resource", "resources.yaml"));
        if (Files.exists(seed.get().resolve("values.yaml"))) {
            arguments.addAll(List.of("--values-file", "values.yaml"));
        }

        assertThat(apply(seed.get(), arguments.toArray(String[]::new))).isZero();

        JsonNode wanted = YamlDocument.parse(
                        expected, Files.readString(seed.get().resolve(expected)))
                .value();
        assertThat(written())
                .anyMatch(resource -> JsonEquality.deepEqual(comparable(resource), wanted, NumberView.FLOAT64));
    }

    @Test
    void cleanUpAtTheHourThatTheClockSays() throws IOException {
        Optional<Path> seed = seed("08-exception-cleanup");
        if (seed.isEmpty()) {
            return;
        }
        String[] arguments = {"policy.yaml", "--resource", "resources.yaml", "--clock", CLOCK};

        assertThat(apply(seed.get(), arguments)).isNotZero();
        assertThat(err.text()).contains("target namespace must be set for a namespaced resource");
        assertThat(written()).isEmpty();

        String[] scoped = Arrays.copyOf(arguments, arguments.length + 2);
        scoped[arguments.length] = "--cluster-scoped";
        scoped[arguments.length + 1] = "kyverno.io/v2alpha1/ClusterCleanupPolicy";
        assertThat(apply(seed.get(), scoped)).isZero();

        assertThat(written()).singleElement().satisfies(policy -> {
            assertThat(policy.at("/spec/schedule").asText()).isEqualTo("0 18 6 3 3");
            assertThat(policy.at("/metadata/name").asText()).matches("polex-delta-delta-exception-[0-9a-z]{8}");
        });
    }

    @Test
    void nameTheAuthorThatIsSet() throws IOException {
        Optional<Path> seed = seed("09-author-label");
        if (seed.isEmpty()) {
            return;
        }
        String[] arguments = {"policy.yaml", "-r", "resources.yaml"};

        assertThat(apply(seed.get(), arguments)).isEqualTo(1);
        assertThat(out.text()).contains("error: 1");
        assertThat(apply(seed.get(), "policy.yaml", "-r", "resources.yaml", "--format", "jsonl"))
                .isEqualTo(1);
        String line = out.text().lines().reduce("", (before, last) -> last);
        assertThat(YamlDocument.parse("line", line)
                        .value()
                        .at("/rules/0/message")
                        .asText())
                .isEqualTo("variable substitution failed: failed to resolve request.githubprauthor at path"
                        + " /mutate/patchStrategicMerge/metadata/labels/corp.org\\/author: JMESPath query failed: Unknown key"
                        + " \"githubprauthor\" in path");

        assertThat(apply(seed.get(), "policy.yaml", "-r", "resources.yaml", "--set", "request.githubprauthor=petrov"))
                .isZero();
        assertThat(written())
                .singleElement()
                .satisfies(resource -> assertThat(
                                resource.at("/metadata/labels/corp.org~1author").asText())
                        .isEqualTo("petrov"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12-otp-manage | - ua8v92pg-2024-03-06T14:00:00Z-alice\\n- 9akvm2o7",
                "13-otp-request | - ua8v92pg\\n- 9akvm2o7\\n- 7hh2k0qq",
            })
    void changeTheConfigMapThatIsThere(String name, String codes) throws IOException {
        Optional<Path> seed = seed(name);
        if (seed.isEmpty()) {
            return;
        }
        Path user = Files.writeString(folder.resolve("user.yaml"), """
                apiVersion: cli.kyverno.io/v1alpha1
                kind: UserInfo
                metadata: {name: alice}
                userInfo: {username: alice}
                """);
        String[] arguments = {
            "policy.yaml",
            "-r",
            "resource.yaml",
            "--target-resource",
            "configmap.yaml",
            "--clock",
            CLOCK,
            "-u",
            user.toString()
        };

        assertThat(apply(seed.get(), arguments)).isZero();

        assertThat(written())
                .filteredOn(resource -> resource.path("kind").asText().equals("ConfigMap"))
                .singleElement()
                .satisfies(map ->
                        assertThat(map.at("/data/codes").asText().strip()).isEqualTo(codes.replace("\\n", "\n")));
    }

    private static Optional<Path> seed(String name) {
        String corpus = System.getenv().getOrDefault("EPHOR_CORPUS", "");
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            Path root = corpus.isEmpty() ? above.resolve("shared/corpus") : Path.of(corpus);
            if (Files.isDirectory(root.resolve("seeds").resolve(name))) {
                return Optional.of(root.resolve("seeds").resolve(name));
            }
        }
        System.out.println("*** RAN WITHOUT " + name + ": there is no corpus, set EPHOR_CORPUS ***");
        return Optional.empty();
    }

    private int apply(Path seed, String... arguments) {
        String[] all = Stream.of(List.of("apply"), List.of(arguments), List.of("--output", folder.resolve("out") + "/"))
                .flatMap(List::stream)
                .toArray(String[]::new);
        Surroundings surroundings = new Surroundings(
                seed, InputStream.nullInputStream(), out.stream(), err.stream(), false, InstantSource.system());
        return new Ephor(surroundings).run(all).exitCode();
    }

    private List<JsonNode> written() throws IOException {
        List<JsonNode> resources = new ArrayList<>();
        Path output = folder.resolve("out");
        if (!Files.isDirectory(output)) {
            return resources;
        }
        try (Stream<Path> files = Files.list(output)) {
            for (Path file : files.sorted().toList()) {
                for (YamlOutcome outcome : YamlReader.lenient().readAll(file.toString(), Files.readString(file))) {
                    resources.add(((YamlOutcome.Read) outcome).document().value());
                }
            }
        }
        return resources;
    }

    /** The command line adds a namespace, and generated resources say of which policy and trigger they are. */
    private static JsonNode comparable(JsonNode resource) {
        ObjectNode copy = resource.deepCopy();
        ObjectNode metadata = (ObjectNode) copy.get("metadata");
        if (metadata.path("labels").has("generate.kyverno.io/policy-name")) {
            metadata.remove("labels");
        }
        if (metadata.path("namespace").asText().equals("default")) {
            metadata.remove("namespace");
        }
        return copy;
    }
}
