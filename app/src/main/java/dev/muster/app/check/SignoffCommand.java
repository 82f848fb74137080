package dev.muster.app.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.app.Addresses;
import dev.muster.app.Exit;
import dev.muster.app.ReadsSettings;
import dev.muster.app.Unreachable;
import dev.muster.app.api.SinkApi;
import dev.muster.app.word.Terminal;
import dev.muster.core.release.Outcome;
import dev.muster.runtime.settings.Setting;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster signoff}. */
@Command(
    name = "signoff",
    description = {
      "Signs that a service, or a system, may go by a standard.",
      "Shows where it stands and asks for each waiver it stands on; what is written names you, the"
          + " waivers accepted and the hash of what you saw. What is not ready nobody can sign."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster signoff --standard launch-25 --system shop --note 'launch board of 12 January'",
      "",
      "Exit codes: 0 signed, 1 not ready, changed meanwhile, not accepted or not allowed; 2 wrong use; 3 cannot tell."
    })
public final class SignoffCommand implements Callable<Integer>, ReadsSettings {
  private static final JsonMapper JSON = new JsonMapper();

  @ArgGroup(multiplicity = "1")
  private Subject subject = new Subject();

  @Option(names = "--standard", required = true, paramLabel = "ID", description = "By which one.")
  private String standard = "";

  @Option(
      names = "--level",
      paramLabel = "L",
      description = "At which of its levels. Default: the one each service is held to.")
  private @Nullable String level;

  @Option(names = "--note", paramLabel = "TEXT", description = "What was said.")
  private @Nullable String note;

  @Option(
      names = "--yes",
      description = "Signs and accepts every waiver; they are shown and not asked.")
  private boolean yes;

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environment;
  private final Terminal terminal;

  public SignoffCommand(Map<String, String> environment, Terminal terminal) {
    this.environment = Map.copyOf(environment);
    this.terminal = terminal;
  }

  @Override
  public List<Setting<?>> settings() {
    return SinkApi.SETTINGS;
  }

  @Override
  public Integer call() {
    SinkApi api = new SinkApi(Addresses.of(environment));
    ReadinessClient client = new ReadinessClient(api);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    JsonNode seen = client.json(subject.path(), standard, level);
    out.print(client.text(subject.path(), standard, level, null));
    out.flush();
    Outcome wouldBe = wouldBe(seen);
    if (!wouldBe.lets()) {
      out.println("Not signed.");
      return wouldBe == Outcome.CANNOT_TELL ? Exit.CANNOT_TELL : Exit.NO;
    }
    List<String> questions = new ArrayList<>();
    ArrayNode waivers = JSON.createArrayNode();
    for (JsonNode waiver : seen.path("waivers")) {
      waivers.add(waiver.asText());
      questions.add("Accept the " + said(api, waiver.asText()) + '?');
    }
    questions.add("Sign that it may go by " + standard + '?');
    for (String question : questions) {
      if (!isYes(out, question)) {
        out.println("Not signed.");
        return Exit.NO;
      }
    }
    ObjectNode word =
        JSON.createObjectNode()
            .put("id", UUID.randomUUID().toString())
            .put("standard", standard)
            .put("level", level)
            .put("statement", seen.path("statement").asText())
            .put("note", note);
    subject.addTo(word);
    word.set("waivers", waivers);
    JsonNode written = api.post("/api/v1/signoffs", word);
    out.printf(
        "Signed for %s as %s, statement %s.%n",
        written.path("subject").asText(),
        written.path("id").asText(),
        seen.path("statement").asText());
    return Exit.OK;
  }

  /** Of an announced standard: what it would be if it were binding now. */
  private static Outcome wouldBe(JsonNode seen) {
    return seen.path("stale").asBoolean(true)
        ? Outcome.CANNOT_TELL
        : Outcome.valueOf(seen.path("wouldBe").asText());
  }

  private boolean isYes(PrintWriter out, String question) {
    if (yes) {
      out.println(question + " yes");
      return true;
    }
    out.flush();
    return terminal
        .yes(question)
        .orElseThrow(
            () ->
                new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "nobody is there to answer; read what is asked and say --yes"));
  }

  /** What one answers for who accepts it. */
  private static String said(SinkApi api, String id) {
    for (JsonNode each : api.get("/api/v1/waivers").path("waivers")) {
      if (each.path("id").asText().equals(id)) {
        return "waiver of %s/%s for %s until %s, approved by %s (risk: %s)"
            .formatted(
                each.path("standard").asText(),
                each.path("gate").asText(),
                each.path("service").asText(),
                each.path("expires").asText(),
                each.path("decidedBy").asText(),
                each.path("risk").asText());
      }
    }
    throw new Unreachable("waiver " + id + " cannot be read; it is not signed unseen");
  }
}
