import { expect, test } from '@jest/globals';
import { MessagesRequest } from '../../lib/index.js';
import { describeWithFixtures, fixtureIndex, readFixtureJson } from '../support/fixtures.js';

interface Recorded {
  readonly request_headers: Readonly<Record<string, string>>;
  readonly body: object | null;
  readonly error?: { readonly error?: { readonly message?: string } };
}

const sent = fixtureIndex().filter(({ endpoint }) => endpoint === '/v1/messages');
const accepted = sent.filter(({ status, files }) => status === 200 && files.request !== undefined);
const rejected = sent.filter(({ status }) => status === 400);

/** A list for `test.each`, which wants one row at least; without the recordings the tests are skipped. */
const rows = (list: readonly { readonly id: string; readonly files: object }[]) =>
  list.length > 0 ? list.map(({ id, files }) => [id, files] as const) : [['none', {}] as const];

const betasOf = ({ request_headers }: Recorded) =>
  (request_headers['anthropic-beta'] ?? '').split(',').map((beta) => beta.trim());

describeWithFixtures('a recorded request that the API accepted', () => {
  test('there are hundreds', () => {
    expect(accepted.length).toBeGreaterThan(400);
  });

  test.each(rows(accepted))('%s breaks no rule, and its bytes stay as they are', (_, files) => {
    const recorded = readFixtureJson<Recorded>((files as { request: string }).request);
    expect(JSON.stringify(MessagesRequest.parse(recorded.body))).toBe(JSON.stringify(recorded.body));
    expect(MessagesRequest.problems(recorded.body, { betas: betasOf(recorded) })).toEqual([]);
  });
});

/** What the API found wrong and nobody could have known before, by what it says. */
const unknowable: readonly (readonly [says: RegExp, reason: string])[] = [
  [/^prompt is too long/, 'tokens are counted by the model that reads them'],
  [/^Schema is too complex/, 'the compiler of grammars has a limit that is not published'],
  [/^Unable to download the file/, 'the API fetches the URL'],
  [/The file format is invalid or unsupported$/, 'the API fetches the URL, and finds text in it'],
];

describeWithFixtures('a recorded request that the API refused', () => {
  test.each(rows(rejected))('%s is refused before the network, or could not be known', (_, files) => {
    const { body, error } = readFixtureJson<Recorded>((files as { rejected: string }).rejected);
    const says = error?.error?.message ?? '';
    // One recording is of the answer alone.
    if (body === null) return;
    const isUnknowable = unknowable.some(([text]) => text.test(says));
    // A file needed a beta header once.
    const isBeta = /Input tag 'file'/.test(says);
    const problems = MessagesRequest.problems(body);
    if (isUnknowable || isBeta) expect(problems).toEqual([]);
    else expect(problems).not.toEqual([]);
  });

  test('of 24 whose body was recorded 14 are refused before the network, 4 needed a beta once, 6 are for the API', () => {
    const bodies = rejected.flatMap(
      ({ files }) => readFixtureJson<Recorded>(files.rejected ?? '').body ?? [],
    );
    const refused = bodies.filter((body) => MessagesRequest.problems(body).length > 0);
    expect([bodies.length, refused.length]).toEqual([24, 14]);
  });
});
