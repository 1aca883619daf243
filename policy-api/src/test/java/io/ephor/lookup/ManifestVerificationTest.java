package io.ephor.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ManifestVerificationTest {
    private static final String KEY = "-----BEGIN PUBLIC KEY-----\nMFkw\nEwYH\n-----END PUBLIC KEY-----";

    private static ManifestSignatureRequest request(String name, String key) {
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        resource.putObject("metadata").put("name", name);
        ObjectNode attestor = JsonNodeFactory.instance.objectNode();
        attestor.putObject("keys").put("publicKeys", key);
        return new ManifestSignatureRequest(
                resource, attestor, ManifestSignatureRequest.DEFAULT_ANNOTATION_DOMAIN, "", "");
    }

    @Test
    void hasEitherASignerOrAReason() {
        ManifestVerification verified = ManifestVerification.verified("ada@example.com");
        ManifestVerification refused = ManifestVerification.refused("not signed");

        assertThat(verified.isVerified()).isTrue();
        assertThat(verified.signer()).isEqualTo("ada@example.com");
        assertThat(verified.reason()).isEmpty();
        assertThat(refused.isVerified()).isFalse();
        assertThat(refused.signer()).isEmpty();
        assertThat(refused.reason()).isEqualTo("not signed");
        assertThat(verified).hasToString("verified, signed by ada@example.com");
        assertThat(ManifestVerification.verified("")).hasToString("verified");
        assertThat(refused).hasToString("refused: not signed");
    }

    @Test
    void isTheSameWhereItSaysTheSame() {
        assertThat(ManifestVerification.refused("a"))
                .isEqualTo(ManifestVerification.refused("a"))
                .hasSameHashCodeAs(ManifestVerification.refused("a"))
                .isNotEqualTo(ManifestVerification.refused("b"))
                .isNotEqualTo(ManifestVerification.verified("a"));
    }

    @Test
    void isPreparedByTheNameOfTheResourceAndTheKey() {
        ManifestVerification verified = ManifestVerification.verified("");
        InMemoryLookups world =
                InMemoryLookups.builder().manifest("web", KEY, verified).build();
        ManifestSignatureLookup lookup = Objects.requireNonNull(world.lookups().manifestSignatures());

        assertThat(lookup.verify(request("web", KEY))).isSameAs(verified);
        assertThat(lookup.verify(request("web", "MFkwEwYH"))).isSameAs(verified);
        assertThatThrownBy(() -> lookup.verify(request("db", KEY)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing is prepared for `manifest db by MFkwEwYH`");
        assertThat(world.asked())
                .containsExactly("manifest web by MFkwEwYH", "manifest web by MFkwEwYH", "manifest db by MFkwEwYH");
    }

    @Test
    void lookupsKeepTheLookup() {
        ManifestSignatureLookup lookup = request -> ManifestVerification.verified("");

        assertThat(Lookups.builder().manifestSignatures(lookup).build().toBuilder()
                        .build()
                        .manifestSignatures())
                .isSameAs(lookup);
        assertThat(Lookups.none().manifestSignatures()).isNull();
    }
}
