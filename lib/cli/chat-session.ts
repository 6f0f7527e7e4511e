import type { Client } from '../client/client.js';
import { isAbortedError } from '../errors/guards.js';
import { cost } from '../models/cost/cost.js';
import type { Cost } from '../models/cost/parts.js';
import { sumCosts } from '../models/cost/sum-costs.js';
import { MessagesRequest } from '../request/messages-request.js';
import type { MessageParam } from '../wire/message-param.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';

/** A conversation in the terminal: the request as it would go on, and what it has cost. */
export class ChatSession {
  #request: MessagesRequestBody;
  #cost = sumCosts([]);

  constructor(request: MessagesRequestBody) {
    this.#request = request;
  }

  /** The request that the next turn is added to; it can be stored. */
  get request(): MessagesRequestBody {
    return this.#request;
  }

  /** What the answers cost, but for those that were stopped: how much of them is billed is not known. */
  get cost(): Cost {
    return this.#cost;
  }

  /** A field that is `undefined` is taken out. */
  change(
    fields: { readonly [Field in keyof MessagesRequestBody]?: MessagesRequestBody[Field] | undefined },
  ): void {
    const changed = Object.entries({ ...this.#request, ...fields }).filter(
      ([, value]) => value !== undefined,
    );
    // Nobody takes out what a request must have.
    this.#request = Object.fromEntries(changed) as unknown as MessagesRequestBody;
  }

  /**
   * Says something, and gives each piece of the answer to `write`. An answer that the signal stops stays in the
   * conversation as far as it came; one that fails is taken back, with what was said.
   *
   * @returns whether the answer came whole.
   * @throws {ClustError} By rejection: what the client throws, but for the abort.
   */
  async say(
    text: string,
    client: Client,
    write: (text: string) => void,
    signal: AbortSignal,
  ): Promise<boolean> {
    const said = [...this.#request.messages, { role: 'user', content: text } as const];
    const stream = client.createMessageStream(MessagesRequest.parse({ ...this.#request, messages: said }), {
      signal,
    });
    let written = '';
    try {
      for await (const piece of stream.textStream()) {
        written += piece;
        write(piece);
      }
      const message = await stream.finalMessage();
      this.#cost = sumCosts([this.#cost, cost(message)]);
      // What a response holds, an assistant turn may hold.
      const answer = message.toMessage() as MessageParam;
      this.change({ messages: message.content.length > 0 ? [...said, answer] : said });
      return true;
    } catch (error) {
      if (!isAbortedError(error)) throw error;
      if (written.trim() !== '')
        this.change({ messages: [...said, { role: 'assistant', content: written.trimEnd() }] });
      return false;
    }
  }
}
