import type { ts } from 'ts-json-schema-generator';
import type { Generator } from './load-generator.js';

/** A parameter of a function. */
export interface Parameter {
  readonly name: string;
  readonly declaration: ts.ParameterDeclaration;
  readonly type: ts.Type;
  readonly isOptional: boolean;
  readonly isRest: boolean;
  readonly isContext: boolean;
}

export function parametersOf(
  signature: ts.Signature,
  { ts }: Generator,
  checker: ts.TypeChecker,
): Parameter[] {
  return signature.getParameters().flatMap((symbol) => {
    const declaration = symbol.valueDeclaration;
    if (declaration === undefined || !ts.isParameter(declaration)) return [];
    const whole = checker.getTypeOfSymbolAtLocation(symbol, declaration);
    const parts = whole.isUnion() ? whole.types : [whole];
    const takesUndefined = parts.some(({ flags }) => (flags & ts.TypeFlags.Undefined) !== 0);
    return {
      name: symbol.name,
      declaration,
      type: whole,
      isOptional:
        declaration.questionToken !== undefined || declaration.initializer !== undefined || takesUndefined,
      isRest: declaration.dotDotDotToken !== undefined,
      isContext: isContext(declaration, whole, checker, ts),
    };
  });
}

/** By its name, since the type may come from another copy of the package, or be imported under another name. */
function isContext(
  { type: node }: ts.ParameterDeclaration,
  type: ts.Type,
  checker: ts.TypeChecker,
  compiler: Generator['ts'],
): boolean {
  if (checker.getNonNullableType(type).getSymbol()?.name === 'ToolContext') return true;
  return (
    node !== undefined && compiler.isTypeReferenceNode(node) && node.typeName.getText() === 'ToolContext'
  );
}

/** The value of an initializer that is valid JSON: `'celsius'`, `-1`, `['a', 'b']`, `Unit.Celsius`, a constant. */
export function literalOf(
  node: ts.Expression | undefined,
  compiler: Generator['ts'],
  checker: ts.TypeChecker,
): { readonly value: unknown } | undefined {
  const { SyntaxKind } = compiler;
  if (node === undefined) return undefined;
  if (compiler.isStringLiteralLike(node)) return { value: node.text };
  if (compiler.isNumericLiteral(node)) return { value: Number(node.text) };
  if (node.kind === SyntaxKind.TrueKeyword) return { value: true };
  if (node.kind === SyntaxKind.FalseKeyword) return { value: false };
  if (node.kind === SyntaxKind.NullKeyword) return { value: null };
  if (compiler.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.MinusToken) {
    const inner = literalOf(node.operand, compiler, checker);
    return typeof inner?.value === 'number' ? { value: -inner.value } : undefined;
  }
  if (!compiler.isArrayLiteralExpression(node)) {
    const type = checker.getTypeAtLocation(node);
    return type.isStringLiteral() || type.isNumberLiteral() ? { value: type.value } : undefined;
  }
  const items = node.elements.map((element) => literalOf(element, compiler, checker));
  return items.every((item) => item !== undefined) ? { value: items.map(({ value }) => value) } : undefined;
}
