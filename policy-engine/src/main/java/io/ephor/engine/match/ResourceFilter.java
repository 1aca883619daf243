package io.ephor.engine.match;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One filter of a {@code match} or {@code exclude} block as written: all its parts have to hold, inside a list one entry
 * is enough.
 *
 * <p>The three lists about the user are null where they are not written. An empty one constrains nothing, yet makes the
 * filter one that says something.
 *
 * @param operations operations of the request
 * @param kinds what {@link KindSelector} reads
 * @param name wildcard on the name; empty for none
 * @param names wildcards on the name
 * @param namespaces wildcards on the namespace
 * @param annotations wildcards on keys and values of annotations; every pair has to be found
 * @param selector on the labels of the resource, or null
 * @param namespaceSelector on the labels of its namespace, or null
 * @param roles roles of the user, each as {@code namespace:name}, or null
 * @param clusterRoles cluster roles of the user, or null
 * @param subjects who the user may be, or null
 */
public record ResourceFilter(
        List<String> operations,
        List<String> kinds,
        String name,
        List<String> names,
        List<String> namespaces,
        Map<String, String> annotations,
        @Nullable LabelSelector selector,
        @Nullable LabelSelector namespaceSelector,
        @Nullable List<String> roles,
        @Nullable List<String> clusterRoles,
        @Nullable List<Subject> subjects) {
    /** The filter that says nothing, and never holds. */
    public static final ResourceFilter EMPTY =
            new ResourceFilter(List.of(), List.of(), "", List.of(), List.of(), Map.of(), null, null, null, null, null);

    /** {@return whether the filter says nothing about the resource or the operation} */
    public boolean describesNothing() {
        return operations.isEmpty()
                && kinds.isEmpty()
                && name.isEmpty()
                && names.isEmpty()
                && namespaces.isEmpty()
                && annotations.isEmpty()
                && selector == null
                && namespaceSelector == null;
    }

    /** {@return whether no list about the user is written, not even an empty one} */
    public boolean mentionsNoUser() {
        return roles == null && clusterRoles == null && subjects == null;
    }

    /** {@return whether the filter constrains the user in no way} */
    public boolean admitsEveryUser() {
        return isEmpty(roles) && isEmpty(clusterRoles) && isEmpty(subjects);
    }

    /** {@return whether nothing at all is written in the filter} */
    public boolean isEmpty() {
        return describesNothing() && mentionsNoUser();
    }

    private static boolean isEmpty(@Nullable List<?> list) {
        return list == null || list.isEmpty();
    }
}
