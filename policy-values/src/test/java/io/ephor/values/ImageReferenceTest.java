package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ImageReferenceTest {
    private static final String SHA256 = "sha256:" + "a".repeat(64);

    @Test
    void takesAReferenceApart() {
        ImageReference image = ImageReference.parse("[::1]:5000/a_b/c.d--e:v1@" + SHA256);
        assertThat(image).isEqualTo(new ImageReference("[::1]:5000", "a_b/c.d--e", "v1", SHA256));
        assertThat(image.name()).isEqualTo("c.d--e");
        assertThat(image.reference()).isEqualTo("[::1]:5000/a_b/c.d--e@" + SHA256);
        assertThat(image.referenceWithTag()).isEqualTo("[::1]:5000/a_b/c.d--e:v1");
    }

    @Test
    void givesADefaultRegistryAndTag() {
        assertThat(normalized("nginx")).isEqualTo("docker.io/nginx:latest");
        assertThat(normalized("foo/bar:1")).isEqualTo("docker.io/foo/bar:1");
        assertThat(normalized("localhost/x")).isEqualTo("localhost/x:latest");
        assertThat(normalized("a:1@" + SHA256)).isEqualTo("docker.io/a@" + SHA256);
        assertThat(ImageReference.normalize("a", "docker.io", false).registry()).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        assertFails("", "repository name must have at least one component");
        assertFails("NGINX", "repository name must be lowercase");
        assertFails("a..b", "invalid reference format");
        assertFails("a:" + "t".repeat(129), "invalid reference format");
        assertFails("a@md5:" + "a".repeat(32), "unsupported digest algorithm");
        assertFails("a@sha256:" + "a".repeat(32), "invalid checksum digest length");
        assertFails("a@sha256:" + "A".repeat(64), "invalid checksum digest format");
        assertFails("x/" + "a".repeat(256), "repository name must not be more than 255 characters");
    }

    private static String normalized(String text) {
        return ImageReference.normalize(text, "docker.io", true).toString();
    }

    private static void assertFails(String text, String message) {
        assertThatThrownBy(() -> ImageReference.parse(text))
                .isInstanceOf(ImageReferenceException.class)
                .hasMessage(message);
    }
}
