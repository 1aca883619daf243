package io.ephor.jmespath.regex;

import io.ephor.jmespath.regex.CharacterRanges.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The classes that have names: those of POSIX and Perl with their characters, and which of Unicode there are. */
final class NamedClasses {
    private static final Map<String, CharacterRanges> POSIX = Map.ofEntries(
            Map.entry("alnum", ranges("09AZaz")),
            Map.entry("alpha", ranges("AZaz")),
            Map.entry("ascii", ranges("\0\u007F")),
            Map.entry("blank", ranges("\t\t  ")),
            Map.entry("cntrl", ranges("\0\u001F\u007F\u007F")),
            Map.entry("digit", ranges("09")),
            Map.entry("graph", ranges("!~")),
            Map.entry("lower", ranges("az")),
            Map.entry("print", ranges(" ~")),
            Map.entry("punct", ranges("!/:@[`{~")),
            Map.entry("space", ranges("\t\r  ")),
            Map.entry("upper", ranges("AZ")),
            Map.entry("word", ranges("09AZaz__")),
            Map.entry("xdigit", ranges("09AFaf")));

    private static final CharacterRanges DIGITS = ranges("09");
    private static final CharacterRanges BLANKS = ranges("\t\n\f\r  ");
    private static final CharacterRanges WORD = ranges("09AZaz__");

    private static final Set<String> CATEGORIES = Set.of(
            "C", "Cc", "Cf", "Co", "Cs", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl",
            "No", "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm", "So", "Z", "Zl", "Zp", "Zs");

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("closepunctuation", "Pe"),
            Map.entry("cntrl", "Cc"),
            Map.entry("combiningmark", "M"),
            Map.entry("connectorpunctuation", "Pc"),
            Map.entry("control", "Cc"),
            Map.entry("currencysymbol", "Sc"),
            Map.entry("dashpunctuation", "Pd"),
            Map.entry("decimalnumber", "Nd"),
            Map.entry("digit", "Nd"),
            Map.entry("enclosingmark", "Me"),
            Map.entry("finalpunctuation", "Pf"),
            Map.entry("format", "Cf"),
            Map.entry("initialpunctuation", "Pi"),
            Map.entry("letter", "L"),
            Map.entry("letternumber", "Nl"),
            Map.entry("lineseparator", "Zl"),
            Map.entry("lowercaseletter", "Ll"),
            Map.entry("mark", "M"),
            Map.entry("mathsymbol", "Sm"),
            Map.entry("modifierletter", "Lm"),
            Map.entry("modifiersymbol", "Sk"),
            Map.entry("nonspacingmark", "Mn"),
            Map.entry("number", "N"),
            Map.entry("openpunctuation", "Ps"),
            Map.entry("other", "C"),
            Map.entry("otherletter", "Lo"),
            Map.entry("othernumber", "No"),
            Map.entry("otherpunctuation", "Po"),
            Map.entry("othersymbol", "So"),
            Map.entry("paragraphseparator", "Zp"),
            Map.entry("privateuse", "Co"),
            Map.entry("punct", "P"),
            Map.entry("punctuation", "P"),
            Map.entry("separator", "Z"),
            Map.entry("spaceseparator", "Zs"),
            Map.entry("spacingmark", "Mc"),
            Map.entry("surrogate", "Cs"),
            Map.entry("symbol", "S"),
            Map.entry("titlecaseletter", "Lt"),
            Map.entry("uppercaseletter", "Lu"));

    private static final Set<String> NOT_OF_GO = Set.of("UNKNOWN", "SIGNWRITING");

    private static final Map<String, String> SCRIPTS = scripts();

    private NamedClasses() {}

    /** Returns a class of POSIX by the name between the colons, null where there is none. */
    static @Nullable CharacterRanges posix(String name) {
        return POSIX.get(name);
    }

    /** Returns a class of Perl by its letter. */
    static CharacterRanges perl(int letter) {
        return switch (letter) {
            case 'd' -> DIGITS;
            case 's' -> BLANKS;
            case 'w' -> WORD;
            case 'D' -> DIGITS.inverse();
            case 'S' -> BLANKS.inverse();
            default -> WORD.inverse();
        };
    }

    /** Returns the name that RE2J has for a category or script of Unicode, null where there is none. */
    static @Nullable String unicode(String name) {
        String letters = name.replace("_", "").replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
        if (letters.isEmpty()) {
            return null;
        }
        String titled = Character.toUpperCase(letters.charAt(0)) + letters.substring(1);
        if (CATEGORIES.contains(titled) || titled.equals("Any")) {
            return titled;
        }
        String script = SCRIPTS.get(letters);
        return script == null ? ALIASES.get(letters) : script;
    }

    static String spelling(String unicodeName, boolean inverse) {
        return (inverse ? "\\P{" : "\\p{") + unicodeName + "}";
    }

    private static CharacterRanges ranges(String bounds) {
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < bounds.length(); i += 2) {
            ranges.add(new Range(bounds.charAt(i), bounds.charAt(i + 1)));
        }
        return CharacterRanges.of(ranges);
    }

    /** Go finds the scripts whose names are one word. */
    private static Map<String, String> scripts() {
        Map<String, String> scripts = new HashMap<>();
        for (Character.UnicodeScript script : Character.UnicodeScript.values()) {
            String name = script.name();
            if (name.indexOf('_') < 0 && !NOT_OF_GO.contains(name)) {
                scripts.put(
                        name.toLowerCase(Locale.ROOT),
                        name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT));
            }
        }
        return Map.copyOf(scripts);
    }
}
