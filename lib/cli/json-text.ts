import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { messageOf } from '../base/message-of.js';

/** A position in a text. Both numbers count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The result of reading a text as JSON: its value, or why it is invalid and where. */
export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string; readonly position: Position };

/** JSON with the position of each of its values. `firstLine` is the line of the file on which the text starts. */
export class JsonText {
  readonly #text: string;
  readonly #firstLine: number;
  #tree: Node | undefined;

  constructor(text: string, firstLine = 1) {
    this.#text = text;
    this.#firstLine = firstLine;
  }

  read(): ReadJson {
    try {
      return { ok: true, value: JSON.parse(this.#text) };
    } catch (error) {
      // The message of JSON.parse() differs between versions of Node, and some have no position.
      const [first] = this.#syntaxErrors();
      return {
        ok: false,
        message: `not JSON: ${first ? wordsOf(first) : messageOf(error)}`,
        position: this.#positionAt(first?.offset ?? 0),
      };
    }
  }

  /** The position of the value at a path. If a part of the path does not exist, the position of its parent. */
  positionOf(path: readonly string[]): Position {
    this.#tree ??= parseTree(this.#text);
    let node = this.#tree;
    for (const part of path) {
      const next = node && findNodeAtLocation(node, [node.type === 'array' ? Number(part) : part]);
      if (next === undefined) break;
      node = next;
    }
    return this.#positionAt(node?.offset ?? 0);
  }

  #syntaxErrors(): readonly ParseError[] {
    const errors: ParseError[] = [];
    parseTree(this.#text, errors, { disallowComments: true, allowTrailingComma: false });
    return errors;
  }

  #positionAt(offset: number): Position {
    const before = this.#text.slice(0, offset).split('\n');
    return { line: this.#firstLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}

/** Converts `CommaExpected` to `comma expected`. */
function wordsOf({ error }: ParseError): string {
  return printParseErrorCode(error)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
}
