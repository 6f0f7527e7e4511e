import { expect, test } from '@jest/globals';
import {
  ApiKey,
  ClientBuilder,
  Conversation,
  MessagesRequest,
  type ToolResultBlockParam,
} from '../../lib/index.js';
import { describeWithFixtures } from '../support/fixtures.js';
import { serve } from '../support/loopback.js';
import { StrictApi } from '../support/strict-api.js';
import { comparable, messageOf, type RecordedTurn, recordedRuns, resultsOf } from '../tools/recorded-runs.js';
import { type Said, sentTo } from '../tools/support.js';

const runs = recordedRuns();

/** The tool results of a turn, without the cache breakpoints that the recorded program moved. */
function plainResultsOf({ body }: RecordedTurn): readonly ToolResultBlockParam[] {
  return resultsOf(body).map(({ cache_control: _, ...result }) => result);
}

describeWithFixtures('a recorded conversation', () => {
  test.each(runs.map((run) => [run.name, run] as const))(
    '%s is accepted at every turn by a strict server, although it goes through JSON after every turn',
    async (_, { turns }) => {
      const api = new StrictApi();
      const server = await serve((response, received) => api.answer(response, received));
      const client = ClientBuilder.create()
        .apiKey(ApiKey.of('sk-ant-test'))
        .baseUrl(server.url)
        .version('2023-06-01')
        .retry({ limit: 0 })
        .build();
      // With the recorded max_tokens, the answer would be streamed internally.
      let conversation: Conversation = Conversation.of(
        MessagesRequest.parse({ ...turns[0].body, max_tokens: 4096, stream: false }),
      );
      for (const [at, turn] of turns.entries()) {
        if (at > 0)
          conversation = Conversation.parse(JSON.stringify(conversation.results(plainResultsOf(turn))));
        const answer = messageOf(turn);
        api.next.push(answer as unknown as Said);
        const message = await client.createMessage(conversation.request() as never);
        expect(message).toMatchObject({ content: answer.content });
        conversation = conversation.add(message as never);
      }
      expect(api.refusals).toEqual([]);
      const sent = sentTo(server).map(({ messages }) => comparable(messages));
      expect(sent).toEqual(turns.map(({ body }) => comparable(body.messages)));
    },
  );
});
