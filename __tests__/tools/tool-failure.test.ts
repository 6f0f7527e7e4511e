import { describe, expect, test } from '@jest/globals';
import {
  image,
  isClustError,
  isToolCallError,
  MessagesRequestBuilder,
  ToolFailure,
  ToolList,
  text,
  tool,
} from '../../lib/index.js';
import { answers, calls, clientFor, rejection, says, sentTo } from './support.js';

const png = 'iVBORw0KGgo=';
const shown = [text('There is no such button. This is the page:'), image(`data:image/png;base64,${png}`)];
const sent = [
  { type: 'text', text: 'There is no such button. This is the page:' },
  { type: 'image', source: { type: 'base64', media_type: 'image/png', data: png } },
];
const use = { type: 'tool_use', id: 'toolu_0', name: 'click', input: {} } as const;
const click = (run: () => unknown) => tool({ name: 'click', input: { type: 'object' }, run });

describe('a ToolFailure', () => {
  test.each([
    [
      'that a handler throws',
      () => {
        throw new ToolFailure(shown);
      },
    ],
    ['that a handler rejects with', () => Promise.reject(new ToolFailure(shown))],
    ['that a handler returns', () => new ToolFailure(shown)],
  ])('%s is sent to the model unchanged, with is_error', async (_, run) => {
    expect(await ToolList.of(click(run)).call(use)).toEqual({
      type: 'tool_result',
      tool_use_id: 'toolu_0',
      content: sent,
      is_error: true,
    });
  });

  test('may hold a single block, or a text that is sent without the name of the tool', async () => {
    const [block] = shown;
    const oneBlock = await ToolList.of(click(() => new ToolFailure(block as (typeof shown)[0]))).call(use);
    expect(oneBlock).toMatchObject({ content: sent.slice(0, 1), is_error: true });
    const oneText = await ToolList.of(click(() => new ToolFailure('Not there.'))).call(use);
    expect(oneText).toMatchObject({ content: 'Not there.', is_error: true });
  });

  test('rejects a direct call of the tool with a ToolCallError', async () => {
    const failure = new ToolFailure(shown, { cause: 'the page' });
    const error = await rejection(click(() => failure).call({}));
    expect(isToolCallError(error) && error).toMatchObject({
      reason: 'failed',
      cause: failure,
      message: 'click failed: There is no such button. This is the page:\n(image)',
    });
    expect([failure.name, failure.cause, isClustError(failure)]).toEqual(['ToolFailure', 'the page', false]);
  });

  test('is recognized when another copy of the package made it', async () => {
    const foreign = Object.assign(new Error('Not there.'), {
      content: 'Not there.',
      [Symbol.for('clust.ToolFailure')]: true,
    });
    expect(await ToolList.of(click(() => Promise.reject(foreign))).call(use)).toMatchObject({
      content: 'Not there.',
      is_error: true,
    });
  });
});

test('an Error that a handler returns is sent as a failure', async () => {
  expect(await ToolList.of(click(() => new RangeError('Too far.'))).call(use)).toMatchObject({
    content: 'click failed: Too far.',
    is_error: true,
  });
});

test.each([
  [new ToolFailure(shown), sent],
  [new Error('Not today.'), 'click failed: Not today.'],
])('onToolCall can replace the result of a tool with %s', async (result, content) => {
  const server = await answers(false, calls({ click: {} }), says('A pity.'));
  const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
    .maxTokens(9)
    .tools(click(() => 'Clicked.'))
    .user('Click.')
    .build();
  await clientFor(server).runTools(request, { onToolCall: () => ({ result }) });
  expect(sentTo(server)[1].messages.at(-1).content).toEqual([
    { type: 'tool_result', tool_use_id: 'toolu_0', content, is_error: true },
  ]);
});
