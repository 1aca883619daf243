package io.ephor.engine.variables;

import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.source.ShortText;
import io.ephor.jmespath.JmesPathException;
import java.util.Locale;

/** Reports expressions that cannot be compiled, at their places in the document. */
public final class ExpressionFaults {
    /** The code of an expression that cannot be compiled. */
    public static final String INVALID_EXPRESSION = "invalid-expression";

    private static final String SYNTAX = "SyntaxError: ";
    private static final int LONGEST_SHOWN = 200;

    private ExpressionFaults() {}

    /**
     * Reports the fault of a variable, if it has one.
     *
     * @param variable where it stands
     * @param query its expression, compiled
     * @param pointer the JSON pointer of the tree in its document
     * @param faults takes the fault
     */
    static void report(TemplateVariable variable, Query query, String pointer, FaultCollector faults) {
        if (query.isValid()) {
            return;
        }
        int position = query.fault() == null ? 0 : Math.max(0, query.fault().position());
        int offset = variable.offset() == 0 ? 0 : variable.offset() + position;
        Fault fault = Fault.error(INVALID_EXPRESSION, pointer + variable.pointer(), message(query))
                .withOffset(variable.onKey() ? 0 : offset);
        faults.report(variable.onKey() ? fault.withKeyAsPlace() : fault);
    }

    /**
     * Says what is wrong with an expression.
     *
     * @param query an expression that is not valid
     * @return one line
     */
    public static String message(Query query) {
        JmesPathException fault = query.fault();
        if (fault == null) {
            return "there is no expression between the braces";
        }
        String text = query.text();
        if (text.indexOf('\uFFFD') == 0) {
            return "a character outside ASCII stands directly before a variable; put a blank between them";
        }
        String shown = ShortText.of(text, LONGEST_SHOWN);
        return "`" + shown + "` is no expression: " + reason(String.valueOf(fault.getMessage()));
    }

    private static String reason(String message) {
        String reason = message.startsWith(SYNTAX) ? message.substring(SYNTAX.length()) : message;
        return reason.isEmpty() ? reason : reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1);
    }
}
