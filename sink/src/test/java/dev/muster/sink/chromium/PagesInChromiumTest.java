package dev.muster.sink.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.runtime.auth.Role;
import dev.muster.sink.Samples;
import dev.muster.sink.TestSink;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser; needs Chromium, whose absence is a failure where CI=true. */
class PagesInChromiumTest {
  private static final Path PICTURES = Path.of("target", "screenshots");

  @TempDir static Path folder;
  private static final List<String> PATHS =
      List.of(
          "/",
          "/services/orders",
          "/waivers",
          "/services/orders/waive?standard=seven-gates&gate=on-call-and-runbooks");

  private static TestSink sink;
  private static Chromium chromium;

  @BeforeAll
  static void open() throws IOException {
    boolean needed = "true".equals(System.getenv("CI"));
    assumeTrue(needed || Chromium.installed().isPresent(), "no chromium on the path");
    sink = new TestSink(Files.createDirectory(folder.resolve("data"))).filled().waived().started();
    chromium =
        new Chromium(
            Chromium.installed().orElseThrow(), Files.createDirectory(folder.resolve("profile")));
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
      sink.close();
    }
  }

  private static Tab loggedIn() {
    Tab tab = chromium.tab();
    tab.size(1360, 900);
    tab.open(sink.part().uri() + "/login?next=/");
    tab.await("document.activeElement !== null && document.activeElement.id === 'token'");
    tab.type(sink.person(Role.VIEWER, Role.APPROVER));
    tab.press("Enter", 13);
    tab.await("location.pathname === '/' && document.readyState === 'complete'");
    return tab;
  }

  @Test
  void showsTheOverviewWithoutAComplaint() throws IOException {
    // given
    try (Tab tab = loggedIn()) {
      // when
      byte[] picture = tab.screenshot(PICTURES.resolve("overview.png"));
      // then
      assertThat(colours(picture)).isGreaterThan(10);
      assertThat(tab.eval("document.querySelector('.matrix tbody th a').textContent"))
          .isEqualTo("orders");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void showsAServiceWithoutAComplaint() throws IOException {
    // given
    try (Tab tab = loggedIn()) {
      tab.open(sink.part().uri() + "/services/orders");
      // when
      byte[] picture = tab.screenshot(PICTURES.resolve("service.png"));
      // then
      assertThat(colours(picture)).isGreaterThan(10);
      assertThat(tab.eval("document.querySelectorAll('details.gate').length")).isEqualTo("47");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void readsTheSameWithScriptsOff() throws IOException {
    // given
    try (Tab tab = loggedIn()) {
      tab.withoutScript();
      // when
      tab.open(sink.part().uri() + "/services/orders");
      // then
      assertThat(colours(tab.screenshot(PICTURES.resolve("service-no-script.png"))))
          .isGreaterThan(10);
      assertThat(tab.eval("document.querySelectorAll('details.gate').length")).isEqualTo("47");
    }
  }

  @Test
  void followsTheLogWithoutBeingAsked() {
    // given
    try (Tab tab = loggedIn()) {
      tab.open(sink.part().uri() + "/services/catalog");
      tab.await("document.querySelector('.verdictword').textContent === 'Ready'");
      // when
      sink.scorecards.append(
          "catalog",
          Samples.card("catalog", "team-shop", 2, Samples.score("seven-gates", SEVEN, "FPPP")));
      // then
      tab.await("document.querySelector('.verdictword').textContent === 'Not ready'");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  private static final List<String> SEVEN =
      List.of("observability", "load", "data-safety", "error-handling");

  @Test
  void aWaiverIsApprovedWithScriptsOff() {
    // given
    try (Tab tab = loggedIn()) {
      tab.withoutScript();
      tab.open(sink.part().uri() + "/waivers");
      tab.screenshot(PICTURES.resolve("waivers.png"));
      // when
      tab.eval("document.querySelector('form[action$=\"/W-14/approve\"] button').click()");
      // then
      tab.await("location.hash === '#w-W-14' && document.readyState === 'complete'");
      tab.await("document.querySelector('form[action$=\"/W-14/approve\"]') === null");
      assertThat(tab.eval("document.querySelector('#w-W-14 .stand').textContent"))
          .contains("Until 21 Dec");
    }
  }

  @Test
  void fitsAPhoneWithoutScrollingSideways() {
    // given
    try (Tab tab = loggedIn()) {
      tab.size(390, 844);
      for (String path : PATHS) {
        // when
        tab.open(sink.part().uri() + path);
        tab.screenshot(PICTURES.resolve(name(path) + "-phone.png"));
        // then
        assertThat(Integer.parseInt(tab.eval("document.documentElement.scrollWidth")))
            .as(path)
            .isLessThanOrEqualTo(390);
      }
    }
  }

  @Test
  void isDarkWhereThatIsPreferred() throws IOException {
    // given
    try (Tab tab = loggedIn()) {
      tab.dark();
      for (String path : PATHS) {
        // when
        tab.open(sink.part().uri() + path);
        byte[] picture = tab.screenshot(PICTURES.resolve(name(path) + "-dark.png"));
        // then
        assertThat(image(picture).getRGB(1, 300) & 0xff).isLessThan(64);
      }
    }
  }

  private static String name(String path) {
    String[] parts = path.split("[/?]", -1);
    return parts.length < 2 || parts[1].isEmpty()
        ? "overview"
        : parts.length > 3 ? "waive" : parts[1];
  }

  private static int colours(byte[] png) throws IOException {
    BufferedImage image = image(png);
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < image.getWidth(); x += 3) {
      for (int y = 0; y < image.getHeight(); y += 3) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours.size();
  }

  private static BufferedImage image(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
