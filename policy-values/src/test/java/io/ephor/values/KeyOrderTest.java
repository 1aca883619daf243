package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyOrderTest {
    @Test
    void isTheOrderOfUtf8Bytes() {
        long seed = System.nanoTime();
        System.out.println("KeyOrderTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String left = text(random);
            String right = text(random);
            int expected = Arrays.compareUnsigned(
                    left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
            assertThat(Integer.signum(KeyOrder.INSTANCE.compare(left, right)))
                    .as("`%s` and `%s`, seed %d", left, right, seed)
                    .isEqualTo(Integer.signum(expected));
        }
    }

    private static String text(Random random) {
        int[] points = {'a', 'b', 0xE4, 0xD7FF, 0xE000, 0xFFFD, 0x1F600, 0x10FFFF};
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
