package dev.muster.app.run;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.time.Clock;

/** Keeps a fact, sends it, and tells in words what became of it; never throws for a sick Muster. */
final class Reporter {
  /** More wait for the run after: a command should not hang on old news. */
  private static final int OLD_PER_RUN = 200;

  private final RunSettings settings;
  private final Spool spool;
  private final Clock clock;

  Reporter(RunSettings settings, Clock clock) {
    this.settings = settings;
    this.spool = new Spool(settings.spool());
    this.clock = clock;
  }

  /** What became of it, fit to end a sentence that began with what it says. */
  String report(Fact fact) throws InterruptedException {
    Spool.Kept kept;
    try {
      kept = spool.keep(clock.millis(), fact);
    } catch (IOException e) {
      return unkept(fact, "cannot keep events in " + settings.spool());
    }
    Answer answer = send(fact.kind(), fact.json());
    try {
      return settle(kept, answer) + (answered(answer) ? sendOld() : "");
    } catch (IOException e) {
      return "told, but the event cannot be taken out of " + settings.spool();
    }
  }

  private String unkept(Fact fact, String trouble) throws InterruptedException {
    Answer answer = send(fact.kind(), fact.json());
    if (answer instanceof Answer.Taken) {
      return words(answer) + " (" + trouble + ")";
    }
    return "NOT reported: " + words(answer) + ", and " + trouble;
  }

  private String settle(Spool.Kept kept, Answer answer) throws IOException {
    if (answered(answer)) {
      spool.drop(kept);
      return words(answer);
    }
    if (answer instanceof Answer.Refused) {
      return words(answer) + "; kept aside as " + spool.setAside(kept);
    }
    return words(answer) + "; kept, and sent by the next run";
  }

  private String sendOld() throws IOException, InterruptedException {
    int sent = 0;
    for (Spool.Kept old : spool.waiting().stream().limit(OLD_PER_RUN).toList()) {
      Answer answer = send(old.kind(), old.body());
      settle(old, answer);
      if (answer instanceof Answer.Away) {
        break;
      }
      sent++;
    }
    return sent == 0 ? "" : "; also sent " + sent + " kept earlier";
  }

  private Answer send(String kind, String json) throws InterruptedException {
    String token;
    try {
      token = Files.readString(settings.tokenFile()).strip();
    } catch (MalformedInputException e) {
      return new Answer.Away(settings.tokenFile() + " is no token");
    } catch (IOException e) {
      return new Answer.Away("no token can be read from " + settings.tokenFile());
    }
    if (!token.matches("[!-~]+")) {
      return new Answer.Away(settings.tokenFile() + " is no token");
    }
    return new IngestClient(settings.ingest(), settings.named(), token).post(kind, json);
  }

  private static boolean answered(Answer answer) {
    return answer instanceof Answer.Taken || answer instanceof Answer.Parked;
  }

  private static String words(Answer answer) {
    if (answer instanceof Answer.Parked parked) {
      return "parked by Muster: " + parked.why();
    }
    if (answer instanceof Answer.Refused refused) {
      return "refused by Muster: " + refused.why();
    }
    if (answer instanceof Answer.Away away) {
      return "not reported: " + away.why();
    }
    String hint = ((Answer.Taken) answer).hint();
    return hint.isEmpty() ? "reported" : "reported, but " + hint;
  }
}
