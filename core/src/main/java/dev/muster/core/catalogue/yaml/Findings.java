package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Requirement.EvidenceType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What turns up while documents are read: mistakes, notes, and what is to be looked up later. */
final class Findings {
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<LevelUse> levels = new ArrayList<>();
  private final List<MustUse> musts = new ArrayList<>();
  private final List<SloKindUse> sloKinds = new ArrayList<>();

  /** That a document names another one. */
  record Reference(Kind kind, String id, Place place, String path) {}

  /** That a level of a standard is asked for. */
  record LevelUse(String standard, String level, Place place, String path) {}

  /** That a gate holds an expression; the check is there for scans. */
  record MustUse(EvidenceType event, @Nullable String check, Node.Scalar must, String text) {}

  /** That an SLO says of what kind it is. */
  record SloKindUse(String kind, Place place, String path) {}

  void mistake(Node node, String expected, String advice) {
    mistake(node.place(), node.path(), expected, node.shape(), advice);
  }

  void mistake(Place place, String path, String expected, String got, String advice) {
    mistakes.add(
        new Mistake(place.file(), place.line(), place.column(), path, expected, got, advice));
  }

  void note(Place place, String text) {
    notes.add(new Note(place.file(), place.line(), text));
  }

  void reference(Kind kind, String id, Place place, String path) {
    references.add(new Reference(kind, id, place, path));
  }

  void level(LevelUse use) {
    levels.add(use);
  }

  void must(MustUse use) {
    musts.add(use);
  }

  void sloKind(SloKindUse use) {
    sloKinds.add(use);
  }

  int count() {
    return mistakes.size();
  }

  List<Mistake> mistakes() {
    return mistakes;
  }

  List<Note> notes() {
    return notes;
  }

  List<Reference> references() {
    return references;
  }

  List<LevelUse> levels() {
    return levels;
  }

  List<SloKindUse> sloKinds() {
    return sloKinds;
  }

  List<MustUse> musts() {
    return musts;
  }
}
