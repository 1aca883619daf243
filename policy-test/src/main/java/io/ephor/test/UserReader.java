package io.ephor.test;

import io.ephor.UserInfo;
import java.util.List;

/** Reads who makes the request of a test. Kyverno: cmd/cli/kubectl-kyverno/apis/v1alpha1/user_info.go. */
final class UserReader {
    private static final String DEPRECATED = "deprecated-schema";
    private static final String DEPRECATED_MESSAGE =
            "a user has `apiVersion: cli.kyverno.io/v1alpha1` and `kind: UserInfo`";

    private UserReader() {}

    /** Reads the user of a test. */
    static UserInfo read(SourceDocument document, Faults faults) {
        ObjectFields root = new ObjectFields(document.value(), "", document, faults);
        if (isDeprecated(root)) {
            faults.error(DEPRECATED, DEPRECATED_MESSAGE, document, root.pointer());
        }
        return read(root);
    }

    /** Reads the user of a command line, where a file without version and kind is still taken. */
    static UserInfo readLeniently(SourceDocument document, Faults faults) {
        ObjectFields root = new ObjectFields(document.value(), "", document, faults);
        if (isDeprecated(root)) {
            faults.warning(DEPRECATED, DEPRECATED_MESSAGE, document, root.pointer());
        }
        return read(root);
    }

    private static boolean isDeprecated(ObjectFields root) {
        boolean versioned = !root.text("apiVersion").isEmpty();
        boolean typed = !root.text("kind").isEmpty();
        return !versioned || !typed;
    }

    private static UserInfo read(ObjectFields root) {
        root.accept("metadata");
        root.flag("synchronize");
        List<String> roles = root.texts("roles");
        List<String> clusterRoles = root.texts("clusterRoles");
        UserInfo user = UserInfo.none();
        ObjectFields info = root.object("userInfo");
        if (info != null) {
            user = UserInfo.of(info.text("username"), info.texts("groups").toArray(String[]::new))
                    .withUid(info.text("uid"));
            info.accept("extra");
            info.finish();
        }
        root.finish();
        return user.withRoles(roles).withClusterRoles(clusterRoles);
    }
}
