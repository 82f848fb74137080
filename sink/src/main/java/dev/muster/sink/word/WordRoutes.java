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
import dev.muster.runtime.http.Problem;
import dev.muster.sink.login.Door;
import dev.muster.sink.login.Reader;
import dev.muster.sink.view.CatalogueView;
import dev.muster.sink.view.WaiverView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.TreeMap;

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
  private final Clock clock;

  public WordRoutes(Door door, Pen pen, WaiverView waivers, CatalogueView catalogue, Clock clock) {
    this.door = door;
    this.pen = pen;
    this.waivers = waivers;
    this.names = new Names(catalogue);
    this.attestations = new Attestations(names, clock);
    this.desk = new WaiverDesk(names, waivers, clock);
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
}
