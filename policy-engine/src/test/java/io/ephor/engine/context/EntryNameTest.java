package io.ephor.engine.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "x ; x ; true",
                "x ; x.y ; true",
                "x ; y.x ; false",
                "x ; 'x' && y ; true",
                "x ; my-x ; true",
                "x ; _x ; true",
                "x ; ax ; false",
                "x ; x1 ; false",
                "x ; x_1 ; false",
                "x ; x-w ; true",
                "x ; y.x || x ; true",
                "a.c ; abc ; true",
                "a.c ; \"a.c\" ; true",
                "a.c ; ac ; false",
                "my-x ; \"my-x\" ; true",
                "one ; to_string('one') ; true",
                "long ; lo ; false",
            })
    void tellsAMention(String name, String query, boolean mentioned) {
        assertThat(new EntryName(name).isMentionedIn(query)).isEqualTo(mentioned);
    }
}
