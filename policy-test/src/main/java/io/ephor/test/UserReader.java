package io.ephor.test;

import io.ephor.UserInfo;
import java.util.List;

/** Reads who makes the request of a test. Kyverno: cmd/cli/kubectl-kyverno/apis/v1alpha1/user_info.go. */
final class UserReader {
    private UserReader() {}

    static UserInfo read(SourceDocument document, Faults faults) {
        ObjectFields root = new ObjectFields(document.value(), "", document, faults);
        boolean versioned = !root.text("apiVersion").isEmpty();
        boolean typed = !root.text("kind").isEmpty();
        if (!versioned || !typed) {
            faults.error(
                    "deprecated-schema",
                    "a user has `apiVersion: cli.kyverno.io/v1alpha1` and `kind: UserInfo`",
                    document,
                    root.pointer());
        }
        root.accept("metadata");
        root.flag("synchronize");
        List<String> roles = root.texts("roles");
        List<String> clusterRoles = root.texts("clusterRoles");
        UserInfo user = UserInfo.none();
        ObjectFields info = root.object("userInfo");
        if (info != null) {
            user = UserInfo.of(info.text("username"), info.texts("groups").toArray(String[]::new));
            info.text("uid");
            info.accept("extra");
            info.finish();
        }
        root.finish();
        return user.withRoles(roles).withClusterRoles(clusterRoles);
    }
}
