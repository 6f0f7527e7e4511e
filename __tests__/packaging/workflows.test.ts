import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { root } from '../support/typescript-versions.js';

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly 'timeout-minutes'?: number;
  readonly strategy?: { readonly matrix: { readonly node?: readonly string[] } };
  readonly steps: readonly Step[];
}

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
}

const folder = `${root}.github/workflows/`;
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Manifest;
const workflows = readdirSync(folder).map((file) => {
  const text = readFileSync(folder + file, 'utf8');
  return { file, text, workflow: parse(text) as Workflow };
});
const workflowOf = (name: string) => workflows.find(({ file }) => file === name)?.workflow;
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);

describe.each(workflows)('$file', ({ text, workflow }) => {
  const commands = stepsOf(workflow).flatMap(({ run = [] }) => run);

  test('runs only scripts that are in package.json', () => {
    const named = commands.flatMap((command) =>
      [...command.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(test|start)\b)/g)].map(
        ([, script, word]) => script ?? word ?? '',
      ),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => manifest.scripts[name] === undefined)).toEqual([]);
  });

  test('runs only files that exist', () => {
    const files = commands.flatMap((command) =>
      [...command.matchAll(/\b(?:bash|node) ([\w./-]+)/g)].map(([, file = '']) => file),
    );
    expect(files.filter((file) => !existsSync(root + file))).toEqual([]);
  });

  test('pins every action to a commit, with its version beside it', () => {
    const used = [...text.matchAll(/uses: (.*)/g)].map(([, action = '']) => action);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual(
      [],
    );
  });

  test('has read-only permission for the repository, and a timeout for each job', () => {
    expect(workflow.permissions.contents).toBe('read');
    const jobs = Object.values(workflow.jobs).map((job) => job['timeout-minutes']);
    expect(jobs).not.toContain(undefined);
  });
});

test('CI runs on the oldest version of Node that the package allows', () => {
  const matrix = workflowOf('ci.yml')?.jobs.linux?.strategy?.matrix.node ?? [];
  expect(matrix).toContain(manifest.engines.node.replace('>=', ''));
});

test('the release workflow runs release:check and then publishes with provenance', () => {
  const workflow = workflowOf('release.yml');
  const commands = workflow ? stepsOf(workflow).flatMap(({ run = [] }) => run) : [];
  expect(workflow?.permissions['id-token']).toBe('write');
  expect(commands.slice(-2)).toEqual(['npm run release:check', 'npm publish --provenance --access public']);
});
