package io.ephor.engine.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Diagnostic;
import io.ephor.GroupVersionKind;
import io.ephor.Severity;
import io.ephor.spi.PolicySource;
import io.ephor.values.GoQuote;
import io.ephor.values.SourceRange;
import io.ephor.values.YamlDocument;
import io.ephor.values.YamlFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The faults of one document, with their places. Used by one thread, during one load. After {@link #MOST} errors it
 * takes no more of them, likewise with warnings, and says so: nobody reads them, and a hostile document may have millions.
 */
public final class DocumentFaults implements FaultCollector, PolicySource, SourcePlaces {
    /** How many errors of one document are kept, and how many warnings. */
    public static final int MOST = 100;

    private static final int LONGEST_LINE = 1_000;
    private static final String RULES = "/spec/rules/";
    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparingInt(
                    (Diagnostic diagnostic) -> diagnostic.range().line())
            .thenComparingInt(diagnostic -> diagnostic.range().column());

    private final YamlDocument file;
    private final String base;
    private final JsonNode document;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<@Nullable Fault> warnedOf = new ArrayList<>();
    private final Refusal refusal = new Refusal();
    private @Nullable List<Diagnostic> sorted;
    private int errors;
    private int warnings;
    private boolean incomplete;

    /**
     * Creates a collector without faults.
     *
     * @param file what the document was read from
     * @param base the JSON pointer of the document in it: empty, or that of an item of a list
     * @param document the document
     */
    public DocumentFaults(YamlDocument file, String base, JsonNode document) {
        this.file = file;
        this.base = base;
        this.document = document;
    }

    /** Returns a collector without faults for the same document. */
    public DocumentFaults fresh() {
        return new DocumentFaults(file, base, document);
    }

    @Override
    public JsonNode document() {
        return document;
    }

    @Override
    public SourceRange locate(String pointer) {
        return file.locate(absolute(pointer));
    }

    private String absolute(String pointer) {
        return base.isEmpty() ? pointer : base + pointer;
    }

    @Override
    public String line(int number) {
        return file.line(number);
    }

    @Override
    public void error(String code, String pointer, String message) {
        report(Fault.error(code, pointer, message));
    }

    @Override
    public void warning(String code, String pointer, String message) {
        report(Fault.warning(code, pointer, message));
    }

    @Override
    public void report(Fault fault) {
        boolean error = fault.severity() == Severity.ERROR;
        if ((error ? errors : warnings) < MOST) {
            noteKyvernoText(fault, addUnlessKnown(fault));
        } else if (!incomplete) {
            incomplete = true;
            add(Fault.warning("too-many-faults", "", "more faults of this document are not shown"), locate(""));
        }
    }

    @Override
    public void refuse(KyvernoText text, String pointer) {
        sorted = null;
        refusal.add(text, pointer, -1);
    }

    private void noteKyvernoText(Fault fault, int diagnostic) {
        KyvernoText text = fault.kyverno();
        if (text == null) {
            return;
        }
        sorted = null;
        if (fault.severity() == Severity.ERROR) {
            refusal.add(text, fault.pointer(), diagnostic);
            return;
        }
        while (warnedOf.size() <= diagnostic) {
            warnedOf.add(null);
        }
        if (warnedOf.get(diagnostic) == null) {
            warnedOf.set(diagnostic, fault);
        }
    }

    /** Takes a fault of the text itself. */
    public void report(YamlFault fault) {
        if (errors < MOST) {
            errors++;
            keep(diagnostic(fault, file.line(fault.at().line())));
        }
    }

    /** {@return the diagnostic of a fault of a text, with its line unless that is too long to be shown} */
    public static Diagnostic diagnostic(YamlFault fault, @Nullable String line) {
        return Diagnostic.error(fault.code(), fault.message(), fault.at())
                .sourceLine(shown(line))
                .build();
    }

    /** Derived rules say once more what the written one has said. Returns the index of the diagnostic. */
    private int addUnlessKnown(Fault fault) {
        SourceRange range = place(fault);
        for (int i = 0; i < diagnostics.size(); i++) {
            Diagnostic known = diagnostics.get(i);
            boolean same = known.severity() == fault.severity()
                    && known.code().equals(fault.code())
                    && known.range().equals(range)
                    && known.message().equals(fault.message());
            if (same) {
                return i;
            }
        }
        add(fault, range);
        return diagnostics.size() - 1;
    }

    private void add(Fault fault, SourceRange range) {
        boolean error = fault.severity() == Severity.ERROR;
        errors += error ? 1 : 0;
        warnings += error ? 0 : 1;
        Diagnostic.Builder builder = error
                ? Diagnostic.error(fault.code(), fault.message(), range)
                : Diagnostic.warning(fault.code(), fault.message(), range);
        keep(builder.pointer(absolute(fault.pointer()))
                .subject(fault.subject() == null ? ruleOf(fault.pointer()) : fault.subject())
                .feature(fault.feature())
                .help(fault.help())
                .sourceLine(shown(file.line(range.line())))
                .build());
    }

    private void keep(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        sorted = null;
    }

    /** The texts about the schema of a document have a frame around them. */
    private String framed(Refusal.Stop stop) {
        return switch (stop.step()) {
            case PARSING -> "failed to parse document (" + stop.text() + ")";
            case SCHEMA -> {
                GroupVersionKind kind = GroupVersionKind.of(document);
                String name = document.path("metadata").path("name").textValue();
                yield "failed to validate resource (" + kind.kind() + "." + kind.group() + " "
                        + GoQuote.of(Objects.requireNonNullElse(name, "")) + " is invalid: " + stop.text() + ")";
            }
            case DECODING -> {
                GroupVersionKind kind = GroupVersionKind.of(document);
                yield stop.text() + kind.group() + "/" + kind.version() + ", Kind=" + kind.kind();
            }
            default -> stop.text();
        };
    }

    private SourceRange place(Fault fault) {
        String pointer = absolute(fault.pointer());
        if (fault.onKey()) {
            return file.locateKey(pointer);
        }
        String text = fault.offset() == 0 ? null : document.at(fault.pointer()).textValue();
        return text == null ? file.locate(pointer) : file.locate(pointer, fault.offset(), text.length());
    }

    private static @Nullable String shown(@Nullable String line) {
        return line == null || line.length() > LONGEST_LINE ? null : line;
    }

    /** {@return the rule in which a pointer lies, or null where it lies in none that has a name} */
    private @Nullable String ruleOf(String pointer) {
        if (!pointer.startsWith(RULES)) {
            return null;
        }
        int end = pointer.indexOf('/', RULES.length());
        String rule = end < 0 ? pointer : pointer.substring(0, end);
        JsonNode name = document.at(rule).path("name");
        return name.isTextual() ? "rule `" + name.textValue() + "`" : null;
    }

    /** {@return whether the document is refused} */
    public boolean hasErrors() {
        return errors > 0;
    }

    /** {@return the faults and warnings so far, sorted by place} */
    public List<Diagnostic> diagnostics() {
        if (diagnostics.isEmpty()) {
            return List.of();
        }
        List<Diagnostic> known = sorted;
        if (known == null) {
            known = inOrder();
            sorted = known;
        }
        return known;
    }

    private List<Diagnostic> inOrder() {
        List<Diagnostic> said = new ArrayList<>(diagnostics);
        addKyvernoTexts(said);
        said.sort(BY_PLACE);
        return List.copyOf(said);
    }

    /** Kyverno stops at one fault, and has warned only of what it has seen until then. */
    private void addKyvernoTexts(List<Diagnostic> said) {
        Refusal.Stop stop = refusal.stop();
        for (int i = 0; i < warnedOf.size(); i++) {
            Fault fault = warnedOf.get(i);
            KyvernoText text = fault == null ? null : fault.kyverno();
            if (fault != null && text != null && (stop == null || stop.comesAfter(text, fault.pointer()))) {
                said.set(i, said.get(i).withKyvernoText(text.text()));
            }
        }
        int place = stop == null ? -1 : stop.diagnostic();
        for (int i = 0; stop != null && place < 0 && i < said.size(); i++) {
            place = said.get(i).severity() == Severity.ERROR ? i : place;
        }
        if (stop != null && place >= 0) {
            said.set(place, said.get(place).withKyvernoText(framed(stop)));
        }
    }

    @Override
    public List<Diagnostic> warnings() {
        if (errors == 0) {
            return diagnostics();
        }
        List<Diagnostic> found = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics()) {
            if (diagnostic.severity() == Severity.WARNING) {
                found.add(diagnostic);
            }
        }
        return List.copyOf(found);
    }
}
