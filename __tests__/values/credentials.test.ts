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

  test('prints only its kind and, for an Anthropic key, the prefix sk-ant-', () => {
    expect(`${value}`).toBe(`${kind}(sk-ant-…)`);
    expect(JSON.stringify({ value })).toBe(`{"value":"${kind}(sk-ant-…)"}`);
    expect(inspect(value)).toBe(`${kind}(sk-ant-…)`);
    expect(`${Kind.of('gateway-VERYSECRET')}`).toBe(`${kind}(…)`);
  });

  test.each<[string, () => unknown]>([
    ['inspected with all hidden parts', () => inspect(value, { showHidden: true, depth: 20, getters: true })],
    [
      'inspected without its custom inspect method',
      () => inspect(value, { customInspect: false, showHidden: true, depth: 20, getters: true }),
    ],
    ['inspected inside an object', () => inspect({ deep: [{ value }] }, { depth: 20 })],
    ['stringified', () => JSON.stringify({ value, ...value })],
    ['cloned', () => inspect(structuredClone({ ...value }))],
    ['spread', () => inspect({ ...value }, { showHidden: true })],
    ['joined', () => ['', value, ''].join()],
    ['converted', () => String(value)],
    ['listed', () => inspect([Reflect.ownKeys(value), Object.entries(value)])],
  ])('does not reveal its text when it is %s', (_, print) => {
    expect(`${print()}`).not.toContain('VERYSECRET');
  });

  test('gives its text to reveal()', () => {
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

describe('reveal()', () => {
  test('reads a secret that another copy of the package made', () => {
    const foreign: ApiKey = { kind: 'ApiKey', toString: () => '', toJSON: () => '' };
    expect(reveal(Object.assign(foreign, { [Symbol.for('clust.reveal')]: () => text }))).toBe(text);
  });

  test.each([text, undefined, null, { kind: 'ApiKey' }])(
    'refuses %j, which is not a credential, and says how to make one',
    (value) => {
      // A JavaScript caller may pass any value.
      const read = () => reveal(value as unknown as ApiKey);
      expect(read).toThrow('a credential is made with ApiKey.of(key) or AuthToken.of(token)');
      expect(read).not.toThrow('VERYSECRET');
    },
  );
});

test('an AuthToken is not assignable to an ApiKey', () => {
  // @ts-expect-error: an AuthToken is not an ApiKey
  const key: ApiKey = AuthToken.of(text);
  expect(key.kind).toBe('AuthToken');
});

describe('ApiKey.fromEnv()', () => {
  const saved = process.env.ANTHROPIC_API_KEY;
  afterEach(() => {
    if (saved === undefined) delete process.env.ANTHROPIC_API_KEY;
    else process.env.ANTHROPIC_API_KEY = saved;
  });

  test('reads the key from the variable and trims it', () => {
    process.env.ANTHROPIC_API_KEY = ' sk-ant-api03-of-the-environment\n';
    expect(reveal(ApiKey.fromEnv())).toBe('sk-ant-api03-of-the-environment');
  });

  test.each(['', ' '])('refuses the empty variable %j', (text) => {
    process.env.ANTHROPIC_API_KEY = text;
    expect(() => ApiKey.fromEnv()).toThrow('ANTHROPIC_API_KEY is not set: set it, or use ApiKey.of(key)');
  });
});
