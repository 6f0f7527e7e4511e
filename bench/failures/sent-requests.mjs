/**
 * Sends invalid requests through each package to a local server that accepts everything. A request counts as "refused" if
 * nothing arrives at the server, as "changed" if the body that arrives is valid by the rules of clust, and as "sent" if
 * the body that arrives is still invalid.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createAnthropic } from '@ai-sdk/anthropic';
import Anthropic from '@anthropic-ai/sdk';
import { generateText, jsonSchema, tool } from 'ai';
import { ApiKey, ClientBuilder, MessagesRequest } from '../../dist/index.js';
import { aiCall } from './ai-call.mjs';

const answer = {
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'claude-sonnet-5-5',
  content: [{ type: 'text', text: 'Hi' }],
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage: { input_tokens: 1, output_tokens: 1 },
};

export async function sendInvalidRequests(bodies) {
  const arrived = [];
  const server = createServer(async (request, response) => {
    arrived.push(JSON.parse(Buffer.concat(await request.toArray()).toString()));
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${server.address().port}`;

  const counts = {};
  for (const [name, call] of Object.entries(callers(url))) {
    const count = { refused: 0, changed: 0, sent: 0, inexpressible: 0 };
    for (const body of bodies) {
      arrived.length = 0;
      const pending = call(body);
      await pending?.catch(() => {});
      if (pending === undefined) count.inexpressible += 1;
      else if (arrived.length === 0) count.refused += 1;
      else if (MessagesRequest.problems(arrived[0]).length === 0) count.changed += 1;
      else count.sent += 1;
    }
    counts[name] = count;
  }
  server.close();
  server.closeAllConnections();
  return counts;
}

/** Functions that send a body with each package. They return a promise, or `undefined` if the package cannot express the body. */
function callers(url) {
  const client = ClientBuilder.create().apiKey(ApiKey.of('a-key')).baseUrl(url).build();
  const official = new Anthropic({ apiKey: 'a-key', baseURL: url, maxRetries: 0, logLevel: 'off' });
  const scope = {
    anthropic: createAnthropic({ apiKey: 'a-key', baseURL: `${url}/v1` }),
    common: { maxRetries: 0 },
    generateText,
    jsonSchema,
    tool,
  };
  return {
    clust: async (body) => client.createMessage(MessagesRequest.of(body)),
    'official SDK': async (body) => official.beta.messages.create(body),
    ai: (body) => {
      const code = aiCall(body);
      if (code === undefined) return undefined;
      return new Function(...Object.keys(scope), `return (async () => ${code})()`)(...Object.values(scope));
    },
  };
}
