package io.ephor.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.UserInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompiledSubjectsTest {
    private static boolean include(String kind, String name, String namespace, UserInfo user) {
        return CompiledSubjects.compile(List.of(new Subject(kind, name, namespace)))
                .include(user);
    }

    @Test
    void comparesUsersByWildcard() {
        assertThat(include("User", "al?ce", "", UserInfo.of("alice"))).isTrue();
        assertThat(include("User", "ALICE", "", UserInfo.of("alice"))).isFalse();
        assertThat(include("User", "devs", "", UserInfo.of("alice", "devs"))).isFalse();
    }

    @Test
    void comparesEveryGroup() {
        assertThat(include("Group", "d*", "", UserInfo.of("alice", "ops", "devs")))
                .isTrue();
        assertThat(include("Group", "*", "", UserInfo.of("alice"))).isFalse();
    }

    @Test
    void comparesTheUserNameOfAServiceAccount() {
        UserInfo builder = UserInfo.of("system:serviceaccount:dev:builder");
        assertThat(include("ServiceAccount", "builder", "dev", builder)).isTrue();
        assertThat(include("ServiceAccount", "builder", "", builder)).isFalse();
        assertThat(include("ServiceAccount", "*", "d*", builder)).isTrue();
    }

    @Test
    void takesAnUnknownKindForNobody() {
        assertThat(include("Robot", "*", "*", UserInfo.of("alice", "devs"))).isFalse();
        assertThat(include("user", "*", "", UserInfo.of("alice"))).isFalse();
    }
}
