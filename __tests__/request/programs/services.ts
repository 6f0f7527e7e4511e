import { deepEqual, equal, rejects } from 'node:assert/strict';
import {
  type CallOptions,
  type Client,
  MessageResponse,
  type MessageStream,
  type MessagesClient,
  type MessagesRequest,
  MessagesRequestBuilder,
  type OutputOfSchema,
  type Schema,
  type StandardSchema,
  type ToolRun,
  tool,
  Version,
} from 'clust';
import { answer, mockClient } from 'clust/testing';
import type { VertexClient } from 'clust/vertex';
import { z } from 'zod';
import type { Programs } from './program.js';

const preset = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(64);
const plain = preset.user('Hi').build();
const weather = tool({
  name: 'get_weather',
  description: 'The weather in a city.',
  input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  run: ({ city }) => `Sunny in ${city}`,
});
const withTool = preset.tools(weather).user('Hi').build();
const call = answer([{ type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: { city: 'Paris' } }]);

/** An application service. */
class Translator {
  readonly #client: MessagesClient;
  constructor(client: MessagesClient) {
    this.#client = client;
  }
  async toFrench(text: string): Promise<string> {
    return (await this.#client.createMessage(preset.user(text).build())).text;
  }
}

/** A hand-written test double. */
class Double implements MessagesClient {
  readonly asked: MessagesRequest[] = [];
  async createMessage<Request extends MessagesRequest>(request: Request): Promise<MessageResponse<Request>> {
    this.asked.push(request);
    return MessageResponse.from(answer('Bonjour'), request);
  }
  createMessageStream<Request extends MessagesRequest>(_request: Request): MessageStream<Request> {
    throw new Error('This double streams nothing.');
  }
  async runTools<Request extends MessagesRequest>(_request: Request): Promise<ToolRun<Request>> {
    throw new Error('This double runs no tools.');
  }
  toolTurns(): never {
    throw new Error('This double runs no tools.');
  }
}

/** Clients that are passed to services, and functions that are generic in their request. */
export const services: Programs = {
  'a service takes a client': async () => {
    const client = mockClient([answer('Bonjour')]);
    equal(await new Translator(client).toFrench('Hello'), 'Bonjour');
  },

  'a service takes a test double': async () => {
    const double = new Double();
    equal(await new Translator(double).toFrench('Hello'), 'Bonjour');
    deepEqual(double.asked, [preset.user('Hello').build()]);
  },

  'an object of four functions is a MessagesClient': async () => {
    const nothing = () => {
      throw new Error('nothing');
    };
    const double: MessagesClient = {
      createMessage: async () => nothing(),
      createMessageStream: nothing,
      runTools: async () => nothing(),
      toolTurns: nothing,
    };
    await rejects(new Translator(double).toFrench('Hello'), /nothing/);
  },

  'a client of any version or platform is a MessagesClient': () => {
    const older = mockClient([], { version: Version.V2023_06_01 });
    const clients: MessagesClient[] = [mockClient([]), older];
    const ofAnyVersion = (client: Client<Version>): MessagesClient => client;
    const ofThis = <V extends Version>(client: Client<V>): MessagesClient => client;
    const ofPlatform = (client: VertexClient): MessagesClient => client;
    equal([...clients, ofAnyVersion(older), ofThis(older)].length, 4);
    equal(typeof ofPlatform, 'function');
  },

  'the type Client without a parameter is a client of the newest version': async () => {
    class Service {
      readonly client: Client;
      constructor(client: Client) {
        this.client = client;
      }
    }
    const service = new Service(mockClient([]));
    const sampled = preset.temperature(0.5).user('Hi').build();
    // @ts-expect-error: API version 2026-10-21 takes no temperature, top_p or top_k
    await rejects(service.client.createMessage(sampled), /takes no temperature/);
    const older = mockClient([answer('Hi')], { version: Version.V2023_06_01 });
    // @ts-expect-error: a client of another version
    new Service(older);
    equal((await older.createMessage(sampled)).text, 'Hi');
  },

  'a wrapper that is generic in its request keeps the types of the tools': async () => {
    const client = mockClient([call, call]);
    const logged = async <Request extends MessagesRequest>(
      request: Request,
      options?: CallOptions,
    ): Promise<MessageResponse<Request>> => {
      const message = await client.createMessage(request, options);
      return message;
    };
    const cities: string[] = (await logged(withTool)).toolUses.map((use) => use.input.city);
    const direct = <Request extends MessagesRequest>(request: Request): Promise<MessageResponse<Request>> =>
      client.createMessage(request);
    cities.push(...(await direct(withTool)).toolUses.map((use) => use.input.city));
    deepEqual(cities, ['Paris', 'Paris']);
  },

  'a wrapper that is generic in the state keeps the types of the tools': async () => {
    const client = mockClient([call]);
    const ask = <State>(request: MessagesRequest<State>): Promise<MessageResponse<MessagesRequest<State>>> =>
      client.createMessage(request);
    const cities: string[] = (await ask(withTool)).toolUses.map((use) => use.input.city);
    deepEqual(cities, ['Paris']);
  },

  'a function that is generic in the schema returns the output of the schema': async () => {
    const client = mockClient([answer('{"n":3}'), answer('{"n":3}')]);
    const ask = async <const Given extends Schema>(schema: Given): Promise<OutputOfSchema<Given>> => {
      const request: MessagesRequest<{ output: OutputOfSchema<Given> }> = preset
        .outputFormat(schema)
        .user('Hi')
        .build();
      return (await client.createMessage(request)).parsed;
    };
    const askFor = async <Output>(schema: StandardSchema<unknown, Output>): Promise<Output> =>
      (await client.createMessage(preset.outputFormat(schema).user('Hi').build())).parsed;
    const first: number = (
      await ask({ type: 'object', properties: { n: { type: 'integer' } }, required: ['n'] })
    ).n;
    const second: number = (await askFor(z.object({ n: z.int() }))).n;
    deepEqual([first, second], [3, 3]);
  },

  'a wrapper of createMessageStream() keeps the types of the tools': async () => {
    const client = mockClient([call]);
    const stream = <Request extends MessagesRequest>(request: Request): MessageStream<Request> =>
      client.createMessageStream(request);
    const message = await stream(withTool).finalMessage();
    const cities: string[] = message.toolUses.map((use) => use.input.city);
    deepEqual(cities, ['Paris']);
  },

  'a wrapper of any MessagesClient keeps the types of the tools': async () => {
    const retried = async <Request extends MessagesRequest>(client: MessagesClient, request: Request) => {
      try {
        return await client.createMessage(request);
      } catch {
        return client.createMessage(request);
      }
    };
    const message = await retried(
      mockClient([new TypeError('fetch failed'), call], { retry: { limit: 0 } }),
      withTool,
    );
    const cities: string[] = message.toolUses.map((use) => use.input.city);
    deepEqual(cities, ['Paris']);
  },

  'a service runs tools through a MessagesClient': async () => {
    const ask = async (client: MessagesClient) => {
      const run = await client.runTools(withTool);
      const names: string[] = run.message.toolUses.map((use) => use.name);
      for await (const { message } of client.toolTurns(withTool)) names.push(message.text);
      return [run.status, ...names];
    };
    deepEqual(await ask(mockClient([call, answer('Sunny.'), answer('Yes.')])), ['done', 'Yes.']);
  },

  'a function sends any MessagesRequest': async () => {
    const send = (client: MessagesClient, request: MessagesRequest): Promise<MessageResponse> =>
      client.createMessage(request);
    equal((await send(mockClient([answer('Hi')]), plain)).text, 'Hi');
  },

  'a body sent through a MessagesClient is checked at run time': async () => {
    const client: MessagesClient = mockClient([]);
    const body = { model: 'claude-haiku-4-5', max_tokens: 64_001, messages: plain.messages };
    await rejects(client.createMessage(body), /claude-haiku-4-5 generates at most 64000 tokens, not 64001/);
  },
};
