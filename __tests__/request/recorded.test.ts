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

/** Rows for `test.each`, which needs at least one row. Without recordings, the tests are skipped. */
const rows = (list: readonly { readonly id: string; readonly files: object }[]) =>
  list.length > 0 ? list.map(({ id, files }) => [id, files] as const) : [['none', {}] as const];

const betasOf = ({ request_headers }: Recorded) =>
  (request_headers['anthropic-beta'] ?? '').split(',').map((beta) => beta.trim());

describeWithFixtures('recorded requests that the API accepted', () => {
  test('there are more than 400', () => {
    expect(accepted.length).toBeGreaterThan(400);
  });

  test.each(rows(accepted))('%s breaks no rule, and parse() keeps its bytes', (_, files) => {
    const recorded = readFixtureJson<Recorded>((files as { request: string }).request);
    expect(JSON.stringify(MessagesRequest.parse(recorded.body))).toBe(JSON.stringify(recorded.body));
    expect(MessagesRequest.problems(recorded.body, { betas: betasOf(recorded) })).toEqual([]);
  });
});

/** Errors that only the API can detect, by their message. */
const apiOnly: readonly (readonly [message: RegExp, reason: string])[] = [
  [/^prompt is too long/, 'only the API counts the tokens exactly'],
  [/^Schema is too complex/, 'the limit of the grammar compiler is not published'],
  [/^Unable to download the file/, 'the API fetches the URL'],
  [
    /The file format is invalid or unsupported$/,
    'the API fetches the URL and finds text instead of an image',
  ],
];

describeWithFixtures('recorded requests that the API refused', () => {
  test.each(rows(rejected))(
    '%s is refused without a network call, unless only the API can detect the error',
    (_, files) => {
      const { body, error } = readFixtureJson<Recorded>((files as { rejected: string }).rejected);
      const errorMessage = error?.error?.message ?? '';
      // One recording has no request body.
      if (body === null) return;
      const isApiOnly = apiOnly.some(([message]) => message.test(errorMessage));
      // File sources needed a beta header when this was recorded.
      const neededBeta = /Input tag 'file'/.test(errorMessage);
      const problems = MessagesRequest.problems(body);
      if (isApiOnly || neededBeta) expect(problems).toEqual([]);
      else expect(problems).not.toEqual([]);
    },
  );

  test('14 of the 24 with a recorded body are refused without a network call', () => {
    const bodies = rejected.flatMap(
      ({ files }) => readFixtureJson<Recorded>(files.rejected ?? '').body ?? [],
    );
    const refused = bodies.filter((body) => MessagesRequest.problems(body).length > 0);
    expect([bodies.length, refused.length]).toEqual([24, 14]);
  });
});
