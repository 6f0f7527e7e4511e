import type { ImportDeclaration, SourceFile } from 'ts-morph';
import { migrateCall } from './calls.js';
import { migrateClient } from './clients.js';
import { FileEdits } from './file-edits.js';
import type { TsMorph } from './load-ts-morph.js';
import { isOfSdk } from './official-sdk.js';
import { type Refusal, refusalsOf } from './refusals.js';
import { migrateField, migrateInstanceof, migrateType } from './types-and-errors.js';

/** The result for a file. */
export interface Migrated {
  readonly code: string;
  /** Decisions for a person, with line numbers of the old file. */
  readonly notes: FileEdits['notes'];
  /** Requests that clust refuses, and that the API already refuses. */
  readonly refusals: readonly Refusal[];
}

/** Migrates one file to clust, without writing it; `undefined` if it does not use the official SDK. */
export function migrateFile(morph: TsMorph, file: SourceFile): Migrated | undefined {
  const imports = file
    .getImportDeclarations()
    .filter((each) => /^@anthropic-ai\/sdk(\/|$)/.test(each.getModuleSpecifierValue()));
  const { Node } = morph;
  const edits = new FileEdits(file.getFullText());
  const refusals: Refusal[] = [];
  file.forEachDescendant((node) => {
    if (node.getFirstAncestor(Node.isImportDeclaration)) return;
    if (Node.isNewExpression(node)) migrateClient(morph, node, edits);
    else if (Node.isCallExpression(node)) {
      migrateCall(morph, node, edits);
      refusals.push(...refusalsOf(morph, node));
    } else if (Node.isBinaryExpression(node)) migrateInstanceof(node, edits);
    else if (Node.isIdentifier(node)) {
      const parent = node.getParent();
      if (Node.isPropertyAccessExpression(parent) && parent.getNameNode() === node) migrateField(node, edits);
      else if (isImported(node.getText(), imports) && isOfSdk(node)) migrateType(morph, node, edits);
    }
  });
  if (edits.isEmpty) return undefined;
  moveImports(morph, file, imports, edits);
  return { code: edits.apply(), notes: edits.notes, refusals };
}

function isImported(name: string, imports: readonly ImportDeclaration[]): boolean {
  return imports.some((each) => localNames(each).includes(name));
}

function localNames(declaration: ImportDeclaration): string[] {
  const named = declaration.getNamedImports().map((each) => each.getAliasNode()?.getText() ?? each.getName());
  const whole = [declaration.getDefaultImport(), declaration.getNamespaceImport()];
  return [...named, ...whole.flatMap((each) => (each ? [each.getText()] : []))];
}

/** Replaces the imports of the official SDK. They stay if code that was left to a person needs them. */
function moveImports(
  { Node }: TsMorph,
  file: SourceFile,
  imports: readonly ImportDeclaration[],
  edits: FileEdits,
): void {
  const left = new Set<string>();
  file.forEachDescendant((node) => {
    if (!Node.isIdentifier(node) || node.getFirstAncestor(Node.isImportDeclaration)) return;
    const parent = node.getParent();
    const isName = Node.isPropertyAccessExpression(parent) && parent.getNameNode() === node;
    if (!isName && !edits.covers(node.getStart())) left.add(node.getText());
  });
  let line = edits.importOfClust();
  for (const declaration of imports) {
    const isNeeded = localNames(declaration).some((name) => left.has(name));
    if (isNeeded && line) edits.replace(declaration.getEnd(), declaration.getEnd(), `\n${line}`);
    else if (!isNeeded) {
      const end = line ? declaration.getEnd() : declaration.getEnd() + 1;
      edits.replace(declaration.getStart(), end, line ?? '');
    }
    line = undefined;
  }
  if (line) edits.replace(file.getStart(), file.getStart(), `${line}\n`);
}
