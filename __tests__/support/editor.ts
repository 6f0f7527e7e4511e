import type ts from 'typescript';
import { compilerOf, root } from './typescript-versions.js';
import { parsedOptions } from './virtual-program.js';

/** Marks the position of the caret in the code given to the functions below. */
const caret = '/*|*/';
const path = `${root}editor.ts`;

export interface Hover {
  /** What the editor shows first, such as `const request: …`. */
  readonly signature: string;
  readonly documentation: string;
  readonly deprecated: boolean;
}

/** What the editor offers at the caret, best first: inside quotes, the strings that are valid there. */
export function completionsAt(code: string): string[] {
  const { service, position } = open(code);
  const found = service.getCompletionsAtPosition(path, position, {});
  return (found?.entries ?? []).toSorted(bySortText).map(({ name }) => name);
}

/** What the editor shows for the name right after the caret. */
export function hoverAt(code: string): Hover {
  const { compiler, service, position } = open(code);
  const found = service.getQuickInfoAtPosition(path, position);
  if (!found) throw new Error('the editor shows nothing at the caret');
  return {
    signature: compiler.displayPartsToString(found.displayParts),
    documentation: compiler.displayPartsToString(found.documentation),
    deprecated: (found.tags ?? []).some(({ name }) => name === 'deprecated'),
  };
}

const bySortText = (left: ts.CompletionEntry, right: ts.CompletionEntry) =>
  left.sortText.localeCompare(right.sortText);

let editor: { readonly compiler: typeof ts; readonly service: ts.LanguageService } | undefined;
let content = '';
let edits = 0;

/** Replaces the content of the only file of a language service that all tests of a test file share. */
function open(code: string) {
  const position = code.indexOf(caret);
  if (position < 0) throw new Error(`the code must contain ${caret} at the position of the caret`);
  content = code.replace(caret, '');
  edits += 1;
  editor ??= start();
  return { ...editor, position };
}

function start() {
  const compiler = compilerOf('6.0');
  const options = parsedOptions(compiler);
  const { fileExists, readFile, readDirectory, directoryExists, getDirectories } = compiler.sys;
  const service = compiler.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [path],
    getScriptVersion: (file) => (file === path ? String(edits) : 'on disk'),
    getScriptSnapshot(file) {
      const text = file === path ? content : readFile(file);
      return text === undefined ? undefined : compiler.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: compiler.getDefaultLibFilePath,
    fileExists: (file) => file === path || fileExists(file),
    readFile: (file) => (file === path ? content : readFile(file)),
    readDirectory,
    directoryExists,
    getDirectories,
  });
  return { compiler, service };
}
