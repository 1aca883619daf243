package io.ephor.jmespath.function.text;

import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.Signature;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * {@code path_canonicalize}: the shortest Unix path of the same meaning, without a look at any file system.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go
 */
final class PathFunction {
    static final List<NamedFunction> ALL = List.of(new NamedFunction(
            Signature.of("path_canonicalize", STRING),
            (given, context) -> TextNode.valueOf(canonical(given.get(0).textValue()))));

    private static final String PARENT = "..";

    private PathFunction() {}

    private static String canonical(String path) {
        if (path.isEmpty()) {
            return path;
        }
        boolean rooted = path.startsWith("/");
        Deque<String> steps = new ArrayDeque<>();
        int from = 0;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            walk(steps, path.substring(from, to), rooted);
            from = to + 1;
        }
        String joined = String.join("/", steps);
        return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
    }

    private static void walk(Deque<String> steps, String step, boolean rooted) {
        if (step.isEmpty() || step.equals(".")) {
            return;
        }
        if (!step.equals(PARENT)) {
            steps.addLast(step);
        } else if (!steps.isEmpty() && !steps.getLast().equals(PARENT)) {
            steps.removeLast();
        } else if (!rooted) {
            steps.addLast(step);
        }
    }
}
