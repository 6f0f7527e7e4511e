import type { Client } from '../client/client.js';
import { isAbortedError } from '../errors/guards.js';
import { cost } from '../models/cost/cost.js';
import type { Cost } from '../models/cost/parts.js';
import { sumCosts } from '../models/cost/sum-costs.js';
import { MessagesRequest } from '../request/messages-request.js';
import type { MessageParam } from '../wire/message-param.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';

/** A conversation in the terminal: the request so far, and its cost. */
export class ChatSession {
  #request: MessagesRequestBody;
  #cost = sumCosts([]);

  constructor(request: MessagesRequestBody) {
    this.#request = request;
  }

  /** The request that the next turn is added to. It can be stored. */
  get request(): MessagesRequestBody {
    return this.#request;
  }

  /** The cost of the answers. Stopped answers are not included, since it is unknown how much of them is billed. */
  get cost(): Cost {
    return this.#cost;
  }

  /** Changes fields of the request. A field that is `undefined` is removed. */
  change(
    fields: { readonly [Field in keyof MessagesRequestBody]?: MessagesRequestBody[Field] | undefined },
  ): void {
    const changed = Object.entries({ ...this.#request, ...fields }).filter(
      ([, value]) => value !== undefined,
    );
    // Callers never remove a required field.
    this.#request = Object.fromEntries(changed) as unknown as MessagesRequestBody;
  }

  /**
   * Sends a user turn, and passes each piece of the answer to `write`. If the signal stops the answer, its part stays
   * in the conversation; if the answer fails, both turns are removed.
   *
   * @returns whether the answer is complete.
   * @throws {ClustError} By rejection: the error of the client, unless the signal aborted.
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
      // An assistant turn accepts all content of a response.
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
