import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { check } from 'recheck';
import ts from 'typescript';
import { namePattern } from '../../lib/xml/text/names.js';
import { root } from '../support/typescript-versions.js';

/** A regular expression in lib/ and its file. */
interface Found {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

/**
 * The expressions that are built at run time: their source and the resulting pattern, or `undefined` if that has no
 * quantifier.
 */
const composed: { readonly [source: string]: string | undefined } = {
  "new RegExp(String.raw`${withEscapes('sk-ant-')}(?:[\\w-]|\\\\{1,4}u00[0-9a-f]{2})+`, 'gi')":
    'sk-ant-(?:[\\w-]|\\\\{1,4}u00[0-9a-f]{2})+',
  "new RegExp(withEscapes(secret), 'g')": undefined,
  'new RegExp(`${tagStart}(?=[\\\\s/>])`)': undefined,
  'new RegExp(`^<(/?)(${namePattern})\\\\s*(/?)>`)': `^<(/?)(${namePattern})\\s*(/?)>`,
  'new RegExp(`^<(?:/?(?:${namePattern}\\\\s*/?)?)?$`)': `^<(?:/?(?:${namePattern}\\s*/?)?)?$`,
  "new RegExp(illegal, 'g')": undefined,
  'new RegExp(`^${namePattern}$`)': `^${namePattern}$`,
};

/** Files whose expressions may take quadratic time or are too much for the checker. They only read trusted text. */
const trusted: { readonly [file: string]: string } = {
  'cli/generate-models.ts': 'reads numbers of at most seven digits',
  'client/base-url.ts': 'reads the address that the program itself configures',
  'functions/documentation.ts': 'reads the source of the program that is being built',
  'functions/inline-comments.ts': 'reads the source of the program that is being built',
  'node/workload-identity.node.ts': 'reads the address that the program itself configures',
  'unplugin/clust-tools.ts': 'reads the ids of modules that are bundled',
  'unplugin/declarations.ts': 'reads a file that it has written itself',
};

const unlisted: string[] = [];

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
    const code = node.getText();
    if (!Object.hasOwn(composed, code)) unlisted.push(`${file}: ${code}`);
    const pattern = composed[code];
    if (pattern !== undefined) yield { file, pattern, flags: '' };
  }
}

/** A pattern without an unbounded quantifier cannot backtrack much. */
const hasUnboundedQuantifier = ({ pattern }: Found) => /[*+]|,\}/.test(pattern);

test('every regular expression in lib/ takes linear time on untrusted text', async () => {
  const files = readdirSync(`${root}lib`, { recursive: true, encoding: 'utf8' });
  const found = files.filter((file) => file.endsWith('.ts')).flatMap((file) => [...expressionsOf(file)]);
  const checked = found.filter((one) => hasUnboundedQuantifier(one) && !Object.hasOwn(trusted, one.file));
  expect(unlisted).toEqual([]);
  expect(checked.length).toBeGreaterThan(30);

  const slow: string[] = [];
  for (const { file, pattern, flags } of checked) {
    const result = await check(pattern, flags, { timeout: 30_000 });
    if (result.status === 'safe') continue;
    const why = result.status === 'vulnerable' ? result.complexity.summary : result.status;
    slow.push(`${file}: /${pattern}/${flags} is ${why}`);
  }
  expect(slow).toEqual([]);
}, 240_000);

test('the checker reports patterns that backtrack exponentially or quadratically', async () => {
  expect((await check('(a+)+$', '')).status).toBe('vulnerable');
  expect((await check('\\s+$', '')).status).toBe('vulnerable');
}, 60_000);
