package io.ephor.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a path of the Kubernetes API names. Immutable.
 *
 * @param apiVersion group and version, such as {@code apps/v1}
 * @param namespace the namespace; empty for all of them, or where there is none
 * @param resource the kind in the plural and in small letters, such as {@code deployments}
 * @param name the name of a single resource; empty for a list
 */
record ApiPath(String apiVersion, String namespace, String resource, String name) {
    /** Returns what a path names, without its query; null where it names no resources. */
    static @Nullable ApiPath parse(String path) {
        int query = path.indexOf('?');
        String bare = query < 0 ? path : path.substring(0, query);
        List<String> parts = List.of(bare.replaceFirst("^/+", "").split("/", -1));
        int version = parts.get(0).equals("apis") ? 2 : 1;
        if (parts.size() <= version + 1 || (version == 1 && !parts.get(0).equals("api"))) {
            return null;
        }
        String apiVersion = version == 1 ? parts.get(1) : parts.get(1) + '/' + parts.get(2);
        List<String> rest = parts.subList(version + 1, parts.size());
        if (rest.get(0).equals("namespaces") && rest.size() > 2) {
            return of(apiVersion, rest.get(1), rest.subList(2, rest.size()));
        }
        return of(apiVersion, "", rest);
    }

    private static @Nullable ApiPath of(String apiVersion, String namespace, List<String> rest) {
        if (rest.size() > 2 || rest.get(0).isEmpty()) {
            return null;
        }
        return new ApiPath(apiVersion, namespace, rest.get(0), rest.size() == 2 ? rest.get(1) : "");
    }
}
