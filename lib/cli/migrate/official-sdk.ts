import type { Node } from 'ts-morph';

/** Whether a name is declared in the official SDK. */
export function isOfSdk(node: Node): boolean {
  const symbol = node.getSymbol()?.getAliasedSymbol() ?? node.getSymbol();
  return symbol?.getDeclarations().some(isInSdk) === true;
}

/** Whether a name is a member of this class of the official SDK. */
export function isMemberOf(className: string, name: Node): boolean {
  const declarations = name.getSymbol()?.getDeclarations() ?? [];
  return declarations.some(
    (declaration) => isInSdk(declaration) && declaration.getParent()?.getSymbol()?.getName() === className,
  );
}

/** Whether an expression is a client of the official SDK, whatever its name. */
export function isSdkClient(node: Node): boolean {
  const symbol = node.getType().getSymbol();
  return symbol?.getName() === 'Anthropic' && symbol.getDeclarations().some(isInSdk);
}

/** The declared name of an identifier: that of the class or type, however it was imported. */
export function declaredName(node: Node): string {
  const symbol = node.getSymbol();
  return (symbol?.getAliasedSymbol() ?? symbol)?.getName() ?? node.getText();
}

function isInSdk(declaration: Node): boolean {
  return /\/@anthropic-ai\/sdk\//.test(declaration.getSourceFile().getFilePath());
}
