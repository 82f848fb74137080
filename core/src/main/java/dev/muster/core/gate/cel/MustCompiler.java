package dev.muster.core.gate.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelMutableAst;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableMutableAst;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.muster.core.catalogue.DidYouMean;
import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.gate.Must;
import dev.muster.core.gate.cel.MustNames.Used;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns a {@code must} into something that can be asked, once per standard. Type-checked: a name
 * that events of the type do not have, or a comparison of a number with a word, is refused here.
 *
 * <p>CEL without macros: no loops, so that its cost is bounded by its length. Every number is a
 * double, so that {@code values.commands == 1} means what it says.
 */
public final class MustCompiler {
  /** Longer ones are refused. */
  static final int MAX_LENGTH = 2_000;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(MAX_LENGTH)
          .build();
  private static final CelParser PARSER =
      CelParserFactory.standardCelParserBuilder().setOptions(OPTIONS).build();
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS).build();

  private MustCompiler() {}

  /** How compiling ended. */
  public sealed interface Result {
    /** It can be asked. */
    record Compiled(Must must) implements Result {}

    /** It cannot; at least one fault. */
    record Refused(List<Fault> faults) implements Result {}
  }

  /**
   * What is wrong with an expression.
   *
   * @param line from 1
   * @param column from 1
   * @param advice what to do about it; may be empty
   */
  public record Fault(int line, int column, String message, String advice) {}

  /**
   * Compiles an expression that {@code validate} has let through; values may have any name.
   *
   * @throws IllegalArgumentException where it is not valid after all
   */
  public static Must compile(String expression, EvidenceType event) {
    return orThrow(expression, compile(expression, event, MustNames::valuesUsed));
  }

  /** Compiles an expression over events whose values have these names and no others. */
  public static Result compile(String expression, EvidenceType event, Collection<String> values) {
    return compile(expression, event, used -> Set.copyOf(values));
  }

  private static Must orThrow(String expression, Result result) {
    if (result instanceof Result.Compiled compiled) {
      return compiled.must();
    }
    throw new IllegalArgumentException("need a valid must, got \"" + expression + "\": " + result);
  }

  private static Result compile(String expression, EvidenceType event, ValueNames valueNames) {
    CelAbstractSyntaxTree parsed;
    try {
      parsed = PARSER.parse(expression).getAst();
    } catch (CelValidationException e) {
      return new Result.Refused(
          e.getErrors().stream()
              .limit(1) // The parser stumbles on; what it says after is about the first.
              .map(
                  issue ->
                      TypeWords.fault(fault(issue.getSourceLocation(), issue.getMessage(), "")))
              .toList());
    }
    List<Used> used = MustNames.used(parsed);
    Set<String> values = valueNames.of(used);
    Set<String> known = new TreeSet<>();
    CelCompilerBuilder compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setResultType(SimpleType.BOOL);
    for (Variable variable : Variable.of(event)) {
      known.add(variable.word());
      compiler.addVar(variable.word(), variable.type());
    }
    for (String value : values) {
      known.add(Variable.VALUES + value);
      compiler.addVar(Variable.VALUES + value, SimpleType.DOUBLE);
    }
    List<Fault> unknown =
        used.stream()
            .filter(name -> !known.contains(name.name()))
            .map(name -> unknown(name, known))
            .toList();
    return unknown.isEmpty()
        ? check(expression, parsed, compiler.build())
        : new Result.Refused(unknown);
  }

  private static Result check(
      String expression, CelAbstractSyntaxTree parsed, CelCompiler compiler) {
    try {
      CelValidationResult checked = compiler.check(withDoubles(parsed));
      return checked.hasError()
          ? new Result.Refused(
              checked.getErrors().stream().map(issue -> fault(parsed, issue)).toList())
          : new Result.Compiled(new CelMust(expression, RUNTIME.createProgram(checked.getAst())));
    } catch (CelValidationException | CelEvaluationException e) {
      return new Result.Refused(List.of(new Fault(1, 1, String.valueOf(e.getMessage()), "")));
    }
  }

  private static CelAbstractSyntaxTree withDoubles(CelAbstractSyntaxTree parsed) {
    CelMutableAst ast = CelMutableAst.fromCelAst(parsed);
    CelNavigableMutableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .map(node -> node.expr())
        .filter(expr -> expr.getKind() == Kind.CONSTANT)
        .filter(expr -> expr.constant().getKind() == CelConstant.Kind.INT64_VALUE)
        .forEach(
            expr -> expr.setConstant(CelConstant.ofValue((double) expr.constant().int64Value())));
    return ast.toParsedAst();
  }

  private static Fault unknown(Used used, Set<String> known) {
    String advice =
        DidYouMean.nearest(used.name(), known)
            .map(word -> "did you mean " + word + "?")
            .orElseGet(() -> "known here: " + String.join(", ", known));
    return fault(used.location(), "unknown name " + used.name(), advice);
  }

  /** The check ran on a copy without positions, but with the same ids. */
  private static Fault fault(CelAbstractSyntaxTree parsed, CelIssue issue) {
    return TypeWords.fault(
        fault(MustNames.location(parsed, issue.getExprId()), issue.getMessage(), ""));
  }

  private static Fault fault(CelSourceLocation location, String message, String advice) {
    return new Fault(
        Math.max(location.getLine(), 1), Math.max(location.getColumn(), 0) + 1, message, advice);
  }

  /** Which values an expression may name, given those it does. */
  private interface ValueNames {
    Set<String> of(List<Used> used);
  }
}
