package dev.muster.ingest.collector;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.ingest.fact.FieldErrors;
import java.util.OptionalLong;

/**
 * What restic printed, reduced to what matters.
 *
 * @param summary its last line of that type; a missing node when there is none
 * @param errors error messages, and lines that say a source was left out
 */
record ResticOutput(JsonNode summary, int errors) {
  private static final double MILLIS = 1000.0;

  static ResticOutput of(String text) {
    JsonNode summary = MissingNode.getInstance();
    int errors = 0;
    for (String line : text.lines().toList()) {
      if (!line.startsWith("{")) {
        errors += line.contains("does not exist, skipping") ? 1 : 0;
        continue;
      }
      JsonNode message =
          Json.parse(line.getBytes(UTF_8), "", new FieldErrors()).orElse(MissingNode.getInstance());
      String type = message.path("message_type").asText();
      if (type.equals("summary")) {
        summary = message;
      } else if (type.equals("error") || type.equals("exit_error")) {
        errors++;
      }
    }
    return new ResticOutput(summary, errors);
  }

  boolean isDryRun() {
    return summary.path("dry_run").asBoolean();
  }

  /** A backup of no file, which restic calls a success. */
  boolean isEmpty() {
    return summary.has("total_files_processed")
        && summary.path("total_files_processed").asLong() == 0;
  }

  OptionalLong bytes() {
    for (String field : new String[] {"total_bytes_processed", "bytes_restored"}) {
      if (summary.path(field).canConvertToLong()) {
        return OptionalLong.of(summary.path(field).asLong());
      }
    }
    return OptionalLong.empty();
  }

  /** Whole milliseconds; restic says seconds with a fraction. */
  OptionalLong millis() {
    for (String field : new String[] {"total_duration", "seconds_elapsed"}) {
      if (summary.path(field).isNumber()) {
        return OptionalLong.of(Math.round(summary.path(field).asDouble() * MILLIS));
      }
    }
    return OptionalLong.empty();
  }
}
