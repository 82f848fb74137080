package dev.muster.streams.burn;

import dev.muster.core.gate.SloFigures;
import dev.muster.core.gate.SloFigures.Samples;
import dev.muster.core.slo.BurnBook;
import java.util.Collection;

/** SLOs as gates ask for them. */
public final class MeasuredSlos {
  private MeasuredSlos() {}

  public static SloFigures of(Collection<BurnBook> books) {
    return new SloFigures(
        books.stream()
            .map(
                book ->
                    new SloFigures.Slo(
                        book.slo().name(),
                        book.slo().kind(),
                        book.slo().target().doubleValue(),
                        book.slo().pages(),
                        samples(book)))
            .toList());
  }

  /** Whether samples of it come. */
  public static Samples samples(BurnBook book) {
    BurnBook.Counted counted = book.counted();
    if (counted == null) {
      return new Samples.Never();
    }
    return book.standing().silence().lost() == null
        ? new Samples.Coming()
        : new Samples.Ended(counted.newest());
  }
}
