import { isXmlError } from '../../errors/guards.js';
import type { XmlError } from '../../errors/xml-error.js';
import { functionCallsShape } from '../dialect/function-calls.js';
import { type Invoke, invokeShape } from '../dialect/invoke.js';
import { Scanner } from '../document/scanner.js';
import type { Tree } from '../document/tree.js';
import { overLimit, truncated } from '../text/failures.js';
import { limits } from '../text/limits.js';
import { type Position, positionAfter, start } from '../text/position.js';
import type { AnswerPart, ExtractOptions } from './answer-part.js';

const root = 'function_calls';
const tagStart = `<${root}`;
const openTag = new RegExp(`${tagStart}(?=[\\s/>])`);
const closeTag = `</${root}>`;

/** The tag in a sentence: it is followed by text, not by the first call of a block. */
const mention = /^<function_calls\s*>(?=\s*[^<\s])/;

/** Only the application writes this tag. A model without a stop sequence makes up the results of its calls. */
const resultsTag = '<function_results';

/** Finds the calls in an answer that arrives in pieces. The result does not depend on how the text is split. */
export class Extractor {
  readonly #isAnywhere: boolean;
  /** The end of the prose that may start a block. */
  #held = '';
  /** The position of the text after the last block. */
  #at: Position = start;
  #block: Scanner | undefined;
  /** Complete calls that have not been yielded. */
  #calls: Invoke[] = [];
  #count = 0;
  /** The text of the block and of those before it, separated by white space only. It becomes prose if prose follows. */
  #source: string[] = [];
  /** Where the block starts in `#source`, and in the answer. */
  #blockIndex = 0;
  #blockAt: Position = start;
  /** Why the block is invalid. Its text is skipped up to its closing tag. */
  #failure: XmlError | undefined;
  /** Text after the blocks that may start made-up results. */
  #afterBlocks = '';
  /** Made-up results have started: nothing after them is a call. */
  #isOver = false;

  constructor({ where = 'end' }: Pick<ExtractOptions, 'where'> = {}) {
    this.#isAnywhere = where === 'anywhere';
  }

  /** Adds a piece, and yields the parts that it completes. */
  *write(piece: string): Generator<AnswerPart, void> {
    let rest: string | undefined = piece;
    while (rest !== undefined && rest !== '') {
      if (this.#isOver) return yield { type: 'prose', text: rest };
      if (this.#block === undefined) {
        const { prose, block } = this.#split(this.#held + rest);
        if (prose !== '') yield* this.#prose(prose);
        if (this.#isOver) {
          rest = `${this.#held}${block ?? ''}`;
          this.#held = '';
          continue;
        }
        if (block === undefined) return;
        if (this.#afterBlocks.trimStart() !== '') yield* this.#dropBlocks();
        rest = block;
        this.#openBlock();
      }
      rest = yield* this.#read(rest);
    }
  }

  /** Called after the last piece. Yields the last parts. */
  *end(options: Pick<ExtractOptions, 'stopped'> = {}): Generator<AnswerPart, void> {
    if (this.#afterBlocks.trimStart() !== '') yield* this.#dropBlocks();
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#block !== undefined) {
      const rest = yield* this.#endBlock(this.#block, options);
      if (rest !== undefined) {
        yield* this.write(rest);
        return yield* this.end(options);
      }
    }
    // A final `<` is an ordinary character.
    if (this.#held.length > 1) throw truncated(positionAfter(this.#at, this.#held), `<${root}>`);
    if (this.#held !== '') yield* this.#prose(this.#held);
    if (this.#afterBlocks.trimStart() !== '') yield* this.#dropBlocks();
    yield* this.#takeCalls();
    if (this.#afterBlocks !== '') yield { type: 'prose', text: this.#afterBlocks };
  }

  /** Ends the block at the end of the text. If it only mentions the tag, returns the text after the tag. */
  *#endBlock(
    block: Scanner,
    { stopped = false }: Pick<ExtractOptions, 'stopped'>,
  ): Generator<AnswerPart, string | undefined> {
    try {
      if (typeof stopped === 'function' ? stopped() : stopped) block.closeRoot();
      block.end();
      return undefined;
    } catch (error) {
      const source = this.#source.slice(this.#blockIndex).join('');
      const tag = mention.exec(source)?.[0];
      if (!isXmlError(error) || tag === undefined) throw error;
      return yield* this.#closeMention(source, tag);
    }
  }

  /** Splits text into certain prose and the start of a block. Text that may start a block is held back. */
  #split(text: string): { readonly prose: string; readonly block: string | undefined } {
    const found = text.search(openTag);
    const cut = found === -1 ? text.length - lengthToHold(text) : found;
    const prose = text.slice(0, cut);
    this.#at = positionAfter(this.#at, prose);
    this.#held = found === -1 ? text.slice(cut) : '';
    return { prose, block: found === -1 ? undefined : text.slice(cut) };
  }

  /** Text after blocks. White space may be followed by the end of the answer; made-up results count as the end. */
  *#prose(text: string): Generator<AnswerPart, void> {
    if (this.#source.length === 0) return yield { type: 'prose', text };
    this.#afterBlocks += text;
    const visible = this.#afterBlocks.trimStart();
    if (visible.startsWith(resultsTag)) {
      if (this.#failure !== undefined) throw this.#failure;
      this.#isOver = true;
      yield* this.#takeCalls();
      yield { type: 'prose', text: this.#afterBlocks };
      this.#afterBlocks = '';
    } else if (!resultsTag.startsWith(visible)) yield* this.#dropBlocks();
  }

  /** Turns the blocks into prose, since they do not end the answer. */
  *#dropBlocks(): Generator<AnswerPart, void> {
    const text = this.#source.join('') + this.#afterBlocks;
    this.#source = [];
    this.#calls = [];
    this.#failure = undefined;
    this.#afterBlocks = '';
    yield { type: 'prose', text };
  }

  *#takeCalls(): Generator<AnswerPart, void> {
    for (const call of this.#calls.splice(0)) yield { type: 'call', call };
  }

  #openBlock(): void {
    this.#source.push(this.#afterBlocks);
    this.#afterBlocks = '';
    this.#blockIndex = this.#source.length;
    this.#blockAt = this.#at;
    this.#block = new Scanner({
      root,
      content: functionCallsShape.content,
      at: this.#at,
      onChild: (tree) => this.#take(tree),
    });
  }

  #take(tree: Tree): void {
    this.#count += 1;
    if (this.#count > limits.calls) throw overLimit(this.#at, `at most ${limits.calls} calls`);
    this.#calls.push(invokeShape.read(tree));
  }

  /** Reads on in a block. Returns the text after it, once it is closed. */
  *#read(text: string): Generator<AnswerPart, string | undefined> {
    this.#source.push(text);
    if (this.#failure !== undefined) return this.#skip(text);
    try {
      const rest = this.#block?.write(text);
      if (rest !== undefined) this.#close(text.length - rest.length, this.#block?.at ?? this.#at);
      return rest;
    } catch (error) {
      if (!isXmlError(error)) throw error;
      const block = this.#source.slice(this.#blockIndex).join('');
      const tag = mention.exec(block)?.[0];
      if (tag !== undefined) return yield* this.#closeMention(block, tag);
      if (this.#isAnywhere) throw error;
      this.#failure = error;
      return this.#skip(text);
    } finally {
      // Also yielded if the text after them is invalid: the result must not depend on how the text is split.
      if (this.#isAnywhere && this.#calls.length > 0) {
        // A block with a call does not only mention the tag, so its text is no longer needed.
        this.#source = [];
        this.#blockIndex = 0;
        yield* this.#takeCalls();
      }
    }
  }

  /** Finds the end of an invalid block. */
  #skip(text: string): string | undefined {
    let before = '';
    for (let index = this.#source.length - 2; index >= this.#blockIndex; index -= 1) {
      before = (this.#source[index] ?? '') + before;
      if (before.length >= closeTag.length) break;
    }
    before = before.slice(1 - closeTag.length);
    const found = (before + text).indexOf(closeTag);
    if (found === -1) return undefined;
    const length = found + closeTag.length - before.length;
    const block = this.#source.slice(this.#blockIndex, -1).join('') + text.slice(0, length);
    this.#close(length, positionAfter(this.#blockAt, block));
    return text.slice(length);
  }

  /** The block ends after `length` characters of the last piece. */
  #close(length: number, at: Position): void {
    this.#source.push((this.#source.pop() ?? '').slice(0, length));
    this.#at = at;
    this.#block = undefined;
    if (this.#isAnywhere) this.#source = [];
  }

  /** The block only mentions the tag in a sentence, so the text after the tag is read again. */
  *#closeMention(block: string, tag: string): Generator<AnswerPart, string> {
    this.#source = this.#source.slice(0, this.#blockIndex);
    this.#block = undefined;
    this.#at = positionAfter(this.#blockAt, tag);
    yield* this.#prose(tag);
    return block.slice(tag.length);
  }
}

/** How many characters at the end of the text may start an opening tag. */
function lengthToHold(text: string): number {
  const last = text.lastIndexOf('<');
  return last !== -1 && tagStart.startsWith(text.slice(last)) ? text.length - last : 0;
}
