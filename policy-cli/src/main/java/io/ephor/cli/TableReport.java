package io.ephor.cli;

import io.ephor.Policy;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints every rule result as a row of a table.
 *
 * <p>Kyverno: cmd/cli/kubectl-kyverno/commands/apply/table.go.
 */
final class TableReport implements Report {
    /** Beyond this number of rows the first column says how many there are. */
    private static final int COUNTLESS = 10;

    private final PrintStream out;
    private final Palette palette;
    private final boolean detailed;
    private final List<List<TableCell>> rows = new ArrayList<>();

    TableReport(PrintStream out, Palette palette, boolean detailed) {
        this.out = out;
        this.palette = palette;
        this.detailed = detailed;
    }

    @Override
    public void open(int rules, int resources, int exceptions) {
        out.print(PlainReport.opening(rules, resources, exceptions));
    }

    @Override
    public void add(ResourceIdentity resource, Judgement judgement) {
        Policy policy = judgement.policy();
        for (RuleResult rule : judgement.result().rules()) {
            add(policy.key(), rule.name(), resource, judgement.status(rule), rule.message());
        }
    }

    @Override
    public void add(ResourceIdentity resource, CleanupJudgement judgement) {
        add(judgement.policy().key(), "", resource, judgement.status(), judgement.message());
    }

    private void add(String policy, String rule, ResourceIdentity resource, RuleStatus status, String message) {
        List<TableCell> row = new ArrayList<>();
        row.add(TableCell.of(String.valueOf(rows.size() + 1)));
        row.add(TableCell.of(policy, palette::name));
        row.add(TableCell.of(rule, palette::name));
        row.add(TableCell.of(path(resource), palette::name));
        row.add(TableCell.of(word(status), text -> palette.status(status, text)));
        row.add(TableCell.of(""));
        if (detailed) {
            row.add(TableCell.of(message));
        }
        rows.add(row);
    }

    private static String path(ResourceIdentity resource) {
        String name = resource.kind() + "/" + resource.name();
        return resource.namespace().isEmpty() ? name : resource.namespace() + "/" + name;
    }

    private static String word(RuleStatus status) {
        String text = status.text();
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    @Override
    public void close(Tally tally) {
        if (rows.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(header());
        rows.forEach(table::add);
        out.print(table.draw());
    }

    private List<TableCell> header() {
        String first = rows.size() > COUNTLESS ? "ID (" + rows.size() + ") " : "ID";
        List<TableCell> header = new ArrayList<>();
        for (String title : List.of(first, "POLICY", "RULE", "RESOURCE", "RESULT", "REASON")) {
            header.add(TableCell.of(title, palette::header));
        }
        if (detailed) {
            header.add(TableCell.of("MESSAGE", palette::header));
        }
        return header;
    }
}
