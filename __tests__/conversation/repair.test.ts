import { describe, expect, test } from '@jest/globals';
import { type MessageParam, MessagesRequest, repair } from 'clust';
import fc from 'fast-check';

const call = (id: string, input: unknown = {}) => ({ type: 'tool_use', id, name: 'look', input }) as const;
const result = (id: string) => ({ type: 'tool_result', tool_use_id: id, content: 'seen' }) as const;
const text = (words: string) => ({ type: 'text', text: words }) as const;

const user = (...content: object[]): MessageParam => ({ role: 'user', content }) as MessageParam;
const assistant = (...content: object[]): MessageParam => ({ role: 'assistant', content }) as MessageParam;

const notMade = (id: string) => ({
  type: 'tool_result',
  tool_use_id: id,
  content: 'The call was not made: the conversation was interrupted.',
  is_error: true,
});

describe('repair()', () => {
  test('returns a complete conversation unchanged', () => {
    const messages = [
      user(text('Hi')),
      assistant(text('Looking.'), call('a')),
      user(result('a'), text('And?')),
    ];
    expect(repair(messages)).toEqual({ messages, repairs: [] });
    expect(repair(messages).messages).toBe(messages);
  });

  test('does not change a resumed answer, whose server tool result is in the next message', () => {
    const search = { type: 'server_tool_use', id: 's', name: 'web_search', input: {} };
    const found = { type: 'web_search_tool_result', tool_use_id: 's', content: [] };
    const messages = [
      user(text('Hi')),
      assistant(search),
      assistant(found, text('Found.')),
      user(text('And?')),
    ];
    expect(repair(messages)).toEqual({ messages, repairs: [] });
  });

  test.each<[string, MessageParam[], MessageParam[], string[]]>([
    [
      'adds a result for a call without one, before the text of the next turn',
      [user(text('Hi')), assistant(call('a'), call('b')), user(result('b'), text('Hello?'))],
      [user(text('Hi')), assistant(call('a'), call('b')), user(notMade('a'), result('b'), text('Hello?'))],
      ['added messages.1.content.0'],
    ],
    [
      'adds a turn of results for calls at the end',
      [user(text('Hi')), assistant(call('a'))],
      [user(text('Hi')), assistant(call('a')), user(notMade('a'))],
      ['added messages.1.content.0'],
    ],
    [
      'keeps the text of the turn after a call, after the added result',
      [user(text('Hi')), assistant(call('a')), { role: 'user', content: 'Hello?' }],
      [user(text('Hi')), assistant(call('a')), user(notMade('a'), text('Hello?'))],
      ['added messages.1.content.0'],
    ],
    [
      'removes a result without a call, and its turn if that is then empty',
      [user(text('Hi')), assistant(text('Hello.')), user(result('x'))],
      [user(text('Hi')), assistant(text('Hello.'))],
      ['removed messages.2.content.0'],
    ],
    [
      'removes a second result for the same call',
      [user(text('Hi')), assistant(call('a')), user(result('a'), result('a'))],
      [user(text('Hi')), assistant(call('a')), user(result('a'))],
      ['removed messages.2.content.1'],
    ],
    [
      'removes a second call with the same id, also in the next message of the turn',
      [user(text('Hi')), assistant(call('a'), call('a')), assistant(call('a')), user(result('a'))],
      [user(text('Hi')), assistant(call('a')), user(result('a'))],
      ['removed messages.1.content.1', 'removed messages.2.content.0'],
    ],
    [
      'moves results to the start of their turn, across messages of the same role',
      [user(text('Hi')), assistant(call('a')), user(text('Well.')), user(result('a'))],
      [user(text('Hi')), assistant(call('a')), user(result('a'), text('Well.'))],
      ['moved messages.3.content.0'],
    ],
    [
      'removes the incomplete blocks of a cut stream',
      [
        user(text('Hi')),
        assistant(
          { type: 'thinking', thinking: 'Let me', signature: '' },
          text('I look.'),
          call('a', '{"ci'),
        ),
        user(text('Well?')),
      ],
      [user(text('Hi')), assistant(text('I look.')), user(text('Well?'))],
      ['removed messages.1.content.0', 'removed messages.1.content.2'],
    ],
    [
      'removes empty text and empty turns',
      [user(text('Hi')), assistant(text(' ')), { role: 'user', content: '' }, user(text('Hello?'))],
      [user(text('Hi')), user(text('Hello?'))],
      ['removed messages.1.content.0', 'removed messages.2.content'],
    ],
  ])('%s', (_, messages, expected, what) => {
    const before = structuredClone(messages);
    const repaired = repair(messages);
    expect(repaired.messages).toEqual(expected);
    expect(repaired.repairs.map((each) => `${each.what} ${each.path}`)).toEqual(what);
    expect(messages).toEqual(before);
    expect(repair(repaired.messages).repairs).toEqual([]);
  });

  test('returns messages that pass every rule, whatever the damage', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const block = fc.oneof(
      fc.constantFrom('', ' ', 'Hello.').map(text),
      id.map((each) => result(each)),
      fc
        .tuple(id, fc.constantFrom({}, { city: 'Paris' }, '{"ci', null))
        .map(([each, input]) => call(each, input)),
      fc.constantFrom('', 'c2ln').map((signature) => ({ type: 'thinking', thinking: 'Hm.', signature })),
    );
    const ofUser = fc.array(
      block.filter(({ type }) => type === 'text' || type === 'tool_result'),
      { maxLength: 4 },
    );
    const ofAssistant = fc.array(
      block.filter(({ type }) => type !== 'tool_result'),
      { maxLength: 4 },
    );
    const turn = fc.oneof(
      ofUser.map((content) => user(...content)),
      ofAssistant.map((content) => assistant(...content)),
    );
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 8 }), (turns) => {
        const repaired = [...repair([user(text('Hi')), ...turns]).messages, user(text('Go on.'))];
        const body = { model: 'claude-sonnet-5-5', max_tokens: 64, messages: repaired };
        expect(MessagesRequest.problems(body)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
