package io.ephor.values.yaml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.tokens.AliasToken;
import org.snakeyaml.engine.v2.tokens.AnchorToken;
import org.snakeyaml.engine.v2.tokens.DirectiveToken;
import org.snakeyaml.engine.v2.tokens.TagToken;
import org.snakeyaml.engine.v2.tokens.TagTuple;
import org.snakeyaml.engine.v2.tokens.Token;

/** Scans anchors, aliases, tags and directives. Used by one thread. */
final class NodeProperties {
    private static final String AFTER_ANCHOR = "?:,]}%@`";
    private static final String IN_URI = ";/?:@&=+$,.!~*'()[]";

    private final YamlCursor cursor;

    NodeProperties(YamlCursor cursor) {
        this.cursor = cursor;
    }

    Token anchor(boolean isAlias) {
        int start = cursor.offset();
        cursor.advance();
        String name = word();
        boolean ends = cursor.isSpaceAt(0) || AFTER_ANCHOR.indexOf(cursor.peek()) >= 0;
        if (name.isEmpty() || !ends) {
            String what = isAlias ? "an alias, after `*`," : "an anchor, after `&`,";
            throw cursor.faultHere("the name of " + what + " has letters, digits, `_` and `-` only");
        }
        cursor.checkLength(start, name.length());
        Anchor anchor = new Anchor(name);
        int end = cursor.offset();
        return isAlias
                ? new AliasToken(anchor, cursor.mark(start), cursor.mark(end))
                : new AnchorToken(anchor, cursor.mark(start), cursor.mark(end));
    }

    Token tag() {
        int start = cursor.offset();
        TagTuple tag = cursor.peek(1) == '<' ? verbatimTag() : shortTag();
        if (!cursor.isSpaceAt(0)) {
            throw cursor.faultHere("white space is missing after a tag");
        }
        int end = cursor.offset();
        cursor.checkLength(start, end - start);
        return new TagToken(tag, cursor.mark(start), cursor.mark(end));
    }

    private TagTuple verbatimTag() {
        cursor.advance(2);
        String uri = uri("", false);
        if (cursor.peek() != '>') {
            throw cursor.faultHere("a `>` is missing at the end of a tag");
        }
        cursor.advance();
        return new TagTuple(Optional.empty(), uri);
    }

    private TagTuple shortTag() {
        String handle = handle(false);
        if (handle.length() > 1 && handle.endsWith("!")) {
            return new TagTuple(Optional.of(handle), uri("", false));
        }
        String suffix = uri(handle.substring(1), true);
        return suffix.isEmpty() ? new TagTuple(Optional.empty(), "!") : new TagTuple(Optional.of("!"), suffix);
    }

    private String handle(boolean inDirective) {
        int start = cursor.offset();
        if (cursor.peek() != '!') {
            throw cursor.faultHere("a tag's handle starts with `!`");
        }
        cursor.advance();
        word();
        if (cursor.peek() == '!') {
            cursor.advance();
        } else if (inDirective && cursor.offset() > start + 1) {
            throw cursor.faultHere("a tag's handle ends with `!`");
        }
        return cursor.since(start);
    }

    private String uri(String before, boolean mayBeEmpty) {
        int start = cursor.offset();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        while (true) {
            char c = cursor.peek();
            if (c == '%') {
                escape(bytes);
            } else if (YamlCursor.isWord(c) || IN_URI.indexOf(c) >= 0) {
                bytes.write(c);
                cursor.advance();
            } else {
                break;
            }
            cursor.checkLength(start, bytes.size());
        }
        if (!mayBeEmpty && cursor.offset() == start) {
            throw cursor.faultHere("the name of a tag is missing");
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Reads one character that is written as {@code %} and two digits for each of its bytes. */
    private void escape(ByteArrayOutputStream bytes) {
        int first = octet();
        int length = first < 0x80 ? 1 : first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF8 ? 4 : 0;
        bytes.write(first);
        for (int i = 1; i < length; i++) {
            int next = octet();
            length = (next & 0xC0) == 0x80 ? length : 0;
            bytes.write(next);
        }
        if (length == 0) {
            throw cursor.faultHere("the escapes of a tag are no UTF-8");
        }
    }

    private int octet() {
        int high = Character.digit(cursor.peek(1), 16);
        int low = Character.digit(cursor.peek(2), 16);
        boolean valid = cursor.peek() == '%' && high >= 0 && low >= 0 && cursor.peek(1) < 0x80 && cursor.peek(2) < 0x80;
        if (!valid) {
            throw cursor.faultHere("an escape in a tag is `%` and two hexadecimal digits");
        }
        cursor.advance(3);
        return high * 16 + low;
    }

    Token directive() {
        int start = cursor.offset();
        cursor.advance();
        String name = word();
        if (name.isEmpty() || !cursor.isSpaceAt(0)) {
            throw cursor.faultHere("the name of a directive is missing");
        }
        cursor.skipBlanks();
        Token token = switch (name) {
            case "YAML" -> version(start);
            case "TAG" -> tagDirective(start);
            default ->
                throw cursor.fault(
                        start, start + 1 + name.length(), "there is no directive `%" + ShownText.of(name) + "`");
        };
        cursor.skipBlanks();
        cursor.skipComment();
        if (!cursor.isSpaceAt(0)) {
            throw cursor.faultHere("after a directive only a comment can stand on its line");
        }
        if (cursor.atBreak()) {
            cursor.skipBreak();
        }
        return token;
    }

    private Token version(int start) {
        int major = number();
        if (cursor.peek() != '.') {
            throw cursor.faultHere("a version is two numbers and a dot between them");
        }
        cursor.advance();
        int minor = number();
        return new DirectiveToken<>(
                DirectiveToken.YAML_DIRECTIVE,
                Optional.of(List.of(major, minor)),
                cursor.mark(start),
                cursor.mark(cursor.offset()));
    }

    private int number() {
        int value = 0;
        int length = 0;
        while (cursor.peek() >= '0' && cursor.peek() <= '9') {
            value = value * 10 + cursor.peek() - '0';
            length++;
            if (length > 2) {
                throw cursor.faultHere("a number of a version has two digits at most");
            }
            cursor.advance();
        }
        if (length == 0) {
            throw cursor.faultHere("a version is two numbers and a dot between them");
        }
        return value;
    }

    private Token tagDirective(int start) {
        String handle = handle(true);
        if (!cursor.atBlank()) {
            throw cursor.faultHere("white space is missing after a tag's handle");
        }
        cursor.skipBlanks();
        String prefix = uri("", false);
        if (!cursor.isSpaceAt(0)) {
            throw cursor.faultHere("white space is missing after a tag's prefix");
        }
        return new DirectiveToken<>(
                DirectiveToken.TAG_DIRECTIVE,
                Optional.of(List.of(handle, prefix)),
                cursor.mark(start),
                cursor.mark(cursor.offset()));
    }

    private String word() {
        int start = cursor.offset();
        while (YamlCursor.isWord(cursor.peek())) {
            cursor.advance();
        }
        return cursor.since(start);
    }
}
