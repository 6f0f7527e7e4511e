import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startEmbeddedServer } from '../../examples/support/embedded-server.js';
import { type TypeScriptVersion, typescriptVersions } from '../support/typescript-versions.js';
import { type Layout, Workspace } from '../support/workspace.js';

interface Installation {
  readonly layout: Layout;
  readonly versions: readonly TypeScriptVersion[];
}

const installations: Readonly<Record<string, Installation>> = {
  'all packages in one folder, as npm installs them': {
    layout: {
      'node_modules/clust': 'clust',
      'node_modules/@acme/presets': 'packages/presets',
    },
    versions: typescriptVersions,
  },
  // Each package sees only its own dependencies, so a declaration file must not need any other package.
  'links into a store, as pnpm installs them': {
    layout: {
      'node_modules/.pnpm/clust@0.1.0/node_modules/clust': 'clust',
      'packages/presets/node_modules/clust': 'node_modules/.pnpm/clust@0.1.0/node_modules/clust',
      'packages/annotated/node_modules/clust': 'node_modules/.pnpm/clust@0.1.0/node_modules/clust',
      'packages/app/node_modules/clust': 'node_modules/.pnpm/clust@0.1.0/node_modules/clust',
      'packages/app/node_modules/@acme/presets': 'packages/presets',
    },
    versions: ['6.0', '7.0'],
  },
};

/** The declaration file that the compiler emits for the presets. It is small and flat, and contains no path. */
const declarations = `import { MessagesRequestBuilder } from 'clust';
/** The preset for customer support at Acme. */
export declare const support: MessagesRequestBuilder<{
    readonly model: "claude-sonnet-5-5";
    readonly maxTokens: 1024;
    readonly systemCache: ["1h"];
    readonly effort: "low";
}, "no turns">;
/** The support preset with a tool that finds orders. */
export declare const orders: MessagesRequestBuilder<{
    readonly model: "claude-sonnet-5-5";
    readonly maxTokens: 1024;
    readonly systemCache: ["1h"];
    readonly effort: "low";
    readonly tools: {
        readonly find_order: unknown;
    };
}, "no turns">;
/** A request to summarize a text in one sentence. */
export declare function summary(of: string): MessagesRequestBuilder<{
    readonly model: "claude-haiku-5-5";
    readonly maxTokens: 256;
}, "user">;
`;

/** Removes differences between compilers: TypeScript 7 orders properties differently and keeps the quotes of the source. */
const normalized = (text: string) => text.replaceAll('"', "'").split('\n').toSorted();

describe.each(Object.entries(installations))('examples/monorepo, with %s', (_, { layout, versions }) => {
  let workspace: Workspace;
  beforeAll(() => {
    workspace = new Workspace(layout);
  });
  afterAll(() => workspace.remove());

  describe.each(versions)('TypeScript %s', (version) => {
    // `isolatedDeclarations` came with 5.5.
    const project = version === '5.4' ? 'packages/app' : '.';

    test('builds every package, and declares the presets with only the fields that they set', async () => {
      expect(await workspace.build(version, project)).toBe('');
      const emitted = readFileSync(join(workspace.folder, 'packages/presets/dist/index.d.ts'), 'utf8');
      expect(normalized(emitted)).toEqual(normalized(declarations));
    }, 120_000);
  });

  test('runs the app package', async () => {
    const server = await startEmbeddedServer();
    const env = { ANTHROPIC_API_KEY: 'embedded', ANTHROPIC_BASE_URL: server.url };
    const printed = await workspace.node(['packages/app/dist/main.js'], env).finally(() => server.stop());
    expect(printed).toMatch(/^The capital of France is Paris\.\n\{"model":"claude-haiku-5-5",/);
  }, 60_000);
});
