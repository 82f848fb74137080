package dev.muster.app.run;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Hands the signals that this process gets on to the command, under their own names. By reflection,
 * since {@code sun.misc.Signal} is the only way and the compiler warns of it.
 */
final class Signals {
  private static final List<String> NAMES = List.of("HUP", "INT", "TERM", "USR2");

  private final Queue<String> early = new ArrayDeque<>();
  private @Nullable Process command;

  /** From now on no signal of these ends this process; early ones wait for the command. */
  void hold() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object ignore = handler.getField("SIG_IGN").get(null);
      for (String name : NAMES) {
        Object of = signal.getConstructor(String.class).newInstance(name);
        InvocationHandler receives =
            (proxy, method, arguments) -> {
              if (method.getName().equals("handle")) {
                received(name);
                return null;
              }
              return method.getName().equals("equals")
                  ? (Object) (proxy == arguments[0])
                  : method.getName().equals("hashCode") ? (Object) name.hashCode() : name;
            };
        Object ours =
            Proxy.newProxyInstance(
                Signals.class.getClassLoader(), new Class<?>[] {handler}, receives);
        Object before = signal.getMethod("handle", signal, handler).invoke(null, of, ours);
        if (ignore.equals(before)) {
          // nohup: what was ignored stays ignored, also in the command.
          signal.getMethod("handle", signal, handler).invoke(null, of, ignore);
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JVM cannot hand signals on", e);
    }
  }

  synchronized void to(Process started) {
    command = started;
    for (String name = early.poll(); name != null; name = early.poll()) {
      send(started, name);
    }
  }

  /** One at a time with {@link #to}: none falls between waiting and being handed on. */
  private synchronized void received(String name) {
    Process started = command;
    if (started == null) {
      early.add(name);
    } else if (!name.equals("INT") || !terminalTellsAll()) {
      send(started, name);
    }
  }

  /** At a terminal, Ctrl-C reaches the command without us; a second one would mean "at once". */
  private static boolean terminalTellsAll() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return fields[2].equals(fields[5]);
    } catch (IOException noProc) {
      return false;
    }
  }

  private static void send(Process started, String name) {
    try {
      new ProcessBuilder("kill", "-s", name, Long.toString(started.pid())).start().waitFor();
    } catch (IOException noKill) {
      started.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
