import { functionCallsShape } from '../dialect/function-calls.js';
import { type Invoke, invokeShape } from '../dialect/invoke.js';
import { Scanner } from '../document/scanner.js';
import type { Tree } from '../document/tree.js';
import { overLimit, truncated } from '../text/failures.js';
import { limits } from '../text/limits.js';
import { behind, type Position, start } from '../text/position.js';
import type { AnswerPart, ExtractOptions } from './answer-part.js';

const root = 'function_calls';
const beginning = `<${root}`;
const openTag = new RegExp(`${beginning}(?=[\\s/>])`);

/** Finds the calls in an answer that comes in pieces. The same parts come out however it is cut. */
export class Extractor {
  /** The end of the prose that may be the beginning of a block. */
  #held = '';
  /** Where the text begins that no block has taken. */
  #at: Position = start;
  #block: Scanner | undefined;
  /** Calls that are complete and not yet given out. */
  #calls: Invoke[] = [];
  #count = 0;

  /** Takes the next piece, and gives the parts that it completes. */
  *write(piece: string): Generator<AnswerPart, void> {
    let rest: string | undefined = piece;
    while (rest !== undefined && rest !== '') {
      if (this.#block === undefined) {
        const { prose, block } = this.#split(this.#held + rest);
        if (prose !== '') yield { type: 'prose', text: prose };
        if (block === undefined) return;
        rest = block;
      }
      rest = yield* this.#read(this.#block ?? this.#openBlock(), rest);
    }
  }

  /** Says that no piece will come. */
  *end({ stopped = false }: ExtractOptions = {}): Generator<AnswerPart, void> {
    const block = this.#block;
    if (block !== undefined) {
      if (typeof stopped === 'function' ? stopped() : stopped) block.closeRoot();
      block.end();
    }
    // A `<` that nothing follows is a character like every other.
    if (this.#held.length > 1) throw truncated(behind(this.#at, this.#held), `<${root}>`);
    if (this.#held !== '') yield { type: 'prose', text: this.#held };
  }

  /** Divides text into what is prose for certain, and a block that begins in it; what may be one is held back. */
  #split(text: string): { readonly prose: string; readonly block: string | undefined } {
    const found = text.search(openTag);
    const cut = found === -1 ? text.length - lengthToHold(text) : found;
    const prose = text.slice(0, cut);
    this.#at = behind(this.#at, prose);
    this.#held = found === -1 ? text.slice(cut) : '';
    return { prose, block: found === -1 ? undefined : text.slice(cut) };
  }

  #openBlock(): Scanner {
    this.#block = new Scanner({
      root,
      content: functionCallsShape.content,
      at: this.#at,
      onChild: (tree) => this.#take(tree),
    });
    return this.#block;
  }

  #take(tree: Tree): void {
    this.#count += 1;
    if (this.#count > limits.calls) throw overLimit(this.#at, `at most ${limits.calls} calls`);
    this.#calls.push(invokeShape.read(tree));
  }

  /** Reads on in a block. Gives what stands behind it, once it is closed. */
  *#read(block: Scanner, text: string): Generator<AnswerPart, string | undefined> {
    let rest: string | undefined;
    try {
      rest = block.write(text);
    } finally {
      // Also when the text goes wrong behind them: whether a piece ends there makes no difference.
      for (const call of this.#calls.splice(0)) yield { type: 'call', call };
    }
    if (rest === undefined) return undefined;
    this.#at = block.at;
    this.#block = undefined;
    return rest;
  }
}

/** How many characters at the end of the text may be the beginning of an opening tag. */
function lengthToHold(text: string): number {
  const last = text.lastIndexOf('<');
  return last !== -1 && beginning.startsWith(text.slice(last)) ? text.length - last : 0;
}
