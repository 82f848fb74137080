package dev.muster.core.gate;

/** A gate of a standard. */
public record GateId(String standard, String gate) implements Comparable<GateId> {

  @Override
  public int compareTo(GateId other) {
    int byStandard = standard.compareTo(other.standard);
    return byStandard != 0 ? byStandard : gate.compareTo(other.gate);
  }

  @Override
  public String toString() {
    return standard + '/' + gate;
  }
}
