package dev.muster.core.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;

/** One thing that is said of a service, whenever it happens. */
interface Said {
  /** What it is about, so that something else can be said in its place. */
  String about();

  /** Says it in the world, as of an instant. */
  void at(World world, Instant instant);

  /** The same, that much earlier. */
  default Said before(Duration span) {
    Said said = this;
    return new Said() {
      @Override
      public String about() {
        return said.about();
      }

      @Override
      public void at(World world, Instant instant) {
        said.at(world, instant.minus(span));
      }
    };
  }

  /** Nothing, in place of what is said about that. */
  static Said nothing(String about) {
    return figure(about, (world, instant) -> {});
  }

  /** Something said by a change of the world's figures. */
  static Said figure(String about, BiConsumer<World, Instant> change) {
    return new Said() {
      @Override
      public String about() {
        return about;
      }

      @Override
      public void at(World world, Instant instant) {
        change.accept(world, instant);
      }
    };
  }
}
