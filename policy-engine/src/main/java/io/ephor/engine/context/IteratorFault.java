package io.ephor.engine.context;

/**
 * What is wrong with a text that is no JSON, in the words of the library by which Kyverno reads entries. They show where
 * the reader stopped. Faults inside of objects, lists, texts and numbers are told in the words of Go's own reader.
 */
final class IteratorFault {
    private static final int NEAR = 10;
    private static final int FAR = 50;

    private IteratorFault() {}

    static String of(String text, RuntimeException otherwise) {
        int at = 0;
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        char first = at < text.length() ? text.charAt(at) : '\0';
        return switch (first) {
            case 'n' -> word(text, at, 0, "null", otherwise);
            case 't' -> word(text, at, 1, "true", otherwise);
            case 'f' -> word(text, at, 1, "false", otherwise);
            case '{', '[', '"', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                String.valueOf(otherwise.getMessage());
            default -> fault("Read: unexpected value type: 0", text, at);
        };
    }

    private static String word(String text, int start, int known, String word, RuntimeException otherwise) {
        for (int i = known; i < word.length(); i++) {
            int at = start + i;
            if (at >= text.length() || text.charAt(at) != word.charAt(i)) {
                String rest = word.substring(known);
                String operation = rest.length() == 3 ? "skipThreeBytes" : "skipFourBytes";
                return fault(operation + ": expect " + rest, text, Math.min(at + 1, text.length()));
            }
        }
        return String.valueOf(otherwise.getMessage());
    }

    private static String fault(String what, String text, int head) {
        int nearStart = Math.max(0, head - NEAR);
        return what + ", error found in #" + (head - nearStart) + " byte of ...|" + around(text, head, NEAR)
                + "|..., bigger context ...|" + around(text, head, FAR) + "|...";
    }

    private static String around(String text, int head, int distance) {
        return text.substring(Math.max(0, head - distance), Math.min(text.length(), head + distance));
    }
}
