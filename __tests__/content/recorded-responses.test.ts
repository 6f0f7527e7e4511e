import { expect, test } from '@jest/globals';
import { Message } from '../../lib/content/message.js';
import { MessageResponse } from '../../lib/content/message-response.js';
import type { HttpInfo } from '../../lib/wire/http.js';
import { describeWithFixtures, fixtureIndex, readFixture } from '../support/fixtures.js';

const http = { status: 200 } as HttpInfo;

describeWithFixtures('a recorded response', () => {
  const recorded = fixtureIndex().flatMap(({ id, kind, endpoint, status, files }) =>
    kind === 'json' && endpoint === '/v1/messages' && status === 200 && files.response
      ? [[id, files.response] as const]
      : [],
  );

  test('is one of more than 150', () => {
    expect(recorded.length).toBeGreaterThan(150);
  });

  test.each(recorded)('%s is unchanged as a response and in toMessage()', (_, file) => {
    const body = JSON.parse(readFixture(file));
    const json = JSON.stringify(body);
    const response = MessageResponse.from(body, undefined, http);
    expect(JSON.stringify(response)).toBe(json);
    expect(JSON.stringify(response.toMessage())).toBe(
      JSON.stringify({ role: body.role, content: body.content }),
    );
    expect(Message.assistant(response).content).toBe(body.content);
    expect(response.toolUses.map(({ type }) => type)).toEqual(response.toolUses.map(() => 'tool_use'));
  });
});
