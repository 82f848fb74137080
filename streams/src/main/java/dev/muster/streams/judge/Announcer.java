package dev.muster.streams.judge;

import dev.muster.core.gate.Rulebook;
import dev.muster.core.scorecard.StandardScore;
import dev.muster.schemas.judgement.NoiseScore;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.SloScore;
import dev.muster.streams.burn.SloScores;
import dev.muster.streams.scorecard.Deploys;
import dev.muster.streams.scorecard.Print;
import dev.muster.streams.scorecard.Scorecards;
import dev.muster.streams.state.DeployRows;
import dev.muster.streams.state.Emission;
import dev.muster.streams.state.ServiceState;
import dev.muster.streams.state.ServiceStates;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Emits scorecards by the rules of {@link Emission}. */
final class Announcer {
  private final ServiceStates states;
  private final DeployRows deploys;
  private final Standings standings;
  private final Slos slos;
  private final Noises noises;
  private final BooleanSupplier live;
  private final Voice voice;
  private boolean waits;

  Announcer(
      ServiceStates states,
      DeployRows deploys,
      Standings standings,
      Slos slos,
      Noises noises,
      BooleanSupplier live,
      Voice voice) {
    this.states = states;
    this.deploys = deploys;
    this.standings = standings;
    this.slos = slos;
    this.noises = noises;
    this.live = live;
    this.voice = voice;
  }

  /** Something of its standing may have changed. */
  void changed(String service, Rulebook rulebook, Instant now) {
    ServiceState state = states.of(service);
    if (state.emission().atOnce(now, live.getAsBoolean())) {
      if (waits) {
        states.put(service, state.emitting(state.emission().next(now)));
      } else {
        emit(service, rulebook, now);
      }
    } else {
      states.put(service, state.emitting(state.emission().held(now)));
    }
  }

  /** Scorecards that would be told at once meanwhile fall due instead. */
  int afterwards(IntSupplier speaking) {
    waits = true;
    int said = speaking.getAsInt();
    waits = false;
    return said;
  }

  /** Only figures have changed. */
  void figures(String service, Instant now) {
    ServiceState state = states.of(service);
    states.put(service, state.emitting(state.emission().heldFigures(now, service)));
  }

  /** The catalogue has it no more. */
  void gone(String service, Instant now) {
    ServiceState state = states.of(service);
    if (live.getAsBoolean()) {
      takeBack(service, now);
    } else {
      states.put(service, state.emitting(state.emission().held(now)));
    }
  }

  boolean isLive() {
    return live.getAsBoolean();
  }

  void takeBack(String service, Instant now) {
    voice.takeBack(service, now);
    states.put(service, states.of(service).emitting(Emission.NONE));
  }

  /** Now, unless it would say what the last one said. */
  void emit(String service, Rulebook rulebook, Instant now) {
    ServiceState state = states.of(service);
    List<StandardScore> scores = standings.scores(rulebook, state, now);
    List<SloScore> measured = slos.books(rulebook).stream().map(SloScores::of).toList();
    Deploys deployed =
        Deploys.of(rulebook.service(), deploys.of(service), noises.failures(service, now), now);
    NoiseScore week = noises.score(rulebook, now);
    Scorecard card = Scorecards.of(rulebook, state, scores, measured, week, deployed, now);
    long print = Print.of(card, scores);
    Emission emission = state.emission();
    boolean same = print == emission.print();
    if (!same) {
      voice.say(card);
    }
    Emission told = emission.told(same ? emission.last() : now, print);
    Instant turns = deployed.figures().turns();
    states.put(service, state.emitting(turns == null ? told : told.heldFigures(turns, service)));
  }
}
