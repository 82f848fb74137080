package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.ingest.fact.Candidate;
import dev.muster.ingest.fact.FactKind;
import dev.muster.schemas.fact.ScanOutcome;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** One answer to one check, as it is put together from a report and its URL. */
final class ScanFact {
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final Pattern VERSION = Pattern.compile("v?[0-9][0-9A-Za-z.+-]{0,39}");

  private final Upload upload;
  private final String check;
  private final ObjectNode json = Json.object();
  private String whyNothing = "";
  private final ObjectNode values = Json.object();
  private final ObjectNode findings = Json.object();

  ScanFact(Upload upload, String check) {
    this.upload = upload;
    this.check = check;
    json.put("tool", upload.tool());
  }

  /** A version that looks like one. */
  ScanFact version(String version) {
    return named(upload.tool(), version);
  }

  /** By another name than its path's. */
  ScanFact named(String name, String version) {
    json.put("tool", VERSION.matcher(version).matches() ? name + ' ' + version : name);
    return this;
  }

  /** What was looked at, unless the URL says it. */
  ScanFact target(Optional<String> target) {
    target.flatMap(Plain::name).ifPresent(text -> json.put("target", text));
    return this;
  }

  /** {@code sha256:…}, with or without a name before it. */
  ScanFact imageDigest(String text) {
    String digest = text.substring(text.indexOf('@') + 1);
    if (DIGEST.matcher(digest).matches()) {
      json.put("imageDigest", digest);
    }
    return this;
  }

  ScanFact value(String name, long count) {
    values.put(name, count);
    return this;
  }

  ScanFact value(String name, double value) {
    values.put(name, value);
    return this;
  }

  ScanFact finding(String word, long count) {
    findings.put(word, count);
    return this;
  }

  /** What its sender is told where it proved nothing; the first that is given. */
  ScanFact whyNothing(String sentence) {
    whyNothing = whyNothing.isEmpty() ? sentence : whyNothing;
    return this;
  }

  /** Adds it to what was read. */
  void ended(ScanOutcome outcome, ReportTime time) {
    if (outcome == ScanOutcome.INCONCLUSIVE && !whyNothing.isEmpty()) {
      upload.reading().warn(whyNothing);
    }
    json.put("id", upload.id(check, time.known()))
        .put("time", time.instant().toString())
        .put("check", check)
        .put("outcome", outcome.name())
        .put("reportSha256", HexFormat.of().formatHex(upload.incoming().body().digest()));
    json.set("values", values);
    json.set("findings", findings);
    upload.tell(json, "target", "environment", "ref", "commit");
    upload.incoming().parameter("image-digest").ifPresent(text -> json.put("imageDigest", text));
    upload.incoming().parameter("report").ifPresent(url -> json.put("reportUrl", url));
    upload.add(new Candidate(FactKind.SCAN, json, ""));
  }
}
