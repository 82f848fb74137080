package dev.muster.core.gate.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names an expression uses, and where. */
final class MustNames {
  private MustNames() {}

  /** A name such as {@code outcome} or {@code values.seconds}. */
  record Used(String name, CelSourceLocation location) {}

  static List<Used> used(CelAbstractSyntaxTree parsed) {
    return CelNavigableAst.fromAst(parsed)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == Kind.IDENT)
        .map(node -> new Used(fullName(node), location(parsed, node.id())))
        .toList();
  }

  static Set<String> valuesUsed(List<Used> used) {
    return used.stream()
        .map(Used::name)
        .filter(name -> name.startsWith(Variable.VALUES))
        .map(name -> name.substring(Variable.VALUES.length()))
        .collect(Collectors.toSet());
  }

  static CelSourceLocation location(CelAbstractSyntaxTree parsed, long id) {
    Integer offset = parsed.getSource().getPositionsMap().get(id);
    return offset == null
        ? CelSourceLocation.NONE
        : parsed.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.NONE);
  }

  /** With one selected field, as far as names go. */
  private static String fullName(CelNavigableExpr ident) {
    String name = ident.expr().ident().name();
    CelExpr parent = ident.parent().map(CelNavigableExpr::expr).orElse(CelExpr.ofNotSet(0));
    return parent.getKind() == Kind.SELECT ? name + "." + parent.select().field() : name;
  }
}
