package dev.muster.streams.state;

import dev.muster.core.slo.BurnBook;
import dev.muster.core.slo.BurnStanding;
import dev.muster.core.slo.BurnStanding.Silence;
import dev.muster.core.slo.Call;
import dev.muster.core.slo.Exclusions;
import dev.muster.core.slo.Health;
import dev.muster.core.slo.HourShelf;
import dev.muster.core.slo.Ledger;
import dev.muster.core.slo.Sample;
import dev.muster.core.slo.SliceHour;
import dev.muster.core.slo.Slo;
import dev.muster.core.slo.Tier;
import dev.muster.core.slo.Windows;
import java.time.Instant;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * SLOs and their hours in bytes. The order of the enums' constants is part of the format. Sums are
 * written in the order of the SLO's windows.
 */
final class BurnCodec {
  private static final int BOOK_1 = 1;
  private static final int HOUR_1 = 1;
  private static final int IDENTITY_BYTES = Sample.IDENTITY_BITS / Byte.SIZE;
  private static final Health[] HEALTH = Health.values();
  private static final Tier[] TIERS = Tier.values();
  private static final int QUIET = 0;
  private static final int OPEN = 1;
  private static final int RESOLVED = 2;

  private BurnCodec() {}

  static byte[] write(BurnBook book) {
    ByteSink out = new ByteSink(1024).number(BOOK_1);
    standing(out, book.standing());
    BurnBook.Counted counted = book.counted();
    out.flag(counted != null);
    if (counted != null) {
      Ledger ledger = counted.ledger();
      out.instant(counted.newest()).number(ledger.first()).number(ledger.head());
      Windows windows = ledger.windows();
      for (int w = 0; w < windows.size(); w++) {
        out.number(windows.bad(w)).number(windows.total(w)).number(windows.sampled(w));
      }
      hour(out, ledger.current());
    }
    return out.bytes();
  }

  static BurnBook read(byte[] bytes, Slo slo, HourShelf shelf, Exclusions exclusions) {
    ByteSource in = StateCodec.of(bytes, BOOK_1, "burn");
    BurnStanding standing = standing(in);
    if (!in.flag()) {
      return BurnBook.restore(slo, shelf, exclusions, standing, null, standing.since());
    }
    Instant newest = in.instant();
    long first = in.number();
    long head = in.number();
    Windows windows = Windows.of(slo);
    for (int w = 0; w < windows.size(); w++) {
      long bad = in.number();
      long total = in.number();
      windows.put(w, total - bad, total, in.number());
    }
    Ledger.Rules rules = new Ledger.Rules(slo.budgeting(), exclusions);
    Ledger ledger = new Ledger(shelf, windows, rules, hour(in), first, head);
    return BurnBook.restore(slo, shelf, exclusions, standing, ledger, newest);
  }

  static byte[] write(SliceHour hour) {
    ByteSink out = new ByteSink(1024).number(HOUR_1);
    hour(out, hour);
    return out.bytes();
  }

  static SliceHour readHour(byte[] bytes) {
    return hour(StateCodec.of(bytes, HOUR_1, "an hour of burn"));
  }

  @SuppressWarnings("EnumOrdinal")
  private static void standing(ByteSink out, BurnStanding standing) {
    out.number(standing.health().ordinal()).instant(standing.healthSince());
    if (standing.call() instanceof Call.Open open) {
      out.number(OPEN).number(open.tier().ordinal()).instant(open.since()).flag(open.frozen());
    } else {
      out.number(standing.call() instanceof Call.Resolved ? RESOLVED : QUIET);
    }
    long[] holding = standing.holding().toLongArray();
    out.number(holding.length == 0 ? 0 : holding[0]);
    out.instant(standing.since()).number(standing.revision());
    out.optional(standing.silence().late(), ByteSink::instant);
    out.optional(standing.silence().lost(), ByteSink::instant);
  }

  private static BurnStanding standing(ByteSource in) {
    Health health = HEALTH[in.size()];
    Instant healthSince = in.instant();
    Call call = call(in);
    BitSet holding = BitSet.valueOf(new long[] {in.number()});
    Instant since = in.instant();
    long revision = in.number();
    @Nullable Instant late = in.optional(ByteSource::instant);
    @Nullable Instant lost = in.optional(ByteSource::instant);
    return new BurnStanding(
        health, healthSince, call, holding, since, revision, new Silence(late, lost));
  }

  private static Call call(ByteSource in) {
    return switch (in.size()) {
      case QUIET -> new Call.Quiet();
      case OPEN -> new Call.Open(TIERS[in.size()], in.instant(), in.flag());
      default -> new Call.Resolved();
    };
  }

  private static void hour(ByteSink out, SliceHour hour) {
    out.number(hour.hour()).raw(hour.sampled(), Long.BYTES).raw(hour.busy(), Long.BYTES);
    int counted = 0;
    int held = 0;
    for (int minute = 0; minute < SliceHour.MINUTES; minute++) {
      counted += hour.known(minute).length > 0 ? 1 : 0;
      held += hour.held(minute) != 0 ? 1 : 0;
    }
    out.number(counted);
    for (int minute = 0; minute < SliceHour.MINUTES; minute++) {
      if (hour.known(minute).length > 0) {
        slice(out, hour, minute);
      }
    }
    out.number(held);
    for (int minute = 0; minute < SliceHour.MINUTES; minute++) {
      if (hour.held(minute) != 0) {
        out.raw(minute, 1).raw(hour.held(minute), 1);
      }
    }
  }

  private static void slice(ByteSink out, SliceHour hour, int minute) {
    long total = hour.total(minute);
    out.raw(minute, 1).number(total - hour.good(minute)).number(total);
    long[] known = hour.known(minute);
    out.number(known.length);
    for (long each : known) {
      out.raw(each, IDENTITY_BYTES);
    }
  }

  private static SliceHour hour(ByteSource in) {
    SliceHour hour = new SliceHour(in.number());
    hour.setSampled(in.raw(Long.BYTES));
    hour.setBusy(in.raw(Long.BYTES));
    for (int left = in.size(); left > 0; left--) {
      int minute = (int) in.raw(1);
      long bad = in.number();
      long total = in.number();
      long[] known = new long[in.size()];
      for (int i = 0; i < known.length; i++) {
        known[i] = in.raw(IDENTITY_BYTES);
      }
      hour.put(minute, total - bad, total, known);
    }
    for (int left = in.size(); left > 0; left--) {
      hour.hold((int) in.raw(1), (int) in.raw(1));
    }
    return hour;
  }
}
