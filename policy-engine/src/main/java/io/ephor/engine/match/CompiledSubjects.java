package io.ephor.engine.match;

import io.ephor.UserInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiled {@code subjects}: one of them is the user. Immutable and thread-safe.
 *
 * <p>Kyverno: {@code pkg/utils/match/subjects.go}
 */
public final class CompiledSubjects {
    private final TextPattern[] users;
    private final TextPattern[] groups;

    private CompiledSubjects(List<String> users, List<String> groups) {
        this.users = TextPattern.of(users);
        this.groups = TextPattern.of(groups);
    }

    /** Compiles subjects. One of an unknown kind is nobody. */
    public static CompiledSubjects compile(List<Subject> subjects) {
        List<String> users = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (Subject subject : subjects) {
            switch (subject.kind()) {
                case "User" -> users.add(subject.name());
                case "Group" -> groups.add(subject.name());
                case "ServiceAccount" ->
                    users.add("system:serviceaccount:" + subject.namespace() + ":" + subject.name());
                default -> {}
            }
        }
        return new CompiledSubjects(users, groups);
    }

    /** {@return whether one of the subjects is a user} */
    public boolean include(UserInfo user) {
        if (TextPattern.anyMatches(users, user.username())) {
            return true;
        }
        if (groups.length == 0) {
            return false;
        }
        for (String group : user.groups()) {
            if (TextPattern.anyMatches(groups, group)) {
                return true;
            }
        }
        return false;
    }
}
