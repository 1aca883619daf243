package io.ephor.values;

import java.io.Serial;
import java.util.List;

/**
 * Thrown when a text cannot be read as YAML or JSON; carries every fault that was found, in the order of the text.
 */
public final class YamlException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<YamlFault> faults;

    /**
     * Creates an exception for at least one fault.
     *
     * @param faults what is wrong with the text, at least one fault
     */
    public YamlException(List<YamlFault> faults) {
        super(faults.get(0).toString() + (faults.size() > 1 ? " (and " + (faults.size() - 1) + " more)" : ""));
        this.faults = List.copyOf(faults);
    }

    /** {@return all faults, at least one} */
    public List<YamlFault> faults() {
        return faults;
    }

    /** {@return the code of the first fault} */
    public String code() {
        return faults.get(0).code();
    }

    /** {@return the place of the first fault} */
    public SourceRange at() {
        return faults.get(0).at();
    }
}
