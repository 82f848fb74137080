package dev.muster.streams.state;

import dev.muster.core.alert.noise.IsoWeek;
import dev.muster.streams.state.RotationWord.Closed;
import dev.muster.streams.state.RotationWord.Share;

/** What is told of rotations' weeks, in bytes; the first says by which format. */
final class RotationCodec {
  private static final int WORD_1 = 1;

  private RotationCodec() {}

  static byte[] write(RotationWord word) {
    ByteSink out =
        new ByteSink(128).number(WORD_1).text(word.week().toString()).instant(word.spoken());
    if (word instanceof Share share) {
      out.flag(true)
          .text(share.service())
          .instant(share.since())
          .text(share.definition())
          .number(share.revision());
      WeekCodec.share(out, share.share());
    } else if (word instanceof Closed closed) {
      out.flag(false).text(closed.source()).text(closed.id()).instant(closed.time());
    }
    return out.bytes();
  }

  static RotationWord read(byte[] bytes) {
    ByteSource in = StateCodec.of(bytes, WORD_1, "words on rotations");
    IsoWeek week = IsoWeek.parse(in.text());
    var spoken = in.instant();
    if (in.flag()) {
      String service = in.text();
      var since = in.instant();
      String definition = in.text();
      int revision = in.size();
      return new Share(service, week, since, definition, WeekCodec.share(in), revision, spoken);
    }
    return new Closed(week, in.text(), in.text(), in.instant(), spoken);
  }
}
