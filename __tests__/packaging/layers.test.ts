import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { root } from '../support/typescript-versions.js';

/** Files of a small lib/, each of which breaks one rule. */
const wrong: [rule: string, file: string, code: string][] = [
  ['from-stream', 'lib/stream/a.ts', `import '../request/ok.js';`],
  ['from-stream', 'lib/stream/b.ts', `import type { Ok } from '../transport/send.js';`],
  ['from-request', 'lib/request/a.ts', `import '../stream/a.js';`],
  ['from-transport', 'lib/transport/a.ts', `import '../stream/a.js';`],
  ['from-values', 'lib/values/a.ts', `import '../content/ok.js';`],
  ['from-models', 'lib/models/a.ts', `import '../values/ok.js';`],
  ['from-endpoints', 'lib/endpoints/a.ts', `import '../client/ok.js';`],
  ['from-wire', 'lib/wire/a.ts', `import type { Ok } from '../errors/ok.js';`],
  ['wire-imports-types-only', 'lib/wire/b.ts', `import { createParser } from 'eventsource-parser';`],
  ['errors-import-types-only', 'lib/errors/a.ts', `import { ok } from '../wire/ok.js';`],
  ['file-outside-a-room', 'lib/helpers/a.ts', `import '../errors/ok.js';`],
  ['no-import-of-index', 'lib/client/a.ts', `import '../index.js';`],
  ['no-cycle', 'lib/content/a.ts', `import './b.js';`],
  ['no-cycle', 'lib/content/b.ts', `import './a.js';`],
  ['no-cycle', 'lib/models/b.ts', `import type { C } from './c.js';\nexport type B = C;`],
  ['no-cycle', 'lib/models/c.ts', `import type { B } from './b.js';\nexport type C = B;`],
  ['one-import-of-ky', 'lib/transport/b.ts', `import ky from 'ky';`],
  ['one-import-of-ky', 'lib/client/b.ts', `import type { KyInstance } from 'ky';`],
  [
    'one-import-of-eventsource-parser',
    'lib/stream/c.ts',
    `import { createParser } from 'eventsource-parser';`,
  ],
  ['one-import-of-xmlbuilder2', 'lib/tools/a.ts', `import { create } from 'xmlbuilder2';`],
  ['no-node-in-browsers', 'lib/client/c.ts', `import { readFileSync } from 'node:fs';`],
  ['no-node-in-browsers', 'lib/client/d.ts', `import { readFileSync } from 'fs';`],
  ['package-that-users-lack', 'lib/client/e.ts', `import { fetch } from 'undici';`],
  ['resolvable', 'lib/client/f.ts', `import './nowhere.js';`],
];

/** Files that break no rule. */
const right: [file: string, code: string][] = [
  ['lib/wire/ok.ts', `export const ok = 1;\nexport type Ok = 1;`],
  ['lib/errors/ok.ts', `import type { Ok } from '../wire/ok.js';\nexport type { Ok };`],
  ['lib/errors/ok-inline.ts', `import { type Ok } from '../wire/ok.js';\nexport type { Ok };`],
  ['lib/models/ok.ts', `import type { Tagged } from 'type-fest';\nexport type Id = Tagged<string, 'Id'>;`],
  ['lib/values/ok.ts', `import '../models/ok.js';`],
  ['lib/content/ok.ts', `import '../values/ok.js';\nimport '../version.js';`],
  ['lib/request/ok.ts', `import '../content/ok.js';`],
  ['lib/stream/ok.ts', `import '../content/ok.js';`],
  ['lib/transport/send.ts', `import ky from 'ky';\nexport type Ok = typeof ky;`],
  ['lib/transport/sse.ts', `import { createParser } from 'eventsource-parser';`],
  [
    'lib/tools/ok.ts',
    `import '../request/ok.js';\nimport '../stream/ok.js';\nimport '../transport/send.js';`,
  ],
  ['lib/endpoints/ok.ts', `import '../tools/ok.js';`],
  ['lib/client/ok.ts', `import '../endpoints/ok.js';`],
  ['lib/client/env.node.ts', `import process from 'node:process';`],
  ['lib/xml/ok.ts', `import { create } from 'xmlbuilder2';\nimport '../client/ok.js';`],
  ['lib/cli/ok.ts', `import { readFileSync } from 'node:fs';\nimport '../xml/ok.js';`],
  ['lib/version.ts', `export const version = '0';`],
  ['lib/index.ts', `export * from './client/ok.js';`],
];

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

describe('the layer check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clust-layers-'));
  let violations: readonly Violation[] = [];

  beforeAll(() => {
    for (const [file, code] of [...right, ...wrong.map(([, ...rest]) => rest)]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), code);
    }
    for (const file of ['package.json', 'tsconfig.json']) copyFileSync(root + file, join(folder, file));
    symlinkSync(`${root}node_modules`, join(folder, 'node_modules'));
    const cruise = `${root}node_modules/dependency-cruiser/bin/dependency-cruise.mjs`;
    const { stdout } = spawnSync(
      process.execPath,
      [cruise, '--config', `${root}.dependency-cruiser.mjs`, '--output-type', 'json', 'lib'],
      { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 24 },
    );
    const { summary } = JSON.parse(stdout) as { readonly summary: { readonly violations: Violation[] } };
    violations = summary.violations;
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(wrong)('%s rejects %s', (rule, file) => {
    // A cycle is reported for one of its files.
    const about = violations.filter(({ from, to }) => from === file || to === file);
    expect(about.map((violation) => violation.rule.name)).toContain(rule);
  });

  test.each(right)('allows %s', (file) => {
    expect(violations.filter(({ from }) => from === file)).toEqual([]);
  });
});
