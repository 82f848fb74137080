package dev.muster.sink.word;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.QueryParams;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.muster.core.catalogue.Check;
import dev.muster.core.waiver.WaiverStep.Kind;
import dev.muster.runtime.auth.Identity.Person;
import dev.muster.runtime.http.Problem;
import dev.muster.schemas.fact.Review;
import dev.muster.sink.login.Door;
import dev.muster.sink.login.Reader;
import dev.muster.sink.release.ReadinessDesk;
import dev.muster.sink.view.CatalogueView;
import dev.muster.sink.view.SignoffView;
import dev.muster.sink.view.WaiverView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1}: what people say. */
public final class WordRoutes {
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final Documents DOCUMENTS = new Documents();
  private static final JsonMapper JSON = new JsonMapper();

  private final Door door;
  private final Pen pen;
  private final WaiverView waivers;
  private final Names names;
  private final Attestations attestations;
  private final WaiverDesk desk;
  private final SignoffView signed;
  private final Signoffs signoffs;
  private final Clock clock;

  /** What was said before. */
  public record Before(CatalogueView catalogue, WaiverView waivers, SignoffView signoffs) {}

  public WordRoutes(Door door, Pen pen, Before before, ReadinessDesk readiness, Clock clock) {
    this.door = door;
    this.pen = pen;
    this.waivers = before.waivers();
    this.names = new Names(before.catalogue());
    this.attestations = new Attestations(names, clock);
    this.desk = new WaiverDesk(names, waivers, clock);
    this.signed = before.signoffs();
    this.signoffs = new Signoffs(readiness, clock);
    this.clock = clock;
  }

  public void addTo(ServerBuilder server) {
    server.route().get("/api/v1/checks/{check}").build(door.forApi((ctx, request) -> check(ctx)));
    server.route().get("/api/v1/waivers").build(door.forApi((ctx, request) -> list(ctx)));
    post(
        server,
        "/api/v1/attestations",
        "attest",
        (person, ctx, request) -> attestations.attested(person, Body.of(request.contentUtf8())));
    server.route().get("/api/v1/signoffs").build(door.forApi((ctx, request) -> signed(ctx)));
    post(
        server,
        "/api/v1/signoffs",
        "release.sign",
        (person, ctx, request) -> signoffs.signed(person, Body.of(request.contentUtf8())));
    post(
        server,
        "/api/v1/waivers",
        "waiver.ask",
        (person, ctx, request) -> desk.asked(person, Body.of(request.contentUtf8())));
    answer(server, "/api/v1/waivers/{id}/approve", Kind.APPROVED);
    answer(server, "/api/v1/waivers/{id}/reject", Kind.REJECTED);
    answer(server, "/api/v1/waivers/{id}/revoke", Kind.REVOKED);
  }

  private void answer(ServerBuilder server, String path, Kind kind) {
    post(
        server,
        path,
        "waiver." + path.substring(path.lastIndexOf('/') + 1),
        (person, ctx, request) -> desk.answered(person, ctx.pathParam("id"), kind));
  }

  private void post(ServerBuilder server, String path, String action, Writing.Says says) {
    server.route().post(path).build(door.forApi(new Writing(pen, action, says, DOCUMENTS)));
  }

  /** What a person would have to answer. */
  private HttpResponse check(ServiceRequestContext ctx) {
    try {
      Check check = names.check(ctx.pathParam("check"));
      ObjectNode body =
          JSON.createObjectNode()
              .put("id", check.id())
              .put("question", check.question())
              .put("proof", check.proof().name().toLowerCase(Locale.ROOT))
              .put("scope", check.scope().name().toLowerCase(Locale.ROOT))
              .put("reportNeeded", check.reportNeeded());
      String service = ctx.queryParam("service");
      if (service != null) {
        body.put("subject", names.subject(check, service));
      }
      ArrayNode statements = body.putArray("statements");
      check.statements().forEach(statements::add);
      ObjectNode values = body.putObject("values");
      new TreeMap<>(check.values()).forEach(values::put);
      return HttpResponse.of(HttpStatus.OK, MediaType.JSON, body.toString());
    } catch (Refused unknown) {
      return unknown.problem().toResponse();
    }
  }

  private HttpResponse list(ServiceRequestContext ctx) {
    if (waivers.freshness() == null) {
      return Problem.unavailable("The waivers have not been read to their end yet.", AGAIN)
          .toResponse();
    }
    QueryParams asked = ctx.queryParams();
    Reader reader = Door.reader(ctx);
    Instant now = clock.instant();
    String service = asked.get("service");
    String state = asked.get("state");
    if (service != null && waivers.all().stream().noneMatch(of -> of.service().equals(service))) {
      Optional<Problem> unknown = names.unknownService(service);
      if (unknown.isPresent()) {
        return unknown.get().toResponse();
      }
    }
    ObjectNode body = JSON.createObjectNode();
    ArrayNode all = body.putArray("waivers");
    waivers.all().stream()
        .filter(each -> reader.mayRead(each.service()))
        .filter(each -> service == null || each.service().equals(service))
        .map(each -> WaiverJson.of(each, now))
        .filter(each -> state == null || each.path("state").asText().equalsIgnoreCase(state))
        .forEach(all::add);
    return HttpResponse.of(HttpStatus.OK, MediaType.JSON, body.toString());
  }

  private HttpResponse signed(ServiceRequestContext ctx) {
    if (signed.freshness() == null) {
      return Problem.unavailable("The sign-offs have not been read to their end yet.", AGAIN)
          .toResponse();
    }
    QueryParams asked = ctx.queryParams();
    Reader reader = Door.reader(ctx);
    ObjectNode body = JSON.createObjectNode();
    ArrayNode all = body.putArray("signoffs");
    signed.all().stream()
        .filter(each -> mayRead(reader, each))
        .filter(each -> isAsked(asked, "service", each.getService()))
        .filter(each -> isAsked(asked, "system", each.getSystem()))
        .filter(each -> isAsked(asked, "standard", each.getStandard()))
        .map(SignoffJson::of)
        .forEach(all::add);
    return HttpResponse.of(HttpStatus.OK, MediaType.JSON, body.toString());
  }

  /** A machine reads those of its services; those of systems are for people. */
  private static boolean mayRead(Reader reader, Review review) {
    String service = review.getService();
    return service == null ? reader.identity() instanceof Person : reader.mayRead(service);
  }

  private static boolean isAsked(QueryParams asked, String field, @Nullable String value) {
    String only = asked.get(field);
    return only == null || only.equals(value);
  }
}
