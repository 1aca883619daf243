package io.ephor;

import java.util.List;
import java.util.Objects;

/** Who made a request. Immutable and thread-safe. */
public final class UserInfo {
    private static final UserInfo NONE = new UserInfo("", "", List.of(), List.of(), List.of());

    private final String username;
    private final String uid;
    private final List<String> groups;
    private final List<String> roles;
    private final List<String> clusterRoles;
    private final boolean empty;

    private UserInfo(String username, String uid, List<String> groups, List<String> roles, List<String> clusterRoles) {
        this.username = Objects.requireNonNull(username, "username");
        this.uid = Objects.requireNonNull(uid, "uid");
        this.groups = List.copyOf(groups);
        this.roles = List.copyOf(roles);
        this.clusterRoles = List.copyOf(clusterRoles);
        this.empty =
                username.isEmpty() && uid.isEmpty() && groups.isEmpty() && roles.isEmpty() && clusterRoles.isEmpty();
    }

    /**
     * {@return a user with the given name and groups, and without roles}
     *
     * @param username the user name
     * @param groups the groups, in the order in which they are to be seen
     */
    public static UserInfo of(String username, String... groups) {
        return new UserInfo(username, "", List.of(groups), List.of(), List.of());
    }

    /** {@return the user of a request of whose user nothing is known, as in a background scan} */
    public static UserInfo none() {
        return NONE;
    }

    /**
     * {@return this user with the given roles, each as {@code namespace:name}}
     *
     * @param roles the roles bound to the user
     */
    public UserInfo withRoles(List<String> roles) {
        return new UserInfo(username, uid, groups, roles, clusterRoles);
    }

    /**
     * {@return this user with the given cluster roles}
     *
     * @param clusterRoles the cluster roles bound to the user
     */
    public UserInfo withClusterRoles(List<String> clusterRoles) {
        return new UserInfo(username, uid, groups, roles, clusterRoles);
    }

    /**
     * {@return this user with the given identifier}
     *
     * @param uid what tells the user from others of the same name at other times
     */
    public UserInfo withUid(String uid) {
        return new UserInfo(username, uid, groups, roles, clusterRoles);
    }

    /** {@return the user name; empty where it is not known} */
    public String username() {
        return username;
    }

    /** {@return the identifier of the user; empty where it is not known} */
    public String uid() {
        return uid;
    }

    /** {@return the groups of the user in the given order} */
    public List<String> groups() {
        return groups;
    }

    /** {@return the roles bound to the user, each as {@code namespace:name}} */
    public List<String> roles() {
        return roles;
    }

    /** {@return the cluster roles bound to the user} */
    public List<String> clusterRoles() {
        return clusterRoles;
    }

    /** {@return whether nothing at all is known of the user} */
    public boolean isEmpty() {
        return empty;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserInfo that
                && username.equals(that.username)
                && uid.equals(that.uid)
                && groups.equals(that.groups)
                && roles.equals(that.roles)
                && clusterRoles.equals(that.clusterRoles);
    }

    @Override
    public int hashCode() {
        return Objects.hash(username, uid, groups, roles, clusterRoles);
    }

    @Override
    public String toString() {
        return "UserInfo[" + username + ", groups=" + groups + ", roles=" + roles + ", clusterRoles=" + clusterRoles
                + "]";
    }
}
