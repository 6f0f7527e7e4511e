import { expect, test } from '@jest/globals';
import { expectCutsToBeReported, outcome } from '../support/cuts.js';
import { serveFaults } from '../support/fault-server.js';
import { describeWithFixtures } from '../support/fixtures.js';
import { pick, seededRandom } from '../support/random.js';
import { everyOffset, richestStreams } from '../support/recorded-streams.js';
import { streamFrom, streamOf } from '../support/streams.js';

describeWithFixtures('AT-1.5 a recorded stream that is cut', () => {
  const richest = richestStreams();

  // `npm run test:long` cuts the seven others.
  test.each(richest.slice(0, 3).map((stream) => [stream.id, stream] as const))(
    'at any byte (%s) yields the whole message or fails as cut with a prefix of it',
    async (_id, stream) => {
      await expectCutsToBeReported(stream, everyOffset(stream), streamOf);
    },
  );

  test('over a real socket, by the end of the connection or of the body, fails as cut', async () => {
    const random = seededRandom(7);
    for (const stream of richest) {
      const head = stream.bytes.subarray(0, stream.bytes.length - 100 - pick(random, 200));
      const server = await serveFaults(
        async (exchange) => {
          await exchange.startUnframed();
          await exchange.send(head);
          exchange.finish();
        },
        async (exchange) => {
          await exchange.startChunked();
          await exchange.sendChunk(head);
          await exchange.endChunks();
        },
      );
      expect(await outcome(streamFrom(server.url), stream)).toBe('cut');
      expect(await outcome(streamFrom(server.url), stream)).toBe('cut');
    }
  });
});
