import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as clust from 'clust';
import * as xml from 'clust/xml';
import { rowsUnder } from '../support/documents.js';
import { root } from '../support/typescript-versions.js';

const read = (path: string) => readFileSync(root + path, 'utf8');

/** Every name that the public maps export, types among them. */
const exported = new Set(
  ['lib/index.ts', 'lib/xml/index.ts', 'lib/wire/names.ts'].flatMap((path) =>
    [...read(path).matchAll(/^export [^;]*/gm)].flatMap(([line]) => line.match(/\w+/g) ?? []),
  ),
);
const values: Readonly<Record<string, unknown>> = { ...clust, ...xml };

/** What the names that are no exports stand for. */
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
  // An interface has no value to look into.
  return member === undefined || !(owner in values) || hasMember(values[owner], member);
}

const rows = rowsUnder(['crate', 'here'], read('docs/from-the-crate.md'));

test('every name that docs/from-the-crate.md gives exists', () => {
  const names = rows.flatMap(([, here = '']) => {
    // What is linked, or generated, is not exported.
    if (/\]\(|generated|of a request/.test(here)) return [];
    return [...here.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
  });
  expect(rows.length).toBeGreaterThan(70);
  expect(names.filter((name) => !exists(name))).toEqual([]);
});

test('a name that does not exist is found', () => {
  expect(['Clint', 'Client.fromNowhere()', 'message.txt'].map(exists)).toEqual([false, false, false]);
});
