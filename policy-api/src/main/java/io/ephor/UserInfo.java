package io.ephor;

import java.util.List;
import java.util.Objects;

/** Who made a request. Immutable and thread-safe. */
public final class UserInfo {
    private static final UserInfo NONE = new UserInfo("", List.of(), List.of(), List.of());

    private final String username;
    private final List<String> groups;
    private final List<String> roles;
    private final List<String> clusterRoles;

    private UserInfo(String username, List<String> groups, List<String> roles, List<String> clusterRoles) {
        this.username = Objects.requireNonNull(username, "username");
        this.groups = List.copyOf(groups);
        this.roles = List.copyOf(roles);
        this.clusterRoles = List.copyOf(clusterRoles);
    }

    /** Returns a user with the given name and groups, and without roles. */
    public static UserInfo of(String username, String... groups) {
        return new UserInfo(username, List.of(groups), List.of(), List.of());
    }

    /** Returns the user of a request of whose user nothing is known, as in a background scan. */
    public static UserInfo none() {
        return NONE;
    }

    /** Returns this user with the given roles, each as {@code namespace:name}. */
    public UserInfo withRoles(List<String> roles) {
        return new UserInfo(username, groups, roles, clusterRoles);
    }

    /** Returns this user with the given cluster roles. */
    public UserInfo withClusterRoles(List<String> clusterRoles) {
        return new UserInfo(username, groups, roles, clusterRoles);
    }

    /** Returns the user name; empty where it is not known. */
    public String username() {
        return username;
    }

    /** Returns the groups of the user in the given order. */
    public List<String> groups() {
        return groups;
    }

    /** Returns the roles bound to the user, each as {@code namespace:name}. */
    public List<String> roles() {
        return roles;
    }

    /** Returns the cluster roles bound to the user. */
    public List<String> clusterRoles() {
        return clusterRoles;
    }

    /** Says whether nothing at all is known of the user. */
    public boolean isEmpty() {
        return username.isEmpty() && groups.isEmpty() && roles.isEmpty() && clusterRoles.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserInfo that
                && username.equals(that.username)
                && groups.equals(that.groups)
                && roles.equals(that.roles)
                && clusterRoles.equals(that.clusterRoles);
    }

    @Override
    public int hashCode() {
        return Objects.hash(username, groups, roles, clusterRoles);
    }

    @Override
    public String toString() {
        return "UserInfo[" + username + ", groups=" + groups + ", roles=" + roles + ", clusterRoles=" + clusterRoles
                + "]";
    }
}
