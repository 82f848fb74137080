package dev.muster.app.word;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.muster.app.Exit;
import dev.muster.app.ReadsSettings;
import dev.muster.app.Unreachable;
import dev.muster.app.api.SinkApi;
import dev.muster.runtime.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster waive approve}, {@code reject} and {@code revoke}. */
abstract class WaiveAnswer implements Callable<Integer>, ReadsSettings {
  /** An empty variable in a script must not answer the only waiver there is. */
  private static final int ENOUGH = 4;

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "Which waiver; its first four letters can do, see 'muster waive list'.")
  private String id = "";

  @Spec private @Nullable CommandSpec spec;

  private final WaiveCommand.Desk desk;
  private final String word;
  private final String done;

  private WaiveAnswer(WaiveCommand.Desk desk, String word, String done) {
    this.desk = desk;
    this.word = word;
    this.done = done;
  }

  @Override
  public List<Setting<?>> settings() {
    return SinkApi.SETTINGS;
  }

  @Override
  public Integer call() {
    if (id.length() < ENOUGH) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "need at least %d letters of a waiver's id, got \"%s\"; see 'muster waive list'"
              .formatted(ENOUGH, id));
    }
    SinkApi api = desk.api();
    JsonNode waiver = find(api);
    api.post(
        "/api/v1/waivers/" + waiver.path("id").asText() + '/' + word,
        JsonNodeFactory.instance.objectNode());
    Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .printf(
            "%s: %s, %s/%s, until %s.%n",
            done,
            waiver.path("service").asText(),
            waiver.path("standard").asText(),
            waiver.path("gate").asText(),
            waiver.path("expires").asText());
    return Exit.OK;
  }

  private JsonNode find(SinkApi api) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode each : api.get("/api/v1/waivers").path("waivers")) {
      if (each.path("id").asText().startsWith(id)) {
        found.add(each);
      }
    }
    if (found.size() != 1) {
      throw new Unreachable(
          found.isEmpty()
              ? "there is no waiver " + id + "; see 'muster waive list'"
              : found.size() + " waivers begin with " + id + "; write more of it");
    }
    return found.get(0);
  }

  /** Says yes. */
  @Command(
      name = "approve",
      description = "Approves a waiver that another asked for.",
      footer = {
        "",
        "Exit codes: 0 done, 1 it has no effect or you may not, 2 wrong use, 3 no answer."
      })
  static final class Approve extends WaiveAnswer {
    Approve(WaiveCommand.Desk desk) {
      super(desk, "approve", "Approved");
    }
  }

  /** Says no. */
  @Command(
      name = "reject",
      description = "Rejects a waiver that waits for an answer.",
      footer = {
        "",
        "Exit codes: 0 done, 1 it has no effect or you may not, 2 wrong use, 3 no answer."
      })
  static final class Reject extends WaiveAnswer {
    Reject(WaiveCommand.Desk desk) {
      super(desk, "reject", "Rejected");
    }
  }

  /** Takes it back. */
  @Command(
      name = "revoke",
      description = "Takes a waiver back; the gate stands by its evidence alone at once.",
      footer = {
        "",
        "Exit codes: 0 done, 1 it has no effect or you may not, 2 wrong use, 3 no answer."
      })
  static final class Revoke extends WaiveAnswer {
    Revoke(WaiveCommand.Desk desk) {
      super(desk, "revoke", "Taken back");
    }
  }
}
