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

describe('a handler that fails with something to show', () => {
  test.each([
    [
      'throws it',
      () => {
        throw new ToolFailure(shown);
      },
    ],
    ['rejects with it', () => Promise.reject(new ToolFailure(shown))],
    ['returns it', () => new ToolFailure(shown)],
  ])('%s: the model gets exactly that, as a failure', async (_, run) => {
    expect(await ToolList.of(click(run)).call(use)).toEqual({
      type: 'tool_result',
      tool_use_id: 'toolu_0',
      content: sent,
      is_error: true,
    });
  });

  test('may show a single block, or say a text without the name of the tool before it', async () => {
    const [block] = shown;
    const oneBlock = await ToolList.of(click(() => new ToolFailure(block as (typeof shown)[0]))).call(use);
    expect(oneBlock).toMatchObject({ content: sent.slice(0, 1), is_error: true });
    const oneText = await ToolList.of(click(() => new ToolFailure('Not there.'))).call(use);
    expect(oneText).toMatchObject({ content: 'Not there.', is_error: true });
  });

  test('fails like any other for who calls the tool', async () => {
    const failure = new ToolFailure(shown, { cause: 'the page' });
    const error = await rejection(click(() => failure).call({}));
    expect(isToolCallError(error) && error).toMatchObject({
      reason: 'failed',
      cause: failure,
      message: 'click failed: There is no such button. This is the page:\n(image)',
    });
    expect([failure.name, failure.cause, isClustError(failure)]).toEqual(['ToolFailure', 'the page', false]);
  });

  test('is known across copies of the package, by its mark', async () => {
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

test('an error that a handler returns is a failure, and not an empty object', async () => {
  expect(await ToolList.of(click(() => new RangeError('Too far.'))).call(use)).toMatchObject({
    content: 'click failed: Too far.',
    is_error: true,
  });
});

test.each([
  [new ToolFailure(shown), sent],
  [new Error('Not today.'), 'click failed: Not today.'],
])('a gate answers in place of a tool with %s', async (result, content) => {
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
