package dev.muster.app.end;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A Muster by the house's rules, and the people of its team at their command lines. */
record House(RunningMuster muster, Path folder, Person ann, Person bob, Person kim, Person max)
    implements AutoCloseable {

  static House start(Path folder) {
    RunningMuster muster = RunningMuster.up(folder.resolve("data"));
    muster.apply(new HouseRules(5, "money").write(folder));
    House house =
        new House(
            muster,
            folder,
            Person.of(muster, folder, "ann", "viewer", "responder", "attester"),
            Person.of(muster, folder, "bob", "viewer", "responder"),
            Person.of(muster, folder, "kim", "viewer", "approver"),
            Person.of(muster, folder, "max", "viewer", "approver"));
    for (String service : List.of("orders", "payments", "billing")) {
      JsonNode unused = house.gate(service, "reviewed", "MISSING");
    }
    return house;
  }

  void apply(HouseRules rules) {
    muster.apply(rules.write(folder));
  }

  /** The gate of the house's rules, once it stands so. */
  JsonNode gate(String service, String gate, String status) {
    Predicate<JsonNode> wanted = seen -> seen.path("status").asText().equals(status);
    return Until.seen(
        service + ' ' + gate + ' ' + status, Until.SOON, () -> now(service, gate), wanted);
  }

  private JsonNode now(String service, String gate) throws IOException, InterruptedException {
    return new Scorecard(muster.scorecard(service)).gate(HouseRules.STANDARD, gate);
  }

  @Override
  public void close() {
    muster.close();
  }
}
