package io.ephor.values.yaml;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.tokens.ScalarToken;

/** Scans scalars without quotes. Used by one thread. */
final class PlainScalars {
    private final YamlCursor cursor;
    private final LineFolding folding = new LineFolding();
    private boolean endedAfterBreak;

    PlainScalars(YamlCursor cursor) {
        this.cursor = cursor;
    }

    /** True when the last scalar ended at the start of a line, where a key may follow. */
    boolean endedAfterBreak() {
        return endedAfterBreak;
    }

    ScalarToken scan(int parentIndent, boolean inFlow) {
        int start = cursor.offset();
        skipWord(inFlow);
        int end = cursor.offset();
        StringBuilder folded = null;
        folding.clear();
        // The text up to `end` is either still a part of the source, or already in `folded`.
        while (cursor.atBlank() || cursor.atBreak()) {
            skipSpace(parentIndent + 1);
            boolean outdented = !inFlow && folding.afterBreak() && cursor.column() <= parentIndent;
            if (outdented || cursor.atEnd() || cursor.peek() == '#' || cursor.atDocumentMark()) {
                break;
            }
            int wordStart = cursor.offset();
            skipWord(inFlow);
            if (cursor.offset() == wordStart) {
                break;
            }
            if (folding.afterBreak() && folded == null) {
                folded = new StringBuilder(cursor.between(start, end));
            }
            if (folded != null) {
                folding.writeTo(folded);
                folded.append(cursor.since(wordStart));
            } else {
                folding.clear();
            }
            end = cursor.offset();
            cursor.checkLength(start, end - start);
        }
        endedAfterBreak = folding.afterBreak();
        return token(start, end, folded);
    }

    private ScalarToken token(int start, int end, @Nullable StringBuilder folded) {
        cursor.checkLength(start, end - start);
        String value = folded != null ? folded.toString() : cursor.between(start, end);
        Optional<Mark> from = cursor.mark(start);
        return new ScalarToken(value, true, from, cursor.mark(end));
    }

    private void skipWord(boolean inFlow) {
        while (!cursor.isSpaceAt(0)) {
            char c = cursor.peek();
            boolean ends = c == ':' ? cursor.isSpaceAt(1) : inFlow && isFlowIndicator(c);
            if (ends) {
                return;
            }
            cursor.advance();
        }
    }

    private void skipSpace(int indent) {
        while (cursor.atBlank() || cursor.atBreak()) {
            if (cursor.atBreak()) {
                folding.lineBreak(cursor.readBreak());
                continue;
            }
            char blank = cursor.peek();
            if (blank == '\t' && folding.afterBreak() && cursor.column() < indent) {
                throw cursor.faultHere("a tab cannot stand here; YAML is indented by spaces");
            }
            folding.blank(blank);
            cursor.advance();
        }
    }

    private static boolean isFlowIndicator(char c) {
        return c == ',' || c == '?' || c == '[' || c == ']' || c == '{' || c == '}';
    }
}
