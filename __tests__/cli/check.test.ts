import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { clust } from './run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'clust-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good = { model: 'claude-haiku-4-5', max_tokens: 64, messages: [{ role: 'user', content: 'Hello' }] };

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe('clust check', () => {
  test('prints nothing on stdout for a request without problems, and exits with 0', async () => {
    const ran = await clust(['check', file('good.json', JSON.stringify(good))]);
    expect(ran).toEqual({ code: 0, stdout: '', stderr: 'no problems in 1 request\n' });
  });

  test('prints each problem with file, line, column, path and rule, and exits with 1', async () => {
    const path = file(
      'bad.json',
      `{\n  "model": "claude-opus-5-5",\n  "max_tokens": 200000,\n  "messages": [\n    {"role": "user", "content": ""}\n  ]\n}`,
    );
    const { code, stdout, stderr } = await clust(['check', path]);
    expect(stdout.split('\n')).toEqual([
      `${path}:3:17: max_tokens: claude-opus-5-5 generates at most 128000 tokens, not 200000 (max-tokens)`,
      expect.stringMatching(/bad\.json:5:\d+: messages\.0\.content: .+ \([\w-]+\)$/),
      '',
    ]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '2 problems in 1 request\n' });
  });

  test('reports a missing field at the position of its object', async () => {
    const { stdout } = await clust(['check', '--stdin'], '\n\n  {"model": "claude-haiku-4-5"}');
    expect(stdout).toMatch(/^<stdin>:3:3: max_tokens: /m);
  });

  test('checks every request of an array, of a batch and of a JSON Lines file', async () => {
    const bad = { ...good, max_tokens: 64_001 };
    const files = [
      file('list.json', JSON.stringify([good, bad])),
      file('batch.json', JSON.stringify({ requests: [{ custom_id: 'a', params: bad }] })),
      file('lines.jsonl', `${JSON.stringify(good)}\n\n${JSON.stringify({ custom_id: 'b', params: bad })}\n`),
    ];
    const { code, stdout } = await clust(['check', '--json', ...files]);
    const { requests, problems } = JSON.parse(stdout) as { requests: number; problems: Finding[] };
    expect({ code, requests }).toEqual({ code: 1, requests: 5 });
    expect(problems.map(({ file, line, path }) => [file, line, path])).toEqual([
      [files[0], 1, '1.max_tokens'],
      [files[1], 1, 'requests.0.params.max_tokens'],
      [files[2], 3, 'params.max_tokens'],
    ]);
  });

  test('reports invalid JSON as a problem with its position', async () => {
    const { code, stdout } = await clust([
      'check',
      file('torn.json', '{\n  "model": "x"\n  "max_tokens": 1\n}'),
    ]);
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringMatching(/torn\.json:3:3: not JSON: comma expected \(json\)/),
    });
    expect(await clust(['check', '-'])).toMatchObject({ code: 1, stdout: expect.stringMatching(/not JSON/) });
  });

  test('--api-version sets the rules, and --unknown-fields keep allows unknown fields', async () => {
    const sampled = JSON.stringify({ ...good, temperature: 0.5, brand_new: true });
    const strict = await clust(['check', '-', '--api-version', '2026-10-21'], sampled);
    expect(strict.stdout).toMatch(/: temperature: .*\n/);
    expect(strict.stdout).toMatch(/: brand_new: /);
    const { code } = await clust(
      ['check', '-', '--api-version', '2023-06-01', '--unknown-fields', 'keep'],
      sampled,
    );
    expect(code).toBe(0);
  });

  test('--beta applies the rules of a beta', async () => {
    const thinking = { type: 'enabled', budget_tokens: 2000 };
    const interleaved = JSON.stringify({
      ...good,
      model: 'claude-sonnet-4-5',
      max_tokens: 1024,
      thinking,
      tools: [{ name: 'look', input_schema: { type: 'object' } }],
    });
    const plain = await clust(['check', '-'], interleaved);
    expect(plain).toMatchObject({ code: 1, stdout: expect.stringMatching(/thinking\.budget_tokens/) });
    const beta = 'interleaved-thinking-2025-05-14';
    expect(await clust(['check', '-', '--beta', beta], interleaved)).toMatchObject({ code: 0, stdout: '' });
  });

  test('exits with 2 without input, for a missing file and for an empty file', async () => {
    expect(await clust(['check'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'clust: nothing to check: name a file, or give --stdin\n',
    });
    expect(await clust(['check', join(folder, 'nowhere.json')])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^clust: .*nowhere\.json cannot be read: ENOENT.*\n$/),
    });
    expect(await clust(['check', file('empty.jsonl', '\n')])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/holds no request/),
    });
  });
});

describe('the command line', () => {
  test('clust --help and clust --version print on stdout', async () => {
    const help = await clust(['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toMatch(/^ {2}check /m);
    expect(await clust(['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
  });

  test.each(['batch', 'chat', 'check', 'cost', 'count', 'migrate', 'models', 'tools'])(
    'clust %s --help prints help on stdout, without color in a pipe',
    async (name) => {
      const help = await clust([name, '--help']);
      expect(help).toMatchObject({ code: 0, stderr: '' });
      expect(help.stdout).toMatch(new RegExp(`^Usage: clust ${name} `));
      expect(help.stdout).not.toContain('\u001b');
    },
  );

  test.each([
    [['chek'], /unknown command 'chek'\n\(Did you mean check\?\)/],
    [['check', '--jsn'], /unknown option '--jsn'\n\(Did you mean --json\?\)/],
    [['check', '--api-version', '2020'], /Allowed choices are/],
    [[], /Usage: clust/],
  ])('exits with 2 for wrong usage: %j', async (args, message) => {
    expect(await clust(args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
  });
});

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly path: string;
}
