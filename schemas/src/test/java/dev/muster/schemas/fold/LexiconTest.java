package dev.muster.schemas.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class LexiconTest {
  /** Lines that scorecards were written with. */
  private static final int WRITTEN = 128;

  private static final String HASH =
      "dbdd880e9904922383ea16641e3e19fed74775083efeb6571c6fb93d3400e0b4";

  @Test
  void wordsStandWhereTheyStood() throws Exception {
    // given
    String written = String.join("\n", Lexicon.words().subList(0, WRITTEN));

    // when
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(written.getBytes(StandardCharsets.UTF_8));

    // then
    assertThat(HexFormat.of().formatHex(hash))
        .as("words are only added at the end, and then counted and hashed here")
        .isEqualTo(HASH);
    assertThat(Lexicon.words()).hasSize(WRITTEN).doesNotHaveDuplicates().doesNotContain("");
  }

  @Test
  void aWordIsFoundWhereItStands() {
    assertThat(Lexicon.words()).allSatisfy(word -> assertThat(at(word)).isEqualTo(word));
    assertThat(Lexicon.place("no word of ours")).isEqualTo(-1);
  }

  private static String at(String word) {
    return Lexicon.at(Lexicon.place(word));
  }

  @Test
  void aWordOfANewerMusterIsRefusedBySayingSo() {
    assertThatThrownBy(() -> Lexicon.at(10_000)).hasMessageContaining("a newer Muster wrote this");
  }
}
