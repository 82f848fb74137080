package dev.muster.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What a stream thread did with its time lately, by its own account. */
record Shares(double process, double punctuate, double poll, double commit) {

  static Shares of(String client) throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName all = new ObjectName("kafka.streams:type=stream-thread-metrics,thread-id=*");
    for (ObjectName name : server.queryNames(all, null)) {
      if (name.getKeyProperty("thread-id").startsWith(client + "-StreamThread")) {
        return new Shares(
            share(server, name, "process"),
            share(server, name, "punctuate"),
            share(server, name, "poll"),
            share(server, name, "commit"));
      }
    }
    throw new IllegalStateException("need a thread of " + client);
  }

  private static double share(MBeanServer server, ObjectName name, String what) throws JMException {
    return (double) server.getAttribute(name, what + "-ratio");
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "its time: processing %.0f %%, deadlines %.0f %%, polling %.0f %%, committing %.0f %%",
        100 * process,
        100 * punctuate,
        100 * poll,
        100 * commit);
  }
}
