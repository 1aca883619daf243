package io.ephor.engine.podsecurity;

import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;
import org.jspecify.annotations.Nullable;

/**
 * The path of a wrong field, taken apart. Immutable.
 *
 * @param field the path
 * @param pattern the path with {@code *} for each number, also for numbers in names of annotations
 */
record FieldPlace(String field, String pattern) {
    private static final String ROOT = "spec.";

    static FieldPlace of(String field) {
        StringBuilder pattern = new StringBuilder(field.length());
        boolean inNumber = false;
        for (int i = 0; i < field.length(); i++) {
            char letter = field.charAt(i);
            boolean digit = letter >= '0' && letter <= '9';
            if (!digit) {
                pattern.append(letter);
            } else if (!inNumber) {
                pattern.append('*');
            }
            inNumber = digit;
        }
        return new FieldPlace(field, pattern.toString());
    }

    /** {@return the container of a pod in which the field lies, or null if it lies in none} */
    @Nullable
    Container containerOf(Pod pod) {
        for (Container container : pod.containers()) {
            if (isIn(container)) {
                return container;
            }
        }
        return null;
    }

    private boolean isIn(Container container) {
        String list = container.list().field();
        return field.startsWith(ROOT)
                && field.startsWith(list, ROOT.length())
                && field.startsWith("[" + container.index() + "].", ROOT.length() + list.length());
    }
}
