package dev.muster.sink.word;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Service;
import dev.muster.core.word.Attestation;
import dev.muster.core.word.Attestation.Answer;
import dev.muster.core.word.Mistake;
import dev.muster.runtime.auth.Identity.Person;
import dev.muster.runtime.auth.Role;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.schemas.fact.StatementAnswer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A person answers a check. */
final class Attestations {
  private final Names names;
  private final Clock clock;

  Attestations(Names names, Clock clock) {
    this.names = names;
    this.clock = clock;
  }

  /** What was said, or why it does not count. */
  Said<Scan> attested(Person person, Body body) {
    String id = body.optional("id").orElseGet(Names::newId);
    String named = body.text("service");
    Attestation word =
        new Attestation(
            body.text("check"),
            body.optional("target").orElse(null),
            answers(body),
            values(body),
            body.instant("heldOn").orElseGet(clock::instant),
            body.optional("reportUrl").orElse(null),
            body.optional("reportSha256").orElse(null));
    body.done();
    if (!person.has(Role.ATTESTER)) {
      throw Refused.lacksRole("Attesting", "attester");
    }
    Service service = names.service(named);
    Check check = names.check(word.check());
    List<Mistake> mistakes = word.mistakes(check, service, clock.instant());
    if (!mistakes.isEmpty()) {
      throw Refused.against("This word would not count.", mistakes);
    }
    String subject = Attestation.subject(check, service).orElseThrow();
    boolean shared = Attestation.isShared(check);
    Scan scan =
        scan(id, person, word, subject)
            .setService(shared ? null : subject)
            .setSubject(shared ? subject : null)
            .build();
    return new Said<>(Topics.SCAN, subject, scan, id, word.heldAt());
  }

  private static Scan.Builder scan(String id, Person person, Attestation word, String subject) {
    return Scan.newBuilder()
        .setId(id)
        .setSource(Pen.SOURCE)
        .setTime(word.heldAt())
        .setCheck(word.check())
        .setTarget(word.target() == null ? subject : word.target())
        .setOutcome(word.holds() ? ScanOutcome.PASSED : ScanOutcome.FAILED)
        .setValues(word.values())
        .setReportUrl(word.reportUrl())
        .setReportSha256(word.reportSha256())
        .setProof(Proof.PERSON)
        .setAttestedBy(person.email())
        .setStatements(
            word.answers().stream()
                .map(each -> new StatementAnswer(each.statement(), each.holds(), each.note()))
                .toList());
  }

  private static List<Answer> answers(Body body) {
    List<Answer> answers = new ArrayList<>();
    for (JsonNode each : body.at("answers")) {
      if (each.path("statement").isTextual() && each.path("holds").isBoolean()) {
        answers.add(
            new Answer(
                each.path("statement").asText(),
                each.path("holds").asBoolean(),
                each.hasNonNull("note") ? each.path("note").asText() : null));
      } else {
        body.wrong(
            "answers[" + answers.size() + ']',
            "{\"statement\": text, \"holds\": true or false}",
            Body.kind(each));
      }
    }
    return answers;
  }

  private static Map<String, Double> values(Body body) {
    Map<String, Double> values = new HashMap<>();
    body.at("values")
        .properties()
        .forEach(
            each -> {
              double number = each.getValue().asDouble(Double.NaN);
              if (each.getValue().isNumber() && Double.isFinite(number)) {
                values.put(each.getKey(), number);
              } else {
                body.wrong("values." + each.getKey(), "a number", Body.kind(each.getValue()));
              }
            });
    return values;
  }
}
