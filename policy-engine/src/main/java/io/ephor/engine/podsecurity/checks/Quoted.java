package io.ephor.engine.podsecurity.checks;

import java.util.Collection;

/** The words of which details are made. */
final class Quoted {
    private Quoted() {}

    /** {@return the texts in quotes, with commas; quotes in them are not escaped} */
    static String list(Collection<String> texts) {
        return texts.isEmpty() ? "" : '"' + String.join("\", \"", texts) + '"';
    }

    /** {@return a word that starts with the noun, in the plural unless there is one text, and then the texts in quotes} */
    static String counted(String noun, Collection<String> texts) {
        return plural(noun, texts.size()) + ' ' + list(texts);
    }

    static String plural(String noun, int count) {
        return count == 1 ? noun : noun + 's';
    }

    static String uses(int users) {
        return users == 1 ? " uses " : " use ";
    }
}
