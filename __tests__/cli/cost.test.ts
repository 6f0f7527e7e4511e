import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { clust } from './run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'clust-cost-'));
afterAll(() => rmSync(folder, { recursive: true }));

const usage = { input_tokens: 1000, output_tokens: 100 };
const opus = { model: 'claude-opus-5-5', usage };
const sonnet = { model: 'claude-sonnet-5-5', usage };

function log(name: string, ...lines: readonly unknown[]): string {
  writeFileSync(join(folder, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return join(folder, name);
}

describe('clust cost', () => {
  test('adds up the cost of the answers in a log by model', async () => {
    const { code, stdout, stderr } = await clust(['cost', log('answers.jsonl', opus, sonnet, opus)]);
    expect(stdout.split('\n').map((line) => line.split(/\s{2,}/))).toEqual([
      ['model', 'answers', 'input', 'write 5m', 'write 1h', 'read', 'output', 'tools', 'total'],
      ['claude-opus-5-5', '2', '0.0080', '0.0000', '0.0000', '0.0000', '0.0040', '0.0000', '0.0120'],
      ['claude-sonnet-5-5', '1', '0.0020', '0.0000', '0.0000', '0.0000', '0.0010', '0.0000', '0.0030'],
      ['all', '3', '0.0100', '0.0000', '0.0000', '0.0000', '0.0050', '0.0000', '0.0150'],
      [''],
    ]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^US dollars, at the prices of 2026/),
    });
  });

  test('reads log records, batch results at half the price and bare usages, and prints JSON', async () => {
    const file = log(
      'mixed.jsonl',
      { level: 'info', response: opus },
      { custom_id: 'a', result: { type: 'succeeded', message: opus } },
      { custom_id: 'b', result: { type: 'expired' } },
      usage,
    );
    const { code, stdout } = await clust(['cost', '--json', '--model', 'claude-sonnet-5-5', file]);
    const { total, models } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(total.total).toBe(0.006 + 0.003 + 0.003);
    expect(models).toMatchObject([
      { model: 'claude-opus-5-5', answers: 2, cost: { total: 0.009 } },
      { model: 'claude-sonnet-5-5', answers: 1, cost: { total: 0.003 } },
    ]);
  });

  test('exits with 1 when the price of a model is unknown', async () => {
    const file = log('unknown.jsonl', opus, { model: 'claude-next', usage });
    const { code, stdout, stderr } = await clust(['cost', file]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^claude-next .* \?$/m);
    expect(stderr).toMatch(/does not know the model claude-next/);
  });

  test('lists the lines that it cannot read, and exits with 1', async () => {
    const { code, stderr } = await clust(
      ['cost', '-'],
      `${JSON.stringify(opus)}\n{"torn": \n{"no": "usage"}\n`,
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/^<stdin>:2: no answer.*\n<stdin>:3: no answer.*\n/);
    expect(stderr).toMatch(/^2 lines could not be read$/m);
  });

  test('reads stdin, and halves the price with --batch', async () => {
    const line = `${JSON.stringify(opus)}\n`;
    const { stdout } = await clust(['cost', '--stdin', '--batch', '--json'], line);
    expect(JSON.parse(stdout)).toMatchObject({ total: { total: 0.003 }, unreadable: 0 });
  });

  test('exits with 2 for a missing log', async () => {
    expect(await clust(['cost', join(folder, 'nowhere.jsonl')])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/nowhere\.jsonl cannot be read: ENOENT/),
    });
  });
});
