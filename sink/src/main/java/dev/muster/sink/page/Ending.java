package dev.muster.sink.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that ends soon and that only a person can renew: somebody's word, or a waiver.
 *
 * @param sentence {@code authentication-review: anna's word ends in 3 days.}
 * @param places the gates that stand on it
 * @param command what renews it, absent where a page does
 * @param href the waiver, absent for a person's word
 */
public record Ending(
    Urgency urgency,
    Moment end,
    String sentence,
    List<Place> places,
    @Nullable String command,
    @Nullable String href) {

  /** A gate of a service. */
  public record Place(String service, String standard, String gate) {

    /** Where it is shown. */
    public String href() {
      return "/services/" + service + '#' + standard + '.' + gate;
    }
  }

  /** The first of its services. */
  public String service() {
    return places.get(0).service();
  }

  /** {@code and 3 more gates}, empty when it is but one. */
  public String others() {
    int more = places.size() - 1;
    return more == 0 ? "" : "and " + more + (more == 1 ? " more gate" : " more gates");
  }
}
