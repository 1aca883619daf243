package io.ephor.test;

import io.ephor.values.SourceRange;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document of a {@code kyverno-test.yaml}: which policies are put to which resources, and what they should say.
 * Immutable. Paths are as written, relative to the folder of the manifest.
 */
public final class TestManifest {
    private final Path file;
    private final int document;
    private final SourceDocument source;
    private final String name;
    private final TestInputs inputs;
    private final TestMocks mocks;
    private final @Nullable TestValues values;
    private final List<ExpectedResult> results;

    TestManifest(
            Path file,
            int document,
            SourceDocument source,
            String name,
            TestInputs inputs,
            TestMocks mocks,
            @Nullable TestValues values,
            List<ExpectedResult> results) {
        this.file = file;
        this.document = document;
        this.source = source;
        this.name = name;
        this.inputs = inputs;
        this.mocks = mocks;
        this.values = values;
        this.results = List.copyOf(results);
    }

    /** {@return the file of the manifest} */
    public Path file() {
        return file;
    }

    /** {@return the number of the document in its file, from 0} */
    public int document() {
        return document;
    }

    /** {@return the name of the test; empty where it has none} */
    public String name() {
        return name;
    }

    /** {@return the files that the test names} */
    public TestInputs inputs() {
        return inputs;
    }

    /** {@return what the test answers in place of the world outside} */
    public TestMocks mocks() {
        return mocks;
    }

    /** {@return the variables written in the manifest, or null; then those of the file named by {@code variables} hold} */
    public @Nullable TestValues values() {
        return values;
    }

    /** {@return what the policies should say, in order} */
    public List<ExpectedResult> results() {
        return results;
    }

    /**
     * {@return the place of a node by its JSON pointer; of the nearest parent that exists where it does not}
     *
     * @param pointer a JSON pointer into the document
     */
    public SourceRange locate(String pointer) {
        return source.locate(pointer);
    }

    SourceDocument source() {
        return source;
    }
}
