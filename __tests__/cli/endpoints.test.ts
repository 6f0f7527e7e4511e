import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { describeWithFixtures, readFixtureJson } from '../support/fixtures.js';
import { apiError, json, raw, serve } from '../support/loopback.js';
import { callServer } from './environment.js';
import { clust } from './run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'clust-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);

const request = { model: 'claude-haiku-4-5', max_tokens: 64, messages: [{ role: 'user', content: 'Hello' }] };

describe('clust models', () => {
  const supported = { supported: true };
  const sonnet = {
    id: 'claude-sonnet-5-5',
    type: 'model',
    display_name: 'Claude Sonnet 5.5',
    created_at: '2026-09-28T00:00:00Z',
    lifecycle: 'active',
    retires_at: null,
    max_input_tokens: 1_000_000,
    max_tokens: 128_000,
    capabilities: null,
  };
  const opus = {
    ...sonnet,
    id: 'claude-opus-6-1',
    display_name: "Claude Opus 6.1, the team's",
    max_tokens: 256_000,
    capabilities: { structured_outputs: supported, image_input: { supported: false } },
  };
  const listed = (...data: object[]) => json({ data, has_more: false, first_id: null, last_id: null });

  test('lists the models of the account, and prints where the API differs from the catalog', async () => {
    const server = await serve(listed(opus, { ...sonnet, max_tokens: 200_000 }));
    callServer(server);
    const { code, stdout, stderr } = await clust(['models', '--lifecycle', 'active', 'retired']);
    expect(code).toBe(0);
    expect(stdout.split('\n').map((line) => line.split(/\s{2,}/))).toEqual([
      ['id', 'max output', 'context', 'in', 'out', 'stage', 'retires'],
      ['claude-opus-6-1', '256,000', '1,000,000', '?', '?', 'active', '-'],
      ['claude-sonnet-5-5', '200,000', '1,000,000', '$2', '$10', 'active', '-'],
      [''],
    ]);
    expect(stderr).toBe('claude-sonnet-5-5: maxOutputTokens is 200000 in the API, 128000 in clust\n');
    expect(decodeURIComponent(server.received[0]?.url ?? '')).toMatch(
      /lifecycle\[\]=active&lifecycle\[\]=retired/,
    );
  });

  test('--out writes a module, and --check prints what differs when the account has changed', async () => {
    callServer(
      await serve(listed(opus, sonnet), listed(opus, sonnet), listed({ ...opus, max_tokens: 300_000 })),
    );
    const out = path('models.gen.ts');
    expect(await clust(['models', '--out', out])).toMatchObject({ code: 0, stdout: '' });
    expect(
      readFileSync(out, 'utf8'),
    ).toBe(`// Written by \`clust models --out ${out}\` from GET /v1/models. Run it again when \`--check\` finds it stale.
import { defineModel } from 'clust';

/** Claude Opus 6.1, the team's. */
export const Opus6_1 = defineModel({
  id: 'claude-opus-6-1',
  maxOutputTokens: 256_000,
  contextWindow: 1_000_000,
  structuredOutputs: true,
  imageInput: false,
  displayName: 'Claude Opus 6.1, the team\\'s',
  lifecycle: {
    stage: 'active',
    released: '2026-09-28',
    deprecatedAt: null,
    retiresAt: null,
    notBefore: null,
  },
});

/** Claude Sonnet 5.5. */
export const Sonnet5_5 = defineModel({
  id: 'claude-sonnet-5-5',
  like: 'claude-sonnet-5-5',
});
`);
    expect(await clust(['models', '--check', '--out', out])).toEqual({ code: 0, stdout: '', stderr: '' });
    const stale = await clust(['models', '--check', '--out', out]);
    expect(stale.code).toBe(1);
    expect(stale.stdout.split('\n')).toEqual([
      `${out} is stale: run clust models --out ${out}`,
      '  ~ Opus6_1',
      '      - maxOutputTokens: 256_000,',
      '      + maxOutputTokens: 300_000,',
      '  - Sonnet5_5',
      '',
    ]);
  });

  describeWithFixtures('with a recorded list of the API', () => {
    const recorded = readFixtureJson<{ readonly data: readonly { readonly id: string }[] }>(
      'messages/0b3991209c3f.response.json',
    );

    test('--out writes a module of all models, and --check lists a model that is gone', async () => {
      callServer(
        await serve(json(recorded), json(recorded), json({ ...recorded, data: recorded.data.slice(1) })),
      );
      const out = path('recorded.gen.ts');
      expect(await clust(['models', '--out', out])).toMatchObject({ code: 0 });
      const written = readFileSync(out, 'utf8');
      expect(recorded.data.length).toBeGreaterThan(2);
      for (const { id } of recorded.data) expect(written).toContain(`  id: '${id}',`);
      expect(await clust(['models', '--check', '--out', out])).toMatchObject({ code: 0, stdout: '' });
      const { code, stdout } = await clust(['models', '--check', '--out', out]);
      const [, gone] = /\n {2}- (\w+)\n$/.exec(stdout) ?? [];
      expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('is stale') });
      expect(written).toMatch(
        new RegExp(`const ${gone} = defineModel\\(\\{\\n {2}id: '${recorded.data[0]?.id}'`),
      );
    });
  });

  test('--json prints the list of the API and its differences from the catalog', async () => {
    const other = { ...sonnet, max_tokens: 200_000 };
    callServer(await serve(listed(opus, other)));
    const { code, stdout, stderr } = await clust(['models', '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      models: [opus, other],
      disagreements: [{ id: sonnet.id, trait: 'maxOutputTokens', api: 200_000, catalog: 128_000 }],
    });
  });

  test('leaves out a model whose output limit is unknown, and says so', async () => {
    callServer(await serve(listed({ ...opus, max_tokens: null }, sonnet)));
    const out = path('partial.gen.ts');
    expect(await clust(['models', '--out', out])).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(
        /^claude-opus-6-1 left out: its output limit is unknown\n.* written: 1 model\n$/,
      ),
    });
    expect(readFileSync(out, 'utf8')).not.toContain('opus');
  });

  test('creates the folder of the module, and says which file it cannot write', async () => {
    callServer(await serve(listed(sonnet), listed(sonnet)));
    const out = path('not/yet/models.gen.ts');
    expect(await clust(['models', '--out', out])).toMatchObject({ code: 0 });
    expect(readFileSync(out, 'utf8')).toContain('Sonnet5_5');
    expect(await clust(['models', '--out', join(out, 'models.ts')])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^clust: .*models\.ts cannot be written: /),
    });
  });

  test('--check exits with 1 when the module is missing, and with 2 without --out', async () => {
    callServer(await serve(listed(sonnet)));
    expect(await clust(['models', '--check', '--out', path('none.ts')])).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/the file does not exist/),
    });
    expect(await clust(['models', '--check'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/--out/),
    });
  });
});

describe('clust count', () => {
  test('prints the tokens and the highest cost of each request, and exits with 1 if one does not fit', async () => {
    const server = await serve(json({ input_tokens: 1000 }), json({ input_tokens: 199_990 }));
    callServer(server);
    const lines = `${JSON.stringify(request)}\n${JSON.stringify(request)}\n`;
    const { code, stdout } = await clust(['count', '-'], lines);
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      '<stdin>:1: 1,000 tokens, claude-haiku-4-5, at most $0.00132',
      '<stdin>:2: 199,990 tokens, more than fits its model with max_tokens, claude-haiku-4-5, at most $0.20',
      '',
    ]);
    expect(server.received.map(({ url }) => url)).toEqual(Array(2).fill('/v1/messages/count_tokens'));
  });

  test('exits with 2 without input, for an empty file, and for invalid JSON', async () => {
    expect(await clust(['count'])).toMatchObject({
      code: 2,
      stderr: 'clust: nothing to count: name a file, or give --stdin\n',
    });
    const empty = path('empty.jsonl');
    writeFileSync(empty, '\n');
    expect(await clust(['count', empty])).toMatchObject({
      code: 2,
      stderr: `clust: ${empty} holds no request\n`,
    });
    expect(await clust(['count', '-'], '{"model": ')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^clust: <stdin>:1: not JSON/),
    });
    const bad = `${JSON.stringify(request)}\n${JSON.stringify({ ...request, max_tokens: 64_001 })}\n`;
    callServer(await serve(json({ input_tokens: 1000 })));
    expect(await clust(['count', '-'], bad)).toMatchObject({
      code: 2,
      stderr: 'clust: <stdin>:2: max_tokens: claude-haiku-4-5 generates at most 64000 tokens, not 64001\n',
    });
  });

  test('reads stdin with --stdin, and prints only JSON with --json', async () => {
    callServer(await serve(json({ input_tokens: 1000 })));
    const { code, stdout } = await clust(['count', '--stdin', '--json'], JSON.stringify([request]));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { file: '<stdin>', path: '0', model: 'claude-haiku-4-5', inputTokens: 1000, fits: true },
    ]);
  });
});

describe('clust batch', () => {
  const counts = { processing: 0, succeeded: 0, errored: 0, canceled: 0, expired: 0 };
  const batch = (status: string, url: string | null, request_counts: object) =>
    json({
      id: 'msgbatch_1',
      type: 'message_batch',
      processing_status: status,
      request_counts: { ...counts, ...request_counts },
      created_at: '2026-11-28T09:00:00Z',
      expires_at: '2026-11-29T09:00:00Z',
      ended_at: null,
      cancel_initiated_at: null,
      archived_at: null,
      results_url: url,
    });

  test('create sends the requests of its input, and prints the id', async () => {
    const server = await serve(batch('in_progress', null, { processing: 2 }));
    callServer(server);
    const lines = ['a', 'b'].map((custom_id) => JSON.stringify({ custom_id, params: request })).join('\n');
    expect(await clust(['batch', 'create', '-'], lines)).toEqual({
      code: 0,
      stdout: 'msgbatch_1\n',
      stderr: '2 requests sent: clust batch watch msgbatch_1\n',
    });
    expect(JSON.parse(server.received[0]?.body ?? '').requests).toMatchObject([
      { custom_id: 'a' },
      { custom_id: 'b' },
    ]);
  });

  test('create --json and watch --json print the batch', async () => {
    const server = await serve(
      batch('in_progress', null, { processing: 1 }),
      batch('ended', null, { succeeded: 1 }),
    );
    callServer(server);
    const created = await clust(
      ['batch', 'create', '--json', '-'],
      JSON.stringify([{ custom_id: 'a', params: request }]),
    );
    expect(JSON.parse(created.stdout)).toMatchObject({ id: 'msgbatch_1', processing_status: 'in_progress' });
    const ended = await clust(['batch', 'watch', '--json', 'msgbatch_1']);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      processing_status: 'ended',
      request_counts: { succeeded: 1 },
    });
  });

  test('results prints one result per line', async () => {
    const lines = ['a', 'b'].map((custom_id) => JSON.stringify({ custom_id, result: { type: 'expired' } }));
    callServer(
      await serve(
        (response, received) => {
          const url = `http://${received.headers.host}/v1/messages/batches/msgbatch_1/results`;
          return batch('ended', url, { expired: 2 })(response, received);
        },
        raw(lines.join('\n')),
      ),
    );
    expect(await clust(['batch', 'results', 'msgbatch_1'])).toEqual({
      code: 1,
      stdout: `${lines.join('\n')}\n`,
      stderr: 'msgbatch_1 ended: 0 succeeded, 0 errored, 0 canceled, 2 expired\n',
    });
  });

  test('create sends nothing when a request has problems', async () => {
    const server = await serve(batch('in_progress', null, { processing: 1 }));
    callServer(server);
    const bad = JSON.stringify({ custom_id: 'a', params: { ...request, max_tokens: 64_001 } });
    expect(await clust(['batch', 'create', '-'], bad)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/max_tokens/),
    });
    expect(server.received).toEqual([]);
  });

  test('watch prints lines when stderr is not a terminal, and exits with 1 if a request failed', async () => {
    callServer(
      await serve(
        batch('in_progress', null, { processing: 2 }),
        batch('in_progress', null, { processing: 2 }),
        batch('ended', null, { succeeded: 1, errored: 1 }),
      ),
    );
    expect(await clust(['batch', 'watch', 'msgbatch_1', '--poll', '5'])).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'msgbatch_1: 0 of 2 done, in_progress\nmsgbatch_1: 2 of 2 done, ended\n' +
        'msgbatch_1 ended: 1 succeeded, 1 errored, 0 canceled, 0 expired\n',
    });
  });

  test('watch resumes with the id after an interrupted run', async () => {
    const server = await serve(
      batch('in_progress', null, { processing: 2 }),
      apiError(401, 'authentication_error', 'The session has ended.'),
      batch('in_progress', null, { processing: 1, succeeded: 1 }),
      batch('ended', null, { succeeded: 2 }),
    );
    callServer(server);
    const watch = () => clust(['batch', 'watch', 'msgbatch_1', '--poll', '5']);
    expect(await watch()).toMatchObject({ code: 2, stderr: expect.stringMatching(/0 of 2 done/) });
    expect(await watch()).toEqual({
      code: 0,
      stdout: '',
      stderr:
        'msgbatch_1: 1 of 2 done, in_progress\nmsgbatch_1: 2 of 2 done, ended\n' +
        'msgbatch_1 ended: 2 succeeded, 0 errored, 0 canceled, 0 expired\n',
    });
    expect(new Set(server.received.map(({ url }) => url))).toEqual(
      new Set(['/v1/messages/batches/msgbatch_1']),
    );
  });

  test('results --out adds the missing results to a file that an interrupted run left', async () => {
    const result = (custom_id: string) => `${JSON.stringify({ custom_id, result: { type: 'expired' } })}\n`;
    const [a, b, c] = ['a', 'b', 'c'].map(result);
    const server = await serve(
      (response, received) => {
        const url = `http://${received.headers.host}/v1/messages/batches/msgbatch_1/results`;
        return batch('ended', url, { expired: 3 })(response, received);
      },
      raw(`${a}${b}${c}`, 200, { 'content-type': 'application/x-jsonl' }),
    );
    callServer(server);
    const out = path('results.jsonl');
    writeFileSync(out, `${b}${c?.slice(0, 20)}`);
    const ran = await clust(['batch', 'results', 'msgbatch_1', '--out', out]);
    expect(ran).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/2 results added, 1 already there\n/),
    });
    expect(readFileSync(out, 'utf8')).toBe(`${b}${a}${c}`);
  });

  test('results --out does not change a file that holds something else', async () => {
    callServer(await serve(batch('ended', null, {})));
    const other = path('other.txt');
    writeFileSync(other, 'My notes\n');
    expect(await clust(['batch', 'results', 'msgbatch_1', '--out', other])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/something other than results/),
    });
    expect(readFileSync(other, 'utf8')).toBe('My notes\n');
  });
});
