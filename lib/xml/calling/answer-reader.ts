import { isXmlError } from '../../errors/guards.js';
import type { XmlError } from '../../errors/xml-error.js';
import type { AnswerPart, ExtractOptions } from '../answer/answer-part.js';
import { Extractor } from '../answer/extractor.js';
import { mergeProse } from '../answer/merge-prose.js';

/** An answer that has been read completely. */
export interface ReadAnswer {
  /** The prose and the calls of the model. */
  readonly parts: readonly AnswerPart[];
  /** Why a part cannot be read. No call is then made. */
  readonly failure: XmlError | undefined;
  /** Whether the model continued with made-up results. They are not in `parts`. */
  readonly hasMadeUpResults: boolean;
}

/**
 * Reads an answer, complete or streamed, and reports its errors at the end, since the rest of the answer is still used.
 */
export class AnswerReader {
  readonly #extractor: Extractor;
  readonly #onPart: (part: AnswerPart) => void;
  readonly #parts: AnswerPart[] = [];
  #failure: XmlError | undefined;

  constructor(onPart: (part: AnswerPart) => void, options: Pick<ExtractOptions, 'where'>) {
    this.#onPart = onPart;
    this.#extractor = new Extractor(options);
  }

  write(text: string): void {
    this.#read(this.#extractor.write(text));
  }

  end(stopped: boolean): ReadAnswer {
    this.#read(this.#extractor.end({ stopped }));
    const all = mergeProse(this.#parts);
    const parts = beforeResults(all);
    if (parts !== undefined) return { parts, failure: undefined, hasMadeUpResults: true };
    return { parts: all, failure: this.#failure, hasMadeUpResults: false };
  }

  #read(parts: Iterator<AnswerPart, void>): void {
    for (let part = this.#next(parts); part !== undefined; part = this.#next(parts)) {
      this.#parts.push(part);
      this.#onPart(part);
    }
  }

  #next(parts: Iterator<AnswerPart, void>): AnswerPart | undefined {
    if (this.#failure !== undefined) return undefined;
    try {
      return parts.next().value ?? undefined;
    } catch (error) {
      if (!isXmlError(error)) throw error;
      this.#failure = error;
      return undefined;
    }
  }
}

/** Only the application writes this tag. A model without a stop sequence makes up the results of its calls. */
const resultsTag = /<function_results\s*>/;

/** The parts before made-up results; `undefined` if there are none. Adjacent prose is merged. */
function beforeResults(parts: readonly AnswerPart[]): readonly AnswerPart[] | undefined {
  const index = parts.findIndex((part) => part.type === 'prose' && resultsTag.test(part.text));
  const part = parts[index];
  if (part?.type !== 'prose') return undefined;
  const text = part.text.slice(0, part.text.search(resultsTag));
  return [...parts.slice(0, index), ...(text === '' ? [] : [{ type: 'prose', text } as const])];
}
