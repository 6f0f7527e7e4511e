import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as clust from 'clust';
import * as xml from 'clust/xml';
import { rowsUnder } from '../support/documents.js';
import { root } from '../support/typescript-versions.js';

const read = (path: string) => readFileSync(root + path, 'utf8');

/** Every value and type that the public entries export. */
const exported = new Set(
  ['lib/index.ts', 'lib/xml/index.ts', 'lib/wire/names.ts'].flatMap((path) =>
    [...read(path).matchAll(/^export [^;]*/gm)].flatMap(([line]) => line.match(/\w+/g) ?? []),
  ),
);
const values: Readonly<Record<string, unknown>> = { ...clust, ...xml };

/** Objects behind the names in the table that are not exports. */
const instances: Readonly<Record<string, unknown>> = {
  client: clust.Client.prototype,
  message: clust.MessageResponse.prototype,
};
const steps = new Set(['apiKey', 'maxTokens', 'definition', 'role', 'content', 'type', 'user_id', 'stream']);

function hasMember(owner: unknown, member: string): boolean {
  const prototype = typeof owner === 'function' ? owner.prototype : undefined;
  return [owner, prototype].some(
    (place) => place !== undefined && Object(place) === place && member in Object(place),
  );
}

function exists(code: string): boolean {
  const [, owner = '', member] = /^(\w+)(?:\.(\w+))?/.exec(code) ?? [];
  if (owner in instances) return member !== undefined && hasMember(instances[owner], member);
  if (!exported.has(owner)) return steps.has(owner);
  // An interface has no value, so its members cannot be checked.
  return member === undefined || !(owner in values) || hasMember(values[owner], member);
}

const rows = rowsUnder(['crate', 'here'], read('docs/from-the-crate.md'));

test('every name of this package in docs/from-the-crate.md exists', () => {
  const names = rows.flatMap(([, here = '']) => {
    // Links and generated names are not exports.
    if (/\]\(|generated|of a request/.test(here)) return [];
    return [...here.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
  });
  expect(rows.length).toBeGreaterThan(70);
  expect(names.filter((name) => !exists(name))).toEqual([]);
});

test('exists() returns false for unknown names', () => {
  expect(['Clint', 'Client.fromNowhere()', 'message.txt'].map(exists)).toEqual([false, false, false]);
});
