import { test } from '@jest/globals';
import { expectCutsToBeReported } from '../support/cuts.js';
import { describeWithFixtures } from '../support/fixtures.js';
import { pick, seededRandom } from '../support/random.js';
import { eventBoundaries, everyOffset, richestStreams, wholeStreams } from '../support/recorded-streams.js';
import { bareStreamOf, streamOf } from '../support/streams.js';

describeWithFixtures('AT-1.5 a recorded stream that is cut', () => {
  test.each(
    richestStreams()
      .slice(3)
      .map((stream) => [stream.id, stream] as const),
  )('at any byte (%s) yields the whole message or fails as cut with a prefix of it', async (_id, stream) => {
    await expectCutsToBeReported(stream, everyOffset(stream), streamOf);
  });
});

describeWithFixtures('AT-1.5 every other recorded stream that is cut', () => {
  const richest = richestStreams().map(({ id }) => id);

  test('between any two events or at random bytes yields the whole message or fails as cut', async () => {
    const random = seededRandom(20261122);
    for (const stream of wholeStreams().filter(({ id }) => !richest.includes(id))) {
      const randomOffsets = Array.from({ length: 100 }, () => pick(random, stream.bytes.length + 1));
      await expectCutsToBeReported(stream, [...eventBoundaries(stream), ...randomOffsets], bareStreamOf);
    }
  });
});
