package io.ephor.values.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.scanner.Scanner;
import org.snakeyaml.engine.v2.tokens.BlockEndToken;
import org.snakeyaml.engine.v2.tokens.BlockEntryToken;
import org.snakeyaml.engine.v2.tokens.BlockMappingStartToken;
import org.snakeyaml.engine.v2.tokens.BlockSequenceStartToken;
import org.snakeyaml.engine.v2.tokens.DocumentEndToken;
import org.snakeyaml.engine.v2.tokens.DocumentStartToken;
import org.snakeyaml.engine.v2.tokens.FlowEntryToken;
import org.snakeyaml.engine.v2.tokens.FlowMappingEndToken;
import org.snakeyaml.engine.v2.tokens.FlowMappingStartToken;
import org.snakeyaml.engine.v2.tokens.FlowSequenceEndToken;
import org.snakeyaml.engine.v2.tokens.FlowSequenceStartToken;
import org.snakeyaml.engine.v2.tokens.KeyToken;
import org.snakeyaml.engine.v2.tokens.StreamEndToken;
import org.snakeyaml.engine.v2.tokens.StreamStartToken;
import org.snakeyaml.engine.v2.tokens.Token;
import org.snakeyaml.engine.v2.tokens.ValueToken;

/**
 * Cuts a YAML text into tokens for the parser as YAML 1.1 and Go's scanner do. The parser's own scanner follows YAML 1.2
 * and makes other values of the same text in corners: tabs, {@code ?} and {@code :} in flow style, the ends of blocks,
 * characters of anchors, line separators.
 *
 * <p>Kyverno: go.yaml.in/yaml/v2/scannerc.go
 */
final class YamlScanner implements Scanner {
    private static final String NOT_A_START = "-?:,[]{}#&*!|>'\"%@`";

    private final YamlCursor cursor;
    private final SimpleKeys keys;
    private final PlainScalars plain;
    private final QuotedScalars quoted;
    private final BlockScalars block;
    private final NodeProperties properties;
    private final List<Token> tokens = new ArrayList<>();
    private int head;
    private int taken;
    private int[] indents = new int[16];
    private int indentCount;
    private int indent = -1;
    private int flowLevel;
    private boolean keyAllowed = true;
    private boolean done;

    YamlScanner(YamlCursor cursor) {
        this.cursor = cursor;
        this.keys = new SimpleKeys(cursor);
        this.plain = new PlainScalars(cursor);
        this.quoted = new QuotedScalars(cursor);
        this.block = new BlockScalars(cursor);
        this.properties = new NodeProperties(cursor);
        tokens.add(new StreamStartToken(cursor.mark(0), cursor.mark(0)));
    }

    @Override
    public boolean hasNext() {
        fill();
        return head < tokens.size();
    }

    @Override
    public boolean checkToken(Token.ID choice) {
        fill();
        return head < tokens.size() && tokens.get(head).getTokenId() == choice;
    }

    @Override
    public boolean checkToken(Token.ID... choices) {
        fill();
        if (head >= tokens.size()) {
            return false;
        }
        Token.ID id = tokens.get(head).getTokenId();
        for (Token.ID choice : choices) {
            if (id == choice) {
                return true;
            }
        }
        return choices.length == 0;
    }

    @Override
    public Token peekToken() {
        fill();
        return tokens.get(head);
    }

    @Override
    public Token next() {
        Token token = tokens.get(head++);
        taken++;
        if (head == tokens.size()) {
            tokens.clear();
            head = 0;
        }
        return token;
    }

    @Override
    public void resetDocumentIndex() {
        // the length of a document is limited before it is scanned
    }

    /** Scans until the next token cannot turn out to be the start of a key. */
    private void fill() {
        while (!done && (head == tokens.size() || keys.mayStartAt(taken))) {
            scan();
        }
    }

    private void scan() {
        skipToToken();
        unroll(cursor.column());
        char c = cursor.peek();
        if (cursor.atEnd()) {
            end();
        } else if (c == '%' && cursor.column() == 0) {
            directive();
        } else if (cursor.atDocumentMark('-')) {
            documentMark(true);
        } else if (cursor.atDocumentMark('.')) {
            documentMark(false);
        } else {
            content(c);
        }
    }

    private void content(char c) {
        int start = cursor.offset();
        switch (c) {
            case '[' -> openFlow(new FlowSequenceStartToken(cursor.mark(start), cursor.mark(start + 1)));
            case '{' -> openFlow(new FlowMappingStartToken(cursor.mark(start), cursor.mark(start + 1)));
            case ']' -> closeFlow(new FlowSequenceEndToken(cursor.mark(start), cursor.mark(start + 1)));
            case '}' -> closeFlow(new FlowMappingEndToken(cursor.mark(start), cursor.mark(start + 1)));
            case ',' -> flowEntry();
            case '-' -> dash();
            case '?' -> questionMark();
            case ':' -> colon();
            case '*', '&' -> {
                saveKey();
                keyAllowed = false;
                tokens.add(properties.anchor(c == '*'));
            }
            case '!' -> {
                saveKey();
                keyAllowed = false;
                tokens.add(properties.tag());
            }
            case '|', '>' -> blockScalar(c);
            case '\'', '"' -> {
                saveKey();
                keyAllowed = false;
                tokens.add(quoted.scan());
            }
            default -> plainScalar(c);
        }
    }

    private void skipToToken() {
        while (true) {
            boolean tabs = flowLevel > 0 || !keyAllowed;
            while (cursor.peek() == ' ' || (tabs && cursor.peek() == '\t')) {
                cursor.advance();
            }
            cursor.skipComment();
            if (!cursor.atBreak()) {
                return;
            }
            cursor.skipBreak();
            keyAllowed = keyAllowed || flowLevel == 0;
        }
    }

    private void end() {
        if (cursor.column() != 0) {
            cursor.startLine();
        }
        closeBlocks();
        tokens.add(new StreamEndToken(cursor.mark(cursor.offset()), cursor.mark(cursor.offset())));
        done = true;
    }

    private void directive() {
        closeBlocks();
        tokens.add(properties.directive());
    }

    private void documentMark(boolean starts) {
        closeBlocks();
        int start = cursor.offset();
        cursor.advance(3);
        Optional<Mark> from = cursor.mark(start);
        Optional<Mark> to = cursor.mark(start + 3);
        tokens.add(starts ? new DocumentStartToken(from, to) : new DocumentEndToken(from, to));
    }

    private void closeBlocks() {
        unroll(-1);
        keys.remove();
        keyAllowed = false;
    }

    private void openFlow(Token token) {
        saveKey();
        flowLevel++;
        keys.enter();
        keyAllowed = true;
        cursor.advance();
        tokens.add(token);
    }

    private void closeFlow(Token token) {
        keys.remove();
        if (flowLevel > 0) {
            flowLevel--;
            keys.leave();
        }
        keyAllowed = false;
        cursor.advance();
        tokens.add(token);
    }

    private void flowEntry() {
        keys.remove();
        keyAllowed = true;
        int start = cursor.offset();
        cursor.advance();
        tokens.add(new FlowEntryToken(cursor.mark(start), cursor.mark(start + 1)));
    }

    private void dash() {
        if (!cursor.isSpaceAt(1)) {
            plainScalar('-');
            return;
        }
        int start = cursor.offset();
        if (flowLevel == 0) {
            if (!keyAllowed) {
                throw cursor.faultHere("an entry of a list cannot stand here");
            }
            roll(cursor.column(), tokens.size(), new BlockSequenceStartToken(cursor.mark(start), cursor.mark(start)));
        }
        keys.remove();
        keyAllowed = true;
        cursor.advance();
        tokens.add(new BlockEntryToken(cursor.mark(start), cursor.mark(start + 1)));
    }

    private void questionMark() {
        if (flowLevel == 0 && !cursor.isSpaceAt(1)) {
            plainScalar('?');
            return;
        }
        int start = cursor.offset();
        if (flowLevel == 0) {
            if (!keyAllowed) {
                throw cursor.faultHere("a key cannot stand here");
            }
            roll(cursor.column(), tokens.size(), new BlockMappingStartToken(cursor.mark(start), cursor.mark(start)));
        }
        keys.remove();
        keyAllowed = flowLevel == 0;
        cursor.advance();
        tokens.add(new KeyToken(cursor.mark(start), cursor.mark(start + 1)));
    }

    private void colon() {
        if (flowLevel == 0 && !cursor.isSpaceAt(1)) {
            plainScalar(':');
            return;
        }
        int start = cursor.offset();
        if (keys.isPossible()) {
            Optional<Mark> keyStart = cursor.mark(keys.offset());
            int index = head + keys.token() - taken;
            tokens.add(index, new KeyToken(keyStart, keyStart));
            roll(keys.column(), index, new BlockMappingStartToken(keyStart, keyStart));
            keys.forget();
            keyAllowed = false;
        } else {
            if (flowLevel == 0) {
                if (!keyAllowed) {
                    throw cursor.faultHere("a `:` cannot stand here; a text that contains `: ` needs quotes");
                }
                roll(
                        cursor.column(),
                        tokens.size(),
                        new BlockMappingStartToken(cursor.mark(start), cursor.mark(start)));
            }
            keyAllowed = flowLevel == 0;
        }
        cursor.advance();
        tokens.add(new ValueToken(cursor.mark(start), cursor.mark(start + 1)));
    }

    private void blockScalar(char c) {
        if (flowLevel > 0) {
            plainScalar(c);
            return;
        }
        keys.remove();
        keyAllowed = true;
        tokens.add(block.scan(indent));
    }

    private void plainScalar(char c) {
        boolean starts = !YamlCursor.isSpace(c) && NOT_A_START.indexOf(c) < 0;
        starts = starts || (c == '-' && !YamlCursor.isBlank(cursor.peek(1)));
        starts = starts || (flowLevel == 0 && (c == '?' || c == ':') && !cursor.isSpaceAt(1));
        if (!starts) {
            throw c == '\t'
                    ? cursor.faultHere("a tab cannot stand here; YAML is indented by spaces")
                    : cursor.faultHere("no value can start with `" + c + "`; a text that does needs quotes");
        }
        saveKey();
        keyAllowed = false;
        tokens.add(plain.scan(indent, flowLevel > 0));
        keyAllowed = plain.endedAfterBreak();
    }

    private void saveKey() {
        boolean required = flowLevel == 0 && indent == cursor.column();
        if (keyAllowed) {
            keys.save(taken + tokens.size() - head, required);
        }
    }

    private void roll(int column, int index, Token start) {
        if (flowLevel > 0 || indent >= column) {
            return;
        }
        if (indentCount == indents.length) {
            indents = Arrays.copyOf(indents, indentCount * 2);
        }
        indents[indentCount++] = indent;
        indent = column;
        tokens.add(index, start);
    }

    private void unroll(int column) {
        while (flowLevel == 0 && indent > column) {
            tokens.add(new BlockEndToken(cursor.mark(cursor.offset()), cursor.mark(cursor.offset())));
            indent = indents[--indentCount];
        }
    }
}
