package dev.muster.app.word;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.app.Addresses;
import dev.muster.app.Day;
import dev.muster.app.Exit;
import dev.muster.app.ReadsSettings;
import dev.muster.app.api.Refused;
import dev.muster.app.api.SinkApi;
import dev.muster.core.word.Attestation;
import dev.muster.runtime.settings.Setting;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster attest}. */
@Command(
    name = "attest",
    description = {
      "Gives your word that a check holds for a service.",
      "Asks its statements one by one and signs your answers with your token; a new word takes the"
          + " place of the old one, and a statement that does not hold contradicts."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster attest orders authentication-review",
      "  muster attest orders runbook-drill --value minutes=4 --held-on 2026-11-18 --yes",
      "  muster attest orders penetration-test --report report.pdf --value openHigh=0",
      "",
      "Exit codes: 0 written, 1 it would not count or you may not, 2 wrong use, 3 no answer."
    })
public final class AttestCommand implements Callable<Integer>, ReadsSettings {
  private static final JsonMapper JSON = new JsonMapper();

  @Parameters(index = "0", paramLabel = "SERVICE", description = "Which service.")
  private String service = "";

  @Parameters(index = "1", paramLabel = "CHECK", description = "Which check; see 'muster checks'.")
  private String check = "";

  @Option(names = "--yes", description = "Every statement holds; they are shown and not asked.")
  private boolean yes;

  @Option(
      names = "--value",
      paramLabel = "NAME=NUMBER",
      description = "A value that the check asks for, repeatable.")
  private List<String> told = List.of();

  @Option(names = "--target", paramLabel = "T", description = "What of the service was looked at.")
  private @Nullable String target;

  @Option(
      names = "--report",
      paramLabel = "URL|FILE",
      description = "Where it is written down; of a file its name and SHA-256 are kept.")
  private @Nullable String report;

  @Option(
      names = "--held-on",
      paramLabel = "DATE",
      converter = Day.class,
      description =
          "When it was so, at most 14 days back; a day begins at 00:00 UTC. Default: now.")
  private @Nullable Instant heldOn;

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environment;
  private final Terminal terminal;
  private final Clock clock;

  public AttestCommand(Map<String, String> environment, Terminal terminal, Clock clock) {
    this.environment = Map.copyOf(environment);
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public List<Setting<?>> settings() {
    return SinkApi.SETTINGS;
  }

  @Override
  public Integer call() {
    CommandSpec own = Objects.requireNonNull(spec);
    PrintWriter out = own.commandLine().getOut();
    refuseOutOfReach();
    Map<String, Double> values = values(own);
    ObjectNode word = word(own, values);
    SinkApi api = new SinkApi(Addresses.of(environment));
    String path = "/api/v1/checks/" + SinkApi.encoded(check);
    AskedCheck asked = new AskedCheck(api.get(path + "?service=" + SinkApi.encoded(service)));
    asked.refuse(service, values.keySet(), report != null);
    out.println(asked.question() + " This counts for " + asked.subject() + '.');
    out.flush();
    asked.notes(values.keySet()).forEach(own.commandLine().getErr()::println);
    own.commandLine().getErr().flush();
    word.set("answers", answers(asked.statements(), out));
    JsonNode written = api.post("/api/v1/attestations", word);
    out.printf(
        "Written for %s as %s. Where it stands now: muster explain %s%n",
        written.path("subject").asText(), written.path("id").asText(), service);
    return Exit.OK;
  }

  /** So that nobody answers in vain; who keeps the word looks again. */
  private void refuseOutOfReach() {
    if (heldOn != null) {
      Attestation.outOfReach(heldOn, clock.instant())
          .ifPresent(
              mistake -> {
                throw Refused.because(
                    "--held-on needs " + mistake.expected() + ", got " + mistake.got());
              });
    }
  }

  /** All but the answers, so that nobody answers in vain. */
  private ObjectNode word(CommandSpec own, Map<String, Double> values) {
    ObjectNode word =
        JSON.createObjectNode()
            .put("id", UUID.randomUUID().toString())
            .put("service", service)
            .put("check", check)
            .put("target", target)
            .put("heldOn", heldOn == null ? null : heldOn.toString());
    ObjectNode given = word.putObject("values");
    values.forEach(given::put);
    if (report != null) {
      Report.of(report).addTo(word, own.commandLine());
    }
    return word;
  }

  private Map<String, Double> values(CommandSpec own) {
    Map<String, Double> values = new TreeMap<>();
    for (String text : told) {
      int equals = text.indexOf('=');
      OptionalDouble number = number(text.substring(equals + 1));
      if (equals < 1 || number.isEmpty()) {
        throw new ParameterException(
            own.commandLine(), "--value needs NAME=NUMBER like minutes=4, got \"" + text + '"');
      }
      String name = text.substring(0, equals);
      if (values.put(name, number.getAsDouble()) != null) {
        throw new ParameterException(own.commandLine(), "--value " + name + " is given twice");
      }
    }
    return values;
  }

  private static OptionalDouble number(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException notOne) {
      return OptionalDouble.empty();
    }
  }

  private ArrayNode answers(List<String> statements, PrintWriter out) {
    ArrayNode answers = JSON.createArrayNode();
    for (String statement : statements) {
      if (yes) {
        out.println("  yes  " + statement);
      }
      out.flush();
      answers.addObject().put("statement", statement).put("holds", yes || isYes("  " + statement));
    }
    return answers;
  }

  private boolean isYes(String statement) {
    return terminal
        .yes(statement)
        .orElseThrow(
            () ->
                new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "nobody is there to answer; read the statements and say --yes"));
  }
}
