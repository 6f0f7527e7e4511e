import { deepEqual, equal, throws } from 'node:assert/strict';
import { type MessageResponse, MessagesRequestBuilder, tool } from 'clust';
import type { Programs } from './program.js';

const widen = <Value>(value: Value): Value => value;
const preset = MessagesRequestBuilder.create('claude-opus-5').maxTokens(4096);
const weather = tool({
  name: 'get_weather',
  description: 'The weather in a city.',
  input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  run: ({ city }) => `Sunny in ${city}`,
});

/** Builders that use `when()` in place of branches. */
export const conditions: Programs = {
  'when() calls its step only if the condition is true': () => {
    const request = preset
      .when(widen<boolean>(true), (builder) => builder.effort('high'))
      .when(widen<boolean>(false), (builder) => builder.system('Not this.'))
      .user('Hi')
      .build();
    deepEqual([request.output_config?.effort, request.system], ['high', undefined]);
  },

  'when() passes its value to the step, calls it for 0, and skips it for null': () => {
    const config: { temperature?: number; system?: string | null } = { temperature: 0, system: null };
    const request = MessagesRequestBuilder.create('claude-haiku-4-5')
      .maxTokens(64)
      .when(config.temperature, (builder, temperature) => builder.temperature(temperature))
      .when(config.system, (builder, system) => builder.system(system))
      .user('Hi')
      .build();
    deepEqual([request.temperature, request.system], [0, undefined]);
  },

  'a later step is checked against a conditional setting': () => {
    const builder = preset.when(widen<boolean>(true), (given) => given.thinking('disabled'));
    // @ts-expect-error: with thinking disabled claude-opus-5 takes no effort above high
    throws(() => builder.effort('max').user('Hi').build(), /takes no effort above high/);
    equal(builder.effort('high').user('Hi').build().output_config?.effort, 'high');
  },

  'a thinking budget is checked against both possible values of max_tokens': () => {
    const builder = MessagesRequestBuilder.create('claude-haiku-4-5')
      .maxTokens(8192)
      .when(widen<boolean>(true), (given) => given.maxTokens(2048));
    // @ts-expect-error: thinking budget 4096 must be below max_tokens 2048
    const thoughtful = builder.thinking({ type: 'enabled', budget_tokens: 4096 });
    throws(() => thoughtful.user('Hi').build(), /thinking budget 4096 must be below max_tokens 2048/);
  },

  'a conditional prefill is refused by a model that takes none': () => {
    const builder = preset.user('Hi').when(widen<boolean>(true), (given) => given.assistant('{'));
    // @ts-expect-error: claude-opus-5 takes no prefill
    throws(() => builder.build(), /claude-opus-5 takes no prefill/);
  },

  'conditional tools type the tool calls of the response': () => {
    const request = preset
      .when(widen<boolean>(true), (builder) => builder.tools(weather))
      .user('Hi')
      .build();
    const uses: MessageResponse<typeof request>['toolUses'] = [];
    const cities: string[] = uses.map((use) => use.input.city);
    deepEqual(cities, []);
    equal(request.tools?.length, 1);
  },

  'when() works on a dynamic builder': () => {
    const plain: MessagesRequestBuilder = preset;
    const request = plain
      .when(widen<boolean>(true), (builder) => builder.effort('low'))
      .user('Hi')
      .build();
    equal(request.output_config?.effort, 'low');
  },

  'a chain has twelve conditions': () => {
    const yes = widen<boolean>(true);
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
