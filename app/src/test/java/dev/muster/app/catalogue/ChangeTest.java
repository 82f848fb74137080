package dev.muster.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.record.CatalogKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {
  private static final Entry CHECKS = new Entry(CatalogKind.CHECKS, "checks", "h1", "{}");
  private static final Entry OTHER_CHECKS = new Entry(CatalogKind.CHECKS, "checks", "h2", "{}");
  private static final Entry ORDERS = new Entry(CatalogKind.SERVICE, "orders", "h3", "{}");

  @Test
  void changedChecksHaveEveryServiceJudgedAgain() {
    // given
    Applied applied = applied(CHECKS, ORDERS);

    // when
    List<Change> changes = Change.between(applied, List.of(OTHER_CHECKS, ORDERS), false);

    // then
    assertThat(changes)
        .containsExactly(new Change.Changed(CHECKS, OTHER_CHECKS), new Change.JudgedAgain(ORDERS));
    assertThat(changes.get(1).words())
        .containsExactly("= service orders is judged again by the changed checks");
  }

  @Test
  void whatIsAsItWasIsLeftAlone() {
    // given
    Applied applied = applied(CHECKS, ORDERS);

    // when
    List<Change> changes = Change.between(applied, List.of(CHECKS, ORDERS), false);

    // then
    assertThat(changes).isEmpty();
  }

  private static Applied applied(Entry... entries) {
    Applied applied = new Applied();
    List.of(entries).forEach(applied::put);
    return applied;
  }
}
