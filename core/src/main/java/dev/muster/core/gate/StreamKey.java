package dev.muster.core.gate;

import dev.muster.core.catalogue.Requirement.EvidenceType;

/**
 * A stream of evidence: what is proven is proven of this one only.
 *
 * @param name check, backup operation, or environment of a deploy
 * @param part target of a scan, dataset of a backup, empty for a deploy
 */
public record StreamKey(EvidenceType type, String name, String part)
    implements Comparable<StreamKey> {

  @Override
  public int compareTo(StreamKey other) {
    int byType = type.compareTo(other.type);
    int byName = byType != 0 ? byType : name.compareTo(other.name);
    return byName != 0 ? byName : part.compareTo(other.part);
  }
}
