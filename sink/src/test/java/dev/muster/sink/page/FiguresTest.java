package dev.muster.sink.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2    | 31    | 2 of 31 (6.5 %)",
        "0    | 31    | 0 of 31 (0 %)",
        "31   | 31    | 31 of 31 (100 %)",
        "1    | 5000  | 1 of 5000 (less than 0.1 %)",
        "4999 | 5000  | 4999 of 5000 (more than 99.9 %)",
        "0    | 0     | 0 of 0"
      })
  void aShareIsNeverRoundedToNothingOrToAll(long part, long whole, String said) {
    assertThat(Figures.of(part, whole)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"0.999, 99.9 %", "0.99950, 99.95 %", "1, 100 %", "0.9, 90 %", "0, 0 %"})
  void aTargetIsSaidAsItIs(BigDecimal target, String said) {
    assertThat(Figures.percent(target)).isEqualTo(said);
  }
}
