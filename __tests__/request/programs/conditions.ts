import { deepEqual, equal, throws } from 'node:assert/strict';
import { type MessageResponse, MessagesRequestBuilder, tool } from 'clust';
import type { Programs } from './program.js';

const told = <Value>(value: Value): Value => value;
const preset = MessagesRequestBuilder.create('claude-opus-5').maxTokens(4096);
const weather = tool({
  name: 'get_weather',
  description: 'The weather in a city.',
  input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  run: ({ city }) => `Sunny in ${city}`,
});

/** Conditions without branches. */
export const conditions: Programs = {
  'a step that is taken, and one that is not': () => {
    const request = preset
      .when(told<boolean>(true), (builder) => builder.effort('high'))
      .when(told<boolean>(false), (builder) => builder.system('Not this.'))
      .user('Hi')
      .build();
    deepEqual([request.output_config?.effort, request.system], ['high', undefined]);
  },

  'a value that is handed to the step': () => {
    const config: { temperature?: number; system?: string | null } = { temperature: 0, system: null };
    const request = MessagesRequestBuilder.create('claude-haiku-4-5')
      .maxTokens(64)
      .when(config.temperature, (builder, temperature) => builder.temperature(temperature))
      .when(config.system, (builder, system) => builder.system(system))
      .user('Hi')
      .build();
    deepEqual([request.temperature, request.system], [0, undefined]);
  },

  'a later step is held to what may have been set': () => {
    const builder = preset.when(told<boolean>(true), (given) => given.thinking('disabled'));
    // @ts-expect-error: with thinking disabled claude-opus-5 takes no effort above high
    throws(() => builder.effort('max').user('Hi').build(), /takes no effort above high/);
    equal(builder.effort('high').user('Hi').build().output_config?.effort, 'high');
  },

  'a budget is held to each of two limits': () => {
    const builder = MessagesRequestBuilder.create('claude-haiku-4-5')
      .maxTokens(8192)
      .when(told<boolean>(true), (given) => given.maxTokens(2048));
    // @ts-expect-error: thinking budget 4096 must be below max_tokens 2048
    const thoughtful = builder.thinking({ type: 'enabled', budget_tokens: 4096 });
    throws(() => thoughtful.user('Hi').build(), /thinking budget 4096 must be below max_tokens 2048/);
  },

  'a prefill that only a condition sets': () => {
    const builder = preset.user('Hi').when(told<boolean>(true), (given) => given.assistant('{'));
    // @ts-expect-error: claude-opus-5 takes no prefill
    throws(() => builder.build(), /claude-opus-5 takes no prefill/);
  },

  'tools that a condition adds': () => {
    const request = preset
      .when(told<boolean>(true), (builder) => builder.tools(weather))
      .user('Hi')
      .build();
    const uses: MessageResponse<typeof request>['toolUses'] = [];
    const cities: string[] = uses.map((use) => use.input.city);
    deepEqual(cities, []);
    equal(request.tools?.length, 1);
  },

  'conditions on a plain builder': () => {
    const plain: MessagesRequestBuilder = preset;
    const request = plain
      .when(told<boolean>(true), (builder) => builder.effort('low'))
      .user('Hi')
      .build();
    equal(request.output_config?.effort, 'low');
  },

  'twelve conditions in one chain': () => {
    const yes = told<boolean>(true);
    const request = preset
      .when(yes, (builder) => builder.system('You help.'))
      .when(yes, (builder) => builder.effort('low'))
      .when(yes, (builder) => builder.stopSequences('END'))
      .when(yes, (builder) => builder.metadata({ user_id: 'u' }))
      .when(yes, (builder) => builder.tools(weather))
      .when(yes, (builder) => builder.toolChoice('auto'))
      .when(yes, (builder) => builder.cacheControl())
      .when(yes, (builder) => builder.serviceTier('auto'))
      .when(yes, (builder) => builder.speed('standard'))
      .when(yes, (builder) => builder.stream(true))
      .when(yes, (builder) => builder.inferenceGeo('us'))
      .when(yes, (builder) => builder.thinking('adaptive'))
      .user('Hi')
      .build();
    equal(Object.keys(request).length, 15);
  },
};
