import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { check } from 'recheck';
import ts from 'typescript';
import { namePattern } from '../../lib/xml/text/names.js';
import { root } from '../support/typescript-versions.js';

/** A regular expression of lib/, and where it stands. */
interface Found {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

/** Those that are put together at run time, as they are written, and what comes of it; `undefined` for no quantifier. */
const composed: { readonly [written: string]: string | undefined } = {
  "new RegExp(String.raw`${withEscapes('sk-ant-')}(?:[\\w-]|\\\\{1,4}u00[0-9a-f]{2})+`, 'gi')":
    'sk-ant-(?:[\\w-]|\\\\{1,4}u00[0-9a-f]{2})+',
  "new RegExp(withEscapes(secret), 'g')": undefined,
  'new RegExp(`${tagStart}(?=[\\\\s/>])`)': undefined,
  'new RegExp(`^<(/?)(${namePattern})\\\\s*(/?)>`)': `^<(/?)(${namePattern})\\s*(/?)>`,
  'new RegExp(`^<(?:/?(?:${namePattern}\\\\s*/?)?)?$`)': `^<(?:/?(?:${namePattern}\\s*/?)?)?$`,
  "new RegExp(illegal, 'g')": undefined,
  'new RegExp(`^${namePattern}$`)': `^${namePattern}$`,
};

/** What takes quadratic time, or more than the checker has, on texts that no stranger writes. */
const ofOurOwn: { readonly [file: string]: string } = {
  'cli/generate-models.ts': 'reads numbers of at most seven digits',
  'client/base-url.ts': 'reads the address that the program itself configures',
  'functions/documentation.ts': 'reads the source of the program that is built',
  'node/workload-identity.node.ts': 'reads the address that the program itself configures',
  'unplugin/clust-tools.ts': 'reads the ids of modules that are bundled',
  'unplugin/declarations.ts': 'reads a file that it has written itself',
};

const unknown: string[] = [];

function* expressionsOf(file: string): Generator<Found> {
  const source = ts.createSourceFile(file, readFileSync(`${root}lib/${file}`, 'utf8'), 99, true);
  const nodes: ts.Node[] = [source];
  for (const node of nodes) {
    node.forEachChild((child) => void nodes.push(child));
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      yield { file, pattern: node.text.slice(1, end), flags: node.text.slice(end + 1) };
    }
    if (!ts.isNewExpression(node) || node.expression.getText() !== 'RegExp') continue;
    const written = node.getText();
    if (!Object.hasOwn(composed, written)) unknown.push(`${file}: ${written}`);
    const pattern = composed[written];
    if (pattern !== undefined) yield { file, pattern, flags: '' };
  }
}

/** Without a quantifier that has no bound there is nothing to go back over. */
const mayRepeat = ({ pattern }: Found) => /[*+]|,\}/.test(pattern);

test('no regular expression of lib/ takes more than linear time on what a stranger may write', async () => {
  const files = readdirSync(`${root}lib`, { recursive: true, encoding: 'utf8' });
  const found = files.filter((file) => file.endsWith('.ts')).flatMap((file) => [...expressionsOf(file)]);
  const checked = found.filter((one) => mayRepeat(one) && !Object.hasOwn(ofOurOwn, one.file));
  expect(unknown).toEqual([]);
  expect(checked.length).toBeGreaterThan(30);

  const slow: string[] = [];
  for (const { file, pattern, flags } of checked) {
    const result = await check(pattern, flags, { timeout: 5000 });
    if (result.status === 'safe') continue;
    const why = result.status === 'vulnerable' ? result.complexity.summary : result.status;
    slow.push(`${file}: /${pattern}/${flags} is ${why}`);
  }
  expect(slow).toEqual([]);
}, 120_000);

test('the checker finds what is slow', async () => {
  expect((await check('(a+)+$', '')).status).toBe('vulnerable');
  expect((await check('\\s+$', '')).status).toBe('vulnerable');
}, 60_000);
