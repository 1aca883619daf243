package io.ephor.engine.context;

import java.util.ArrayList;
import java.util.List;

/**
 * The path of a variable that is injected from outside: segments parted by dots; one in double quotes may hold dots, and
 * a doubled quote for one.
 *
 * <p>Kyverno: pkg/engine/context/context.go, which reads it as a line of a table with dots between its cells.
 */
final class VariablePath {
    private VariablePath() {}

    /** Returns the segments, at least one. */
    static List<String> parse(String path) {
        if (path.indexOf('"') < 0) {
            return List.of(path.split("\\.", -1));
        }
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < path.length() && path.charAt(i + 1) == '"';
                if (doubled) {
                    segment.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == '.' && !quoted) {
                segments.add(segment.toString());
                segment.setLength(0);
            } else {
                segment.append(c);
            }
        }
        segments.add(segment.toString());
        return segments;
    }
}
