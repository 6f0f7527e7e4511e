import { isXmlError } from '../../errors/guards.js';
import type { XmlError } from '../../errors/xml-error.js';
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
const closeTag = `</${root}>`;

/** The tag in a sentence: text follows it, and not the first call of a block. */
const mention = /^<function_calls\s*>(?=\s*[^<\s])/;

/** What only the application writes. Where nothing stops a model behind its calls, it makes up their results. */
const resultsTag = '<function_results';

/** Finds the calls in an answer that comes in pieces. The same parts come out however it is cut. */
export class Extractor {
  readonly #isAnywhere: boolean;
  /** The end of the prose that may be the beginning of a block. */
  #held = '';
  /** Where the text begins that no block has taken. */
  #at: Position = start;
  #block: Scanner | undefined;
  /** Calls that are complete and not yet yielded. */
  #calls: Invoke[] = [];
  #count = 0;
  /** The text of the block, and of those before it with nothing but white space between: prose, when prose follows. */
  #source: string[] = [];
  /** Where the block begins in `#source`, and in the answer. */
  #blockIndex = 0;
  #blockAt: Position = start;
  /** Why the block cannot be read. Its text is skipped up to its closing tag. */
  #failure: XmlError | undefined;
  /** What stands behind the blocks and may be the beginning of made-up results. */
  #behind = '';
  /** Made-up results have begun: nothing behind them is a call. */
  #isOver = false;

  constructor({ where = 'end' }: Pick<ExtractOptions, 'where'> = {}) {
    this.#isAnywhere = where === 'anywhere';
  }

  /** Takes the next piece, and yields the parts that it completes. */
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
        if (this.#behind.trimStart() !== '') yield* this.#dropBlocks();
        rest = block;
        this.#openBlock();
      }
      rest = yield* this.#read(rest);
    }
  }

  /** Says that no piece will come, and yields the last parts. */
  *end(options: Pick<ExtractOptions, 'stopped'> = {}): Generator<AnswerPart, void> {
    if (this.#behind.trimStart() !== '') yield* this.#dropBlocks();
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#block !== undefined) {
      const rest = yield* this.#endBlock(this.#block, options);
      if (rest !== undefined) {
        yield* this.write(rest);
        return yield* this.end(options);
      }
    }
    // A `<` that nothing follows is a character like every other.
    if (this.#held.length > 1) throw truncated(behind(this.#at, this.#held), `<${root}>`);
    if (this.#held !== '') yield* this.#prose(this.#held);
    if (this.#behind.trimStart() !== '') yield* this.#dropBlocks();
    yield* this.#takeCalls();
    if (this.#behind !== '') yield { type: 'prose', text: this.#behind };
  }

  /** Ends the block that the text ends in. When it is only a mention of the tag, returns the text behind the tag. */
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

  /** Divides text into what is prose for certain, and a block that begins in it; what may be one is held back. */
  #split(text: string): { readonly prose: string; readonly block: string | undefined } {
    const found = text.search(openTag);
    const cut = found === -1 ? text.length - lengthToHold(text) : found;
    const prose = text.slice(0, cut);
    this.#at = behind(this.#at, prose);
    this.#held = found === -1 ? text.slice(cut) : '';
    return { prose, block: found === -1 ? undefined : text.slice(cut) };
  }

  /** Prose behind blocks: white space may be followed by the end, made-up results are as good as it. */
  *#prose(text: string): Generator<AnswerPart, void> {
    if (this.#source.length === 0) return yield { type: 'prose', text };
    this.#behind += text;
    const visible = this.#behind.trimStart();
    if (visible.startsWith(resultsTag)) {
      if (this.#failure !== undefined) throw this.#failure;
      this.#isOver = true;
      yield* this.#takeCalls();
      yield { type: 'prose', text: this.#behind };
      this.#behind = '';
    } else if (!resultsTag.startsWith(visible)) yield* this.#dropBlocks();
  }

  /** The blocks are prose: they do not end the answer. */
  *#dropBlocks(): Generator<AnswerPart, void> {
    const text = this.#source.join('') + this.#behind;
    this.#source = [];
    this.#calls = [];
    this.#failure = undefined;
    this.#behind = '';
    yield { type: 'prose', text };
  }

  *#takeCalls(): Generator<AnswerPart, void> {
    for (const call of this.#calls.splice(0)) yield { type: 'call', call };
  }

  #openBlock(): void {
    this.#source.push(this.#behind);
    this.#behind = '';
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

  /** Continues reading a block. Returns what stands behind it, once it is closed. */
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
      // Also when the text goes wrong behind them: whether a piece ends there makes no difference.
      if (this.#isAnywhere && this.#calls.length > 0) {
        // A block with a call in it is no mention of the tag: its text is not needed any more.
        this.#source = [];
        this.#blockIndex = 0;
        yield* this.#takeCalls();
      }
    }
  }

  /** Looks for the end of a block that cannot be read. */
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
    this.#close(length, behind(this.#blockAt, block));
    return text.slice(length);
  }

  /** The block ends after `length` characters of the last piece. */
  #close(length: number, at: Position): void {
    this.#source.push((this.#source.pop() ?? '').slice(0, length));
    this.#at = at;
    this.#block = undefined;
    if (this.#isAnywhere) this.#source = [];
  }

  /** What looked like a block is the name of its tag in a sentence: the text behind it is looked at again. */
  *#closeMention(block: string, tag: string): Generator<AnswerPart, string> {
    this.#source = this.#source.slice(0, this.#blockIndex);
    this.#block = undefined;
    this.#at = behind(this.#blockAt, tag);
    yield* this.#prose(tag);
    return block.slice(tag.length);
  }
}

/** How many characters at the end of the text may be the beginning of an opening tag. */
function lengthToHold(text: string): number {
  const last = text.lastIndexOf('<');
  return last !== -1 && beginning.startsWith(text.slice(last)) ? text.length - last : 0;
}
