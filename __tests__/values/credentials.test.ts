import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ApiKey } from '../../lib/values/api-key.js';
import { AuthToken } from '../../lib/values/auth-token.js';
import { reveal } from '../../lib/values/secret.js';

const text = 'sk-ant-api03-VERYSECRET';

const kinds = [
  ['ApiKey', ApiKey, 'apiKey'],
  ['AuthToken', AuthToken, 'authToken'],
] as const;

describe.each(kinds)('%s', (kind, Kind, path) => {
  const empty = `this ${kind} is empty: is the variable that it is read from set?`;
  const unsendable = `this ${kind} has white space, or a character that no header can carry: trim it`;
  const value = Kind.of(text);

  test('shows its kind, and of a key of Anthropic that it is one, and no more', () => {
    expect(`${value}`).toBe(`${kind}(sk-ant-…)`);
    expect(JSON.stringify({ value })).toBe(`{"value":"${kind}(sk-ant-…)"}`);
    expect(inspect(value)).toBe(`${kind}(sk-ant-…)`);
    expect(`${Kind.of('gateway-VERYSECRET')}`).toBe(`${kind}(…)`);
  });

  test.each<[string, () => unknown]>([
    ['inspected with all hidden parts', () => inspect(value, { showHidden: true, depth: 20, getters: true })],
    [
      'inspected without its own say',
      () => inspect(value, { customInspect: false, showHidden: true, depth: 20, getters: true }),
    ],
    ['inspected inside an object', () => inspect({ deep: [{ value }] }, { depth: 20 })],
    ['stringified', () => JSON.stringify({ value, ...value })],
    ['cloned', () => inspect(structuredClone({ ...value }))],
    ['spread', () => inspect({ ...value }, { showHidden: true })],
    ['joined', () => ['', value, ''].join()],
    ['converted', () => String(value)],
    ['listed', () => inspect([Reflect.ownKeys(value), Object.entries(value)])],
  ])('keeps its text when it is %s', (_, print) => {
    expect(`${print()}`).not.toContain('VERYSECRET');
  });

  test('gives its text to the transport', () => {
    expect(reveal(value)).toBe(text);
  });

  test('is frozen', () => {
    expect(Object.isFrozen(value)).toBe(true);
  });

  test.each([
    ['', empty],
    [`${text}\n`, unsendable],
    [`${text}\r\nx-evil: 1`, unsendable],
    ['   ', unsendable],
    [` ${text}`, unsendable],
    [`Bearer ${text}`, unsendable],
    [`${text}\u00a0`, unsendable],
    [`${text}\0`, unsendable],
    [`${text}\x7f`, unsendable],
    [`${text}…`, unsendable],
    [`${text}🔑`, unsendable],
    [undefined, empty],
    [null, empty],
    [{ text }, empty],
  ])('refuses %j without printing it', (bad, message) => {
    const result = Kind.safe(bad as string);
    expect(result.ok ? [] : result.error.problems).toEqual([{ path, rule: 'credential', message }]);
    expect(() => Kind.of(bad as string)).toThrow(`${path}: ${message}`);
    expect(inspect(result, { depth: 20 })).not.toContain('VERYSECRET');
  });
});

describe('reveal', () => {
  test('reads a secret that another copy of the package made', () => {
    const foreign: ApiKey = { kind: 'ApiKey', toString: () => '', toJSON: () => '' };
    expect(reveal(Object.assign(foreign, { [Symbol.for('clust.reveal')]: () => text }))).toBe(text);
  });

  test.each([text, undefined, null, { kind: 'ApiKey' }])(
    'says how to make a credential of what is none',
    (none) => {
      // A program without types may hand in anything.
      const read = () => reveal(none as unknown as ApiKey);
      expect(read).toThrow('a credential is made with ApiKey.of(key) or AuthToken.of(token)');
      expect(read).not.toThrow('VERYSECRET');
    },
  );

  test('tells a key from a token in the compiler', () => {
    // @ts-expect-error: a token is no key
    const key: ApiKey = AuthToken.of(text);
    expect(key.kind).toBe('AuthToken');
  });
});

describe('ApiKey.fromEnv()', () => {
  const saved = process.env.ANTHROPIC_API_KEY;
  afterEach(() => {
    if (saved === undefined) delete process.env.ANTHROPIC_API_KEY;
    else process.env.ANTHROPIC_API_KEY = saved;
  });

  test('is the key of the variable, without the white space around it', () => {
    process.env.ANTHROPIC_API_KEY = ' sk-ant-api03-of-the-environment\n';
    expect(reveal(ApiKey.fromEnv())).toBe('sk-ant-api03-of-the-environment');
  });

  test.each(['', ' '])('refuses a variable that says nothing: %j', (text) => {
    process.env.ANTHROPIC_API_KEY = text;
    expect(() => ApiKey.fromEnv()).toThrow('ANTHROPIC_API_KEY is not set: set it, or use ApiKey.of(key)');
  });
});
