package dev.muster.sink.view;

import dev.muster.runtime.part.Health;
import dev.muster.runtime.part.Part;
import dev.muster.schemas.fact.Review;
import dev.muster.schemas.fact.ReviewAction;
import dev.muster.schemas.fact.ReviewKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who signed that what may go, as the log has it. */
public final class SignoffView implements Part {
  private final TopicView<Review> topic;
  private volatile List<Review> signed = List.of();

  public SignoffView(TopicView<Review> topic) {
    this.topic = topic;
  }

  @Override
  public String name() {
    return topic.name();
  }

  @Override
  public void start() {
    topic.listen(changes -> signed = read());
    topic.start();
  }

  /** Absent until all of them were read. */
  public @Nullable Freshness freshness() {
    return topic.freshness();
  }

  /** All, the newest first. */
  public List<Review> all() {
    return signed;
  }

  /**
   * The newest.
   *
   * @param subject a service, or {@code system/…}
   */
  public Optional<Review> newest(String subject, String standard) {
    return signed.stream()
        .filter(each -> subject.equals(subject(each)) && standard.equals(each.getStandard()))
        .findFirst();
  }

  /** What was signed: a service, or {@code system/…}. */
  public static String subject(Review review) {
    return Objects.requireNonNullElse(
        review.getService(), Objects.requireNonNullElse(review.getSubject(), "org"));
  }

  /** One about a system lies in every partition. */
  private List<Review> read() {
    Map<String, Review> byId = new TreeMap<>();
    topic.snapshot().held().values().stream()
        .map(Held::value)
        .filter(Objects::nonNull)
        .filter(each -> each.getKind() == ReviewKind.RELEASE)
        .filter(each -> each.getAction() == ReviewAction.SIGNED)
        .forEach(each -> byId.put(each.getSource() + '\n' + each.getId(), each));
    return byId.values().stream().sorted(Comparator.comparing(Review::getTime).reversed()).toList();
  }

  @Override
  public Health check() {
    return topic.check();
  }

  @Override
  public void close() {
    topic.close();
  }
}
