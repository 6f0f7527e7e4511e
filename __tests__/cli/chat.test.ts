import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { apiError, serve } from '../support/loopback.js';
import { answers, says, sentTo } from '../tools/support.js';
import { callServer, removeCredentials } from './environment.js';
import { clust } from './run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'clust-chat-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('clust chat in a pipe', () => {
  test('sends each line as a turn, keeps the conversation, and prints only the answers', async () => {
    const server = await answers(true, says('Paris.'), says('Rome.'));
    callServer(server);
    const ran = await clust(['chat', '--system', 'Be brief.'], 'Capital of France?\nAnd of Italy?\n');
    expect(ran).toEqual({ code: 0, stdout: 'Paris.\nRome.\n', stderr: '' });
    expect(sentTo(server).at(-1)).toEqual({
      model: 'claude-sonnet-5-5',
      max_tokens: 4096,
      system: 'Be brief.',
      stream: true,
      messages: [
        { role: 'user', content: 'Capital of France?' },
        { role: 'assistant', content: [{ type: 'text', text: 'Paris.' }] },
        { role: 'user', content: 'And of Italy?' },
      ],
    });
  });

  test('sets the system prompt and the model, prints the cost, saves a conversation and loads it', async () => {
    const server = await answers(true, says('Hello.'));
    callServer(server);
    const file = join(folder, 'saved.json');
    const lines = [
      '/system Be kind.',
      '/model claude-haiku-5-5',
      'Hi',
      '/system',
      `/save ${file}`,
      '/cost',
      '/quit',
      'x',
    ];
    const { stdout } = await clust(['chat'], `${lines.join('\n')}\n`);
    expect(stdout).toBe(`claude-haiku-5-5\nHello.\n${file} written\n$0.00007\n`);
    expect(sentTo(server)).toMatchObject([{ system: 'Be kind.', model: 'claude-haiku-5-5' }]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).not.toHaveProperty('system');

    await clust(['chat', '--load', file], 'Again\n');
    expect(sentTo(server).at(-1)).toMatchObject({
      model: 'claude-haiku-5-5',
      messages: [{}, {}, { content: 'Again' }],
    });
  });

  test('/clear drops the conversation, /help lists the commands, and --max-tokens sets max_tokens', async () => {
    const server = await answers(true, says('Hello.'));
    callServer(server);
    const { stdout } = await clust(['chat', '--max-tokens', '99'], 'Hi\n/clear\nHi again\n/help\n');
    expect(sentTo(server)).toMatchObject([{ max_tokens: 99 }, { messages: [{ content: 'Hi again' }] }]);
    for (const name of ['/system', '/model', '/cost', '/save', '/clear', '/quit'])
      expect(stdout).toMatch(new RegExp(`^${name} `, 'm'));
  });

  test('--load rejects a file that is not a conversation', async () => {
    callServer(await answers(true, says('Hello.')));
    const file = join(folder, 'other.json');
    writeFileSync(file, '{"notes": []}');
    expect(await clust(['chat', '--load', file], 'Hi\n')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/other\.json holds no conversation/),
    });
  });

  test('drops a turn that failed, prints the error, and exits with 2', async () => {
    const server = await serve(apiError(400, 'invalid_request_error', 'No.'));
    callServer(server);
    const { code, stderr } = await clust(['chat'], 'One\nTwo\n');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^\nclust: .*No\./);
    expect(sentTo(server).at(-1)).toMatchObject({ messages: [{ content: 'Two' }] });
  });

  test('prints one line for an unknown command, a missing file name, an unknown model or a missing key', async () => {
    const server = await answers(true, says('Hello.'));
    callServer(server);
    expect((await clust(['chat'], '/nope\n/save\n/model claude-sonet-5-5\n')).stderr.split('\n')).toEqual([
      'clust: there is no command /nope: /help lists them',
      'clust: /save takes the name of a file',
      expect.stringMatching(/does not know the model.*Did you mean "claude-sonnet-5-5"/),
      '',
    ]);
    removeCredentials();
    expect(await clust(['chat'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/ANTHROPIC_API_KEY/),
    });
  });
});
