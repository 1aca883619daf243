package io.ephor.architecture.planted.values;

import java.util.List;
import org.snakeyaml.engine.v2.events.Event;

/** Shows a type of a library inside a type parameter. */
public final class ShowsALibrary {
    private ShowsALibrary() {}

    /** {@return nothing} */
    public static List<Event> events() {
        return List.of();
    }
}
