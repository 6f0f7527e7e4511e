import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { root } from '../support/typescript-versions.js';

// `require` and `import` load two copies of the package. One makes the tools, the other makes the client.
const program = `
  import { createRequire } from 'node:module';
  const { ApiKey, ClientBuilder, MessagesRequestBuilder, ToolList, isValidationError } = createRequire(import.meta.url)('clust');

  const answer = (content, stop_reason) => Response.json({
    id: 'msg_1', type: 'message', role: 'assistant', model: 'claude-sonnet-5-5', stop_sequence: null,
    usage: { input_tokens: 1, output_tokens: 1 }, content, stop_reason,
  });
  const calls = [{ type: 'tool_use', id: 'toolu_1', name: 'get_time', input: {} }];
  const fetch = async (url, { body }) =>
    JSON.parse(body).messages.length > 1 || !JSON.parse(body).tools?.[0].input_schema
      ? answer([{ type: 'text', text: 'Noon.' }], 'end_turn')
      : answer(calls, 'tool_use');
  const client = ClientBuilder.create().apiKey(ApiKey.of('key')).fetch(fetch).build();
  const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(99);

  const wire = preset.tools({ type: 'web_search_20260318', name: 'web_search' }).user('Hello!').build();
  const refused = await client.runTools(wire).catch((error) => error);
  console.log(isValidationError(refused), refused.problems);

  const { tool } = await import('clust');
  const clock = tool({ name: 'get_time', input: { type: 'object' }, run: () => 'noon' });
  const run = await client.runTools(preset.tools(clock).user('What time is it?').build());
  console.log(run.status, run.turns);

  const named = await client.runTools(preset.tools(clock.definition).user('And now?').build(), { tools: [clock] });
  console.log(named.status, named.turns);

  ToolList.of();
  console.log((await client.runTools(wire)).status);
`;

test('runTools accepts tools of another copy of the package, and rejects before the program has made any tool', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(stdout.split('\n')).toEqual([
    'true [',
    '  {',
    "    path: 'tools',",
    "    rule: 'tool-runner',",
    "    message: 'the loop that runs tools comes with the tools, and this program has made none: make them with tool(), or pass tools: ToolList.of()'",
    '  }',
    ']',
    'done 2',
    'done 2',
    'done',
    '',
  ]);
});
