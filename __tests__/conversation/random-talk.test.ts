import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { serve } from '../support/loopback.js';
import { StrictApi } from '../support/strict-api.js';
import { clientFor } from '../tools/support.js';
import { talk, talkInThread, talks, threads } from './random-talk.js';

/** `npm run test:conversations` sets ten thousand, with another seed each time. */
const { CLUST_CONVERSATIONS } = process.env;
const runs: fc.Parameters<unknown> =
  CLUST_CONVERSATIONS === undefined ? { numRuns: 150, seed: 2026 } : { numRuns: Number(CLUST_CONVERSATIONS) };
const { numRuns } = runs;

test(`the API accepts every request of ${numRuns} random conversations`, async () => {
  let api = new StrictApi();
  const server = await serve((response, received) => api.answer(response, received));
  const client = clientFor(server).with({ retry: { limit: 0 } });
  const property = fc.asyncProperty(talks, async (plan) => {
    api = new StrictApi();
    await talk(plan, api, client);
    expect(api.refusals).toEqual([]);
  });
  await fc.assert(property, runs);
}, 3_600_000);

test(`the API accepts every request of ${numRuns} random threads, and ends with the same conversation`, async () => {
  let api = new StrictApi();
  const server = await serve((response, received) => api.answer(response, received));
  const client = clientFor(server).with({ retry: { limit: 0 } });
  const recovered = /^thread_(not_found|already_continued)$/;
  const property = fc.asyncProperty(threads, async (plan) => {
    api = new StrictApi();
    const messages = await talkInThread(plan, api, client);
    expect(api.refusals).toEqual([]);
    expect(plain(messages)).toEqual(plain(api.conversation));
    expect(api.lost.filter((code) => !recovered.test(code))).toEqual([]);
  });
  await fc.assert(property, runs);
}, 3_600_000);

/** The messages without cache breakpoints, and with text as a list of one block. */
function plain(messages: readonly object[]): unknown {
  const text = JSON.stringify(messages, (key, value) => {
    if (key === 'cache_control') return undefined;
    return key === 'content' && typeof value === 'string' ? [{ type: 'text', text: value }] : value;
  });
  return JSON.parse(text);
}
