import { deepEqual, equal, throws } from 'node:assert/strict';
import {
  ClaudeModel,
  type DynamicRequestBuilder,
  type EffortLevel,
  isValidationError,
  MaxTokens,
  type MessageParam,
  type MessageResponse,
  type MessagesRequest,
  MessagesRequestBuilder,
  type ThinkingConfig,
  type ToolParam,
  tool,
  toolResult,
} from 'clust';
import type { Programs } from './program.js';

/** What the compiler sees as its type, and no more. */
const told = <Value>(value: Value): Value => value;
const preset = MessagesRequestBuilder.create('claude-opus-5').maxTokens(1024);
const weather = tool({
  name: 'get_weather',
  description: 'The weather in a city.',
  input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  run: ({ city }) => `Sunny in ${city}`,
});

/** Builders that are kept, passed on, and grow in branches. */
export const builders: Programs = {
  'a model of the environment': () => {
    const id: string = process.env.CLUST_TEST_MODEL ?? 'claude-haiku-4-5';
    const request = MessagesRequestBuilder.create(id).maxTokens(64).user('Hi').build();
    deepEqual(request, {
      model: 'claude-haiku-4-5',
      max_tokens: 64,
      messages: [{ role: 'user', content: 'Hi' }],
    });
  },

  'a model of the environment that is none': () => {
    throws(
      () => MessagesRequestBuilder.create(told<string>('claude-haiku-4.5')),
      (error) => isValidationError(error) && /Did you mean "claude-haiku-4-5"\?/.test(error.message),
    );
  },

  'a model that is newer than the release, and kept': () => {
    const newest = MessagesRequestBuilder.create(told<string>('claude-opus-9'), { unknownModel: 'keep' });
    equal(newest.maxTokens(5_000_000).effort('max').user('Hi').build().model, 'claude-opus-9');
    throws(() => newest.maxTokens(-1).user('Hi').build(), /whole number/);
    const literal = MessagesRequestBuilder.create('claude-opus-9', { unknownModel: 'keep' });
    equal(literal.maxTokens(9).user('Hi').build().model, 'claude-opus-9');
  },

  "a limit of the run time is the run time's to refuse": () => {
    const builder = MessagesRequestBuilder.create(told<string>('claude-haiku-4-5')).maxTokens(6_400_000);
    throws(() => builder.user('Hi').build(), /claude-haiku-4-5 generates at most 64000 tokens, not 6400000/);
  },

  'a variable that grows in branches': () => {
    let builder: MessagesRequestBuilder = preset;
    if (told<boolean>(true)) builder = builder.effort('low');
    if (told<boolean>(false)) builder = builder.thinking('disabled');
    for (const question of ['One?', 'Two?']) builder = builder.user(question).assistant('Yes.');
    const request = builder.user('Three?').build();
    equal(request.messages.length, 5);
    equal(request.output_config?.effort, 'low');
  },

  'the alias': () => {
    let builder: DynamicRequestBuilder = preset.dynamic();
    builder = builder.system('You help.');
    equal(builder.user('Hi').build().system, 'You help.');
  },

  'a class field': () => {
    class Assistant {
      #builder: MessagesRequestBuilder;
      constructor(model: string) {
        this.#builder = MessagesRequestBuilder.create(model).maxTokens(256);
      }
      ask(question: string): this {
        this.#builder = this.#builder.user(question);
        return this;
      }
      hear(answer: MessageResponse | string): this {
        this.#builder = this.#builder.assistant(answer);
        return this;
      }
      request(): MessagesRequest {
        return this.#builder.build();
      }
    }
    const assistant = new Assistant('claude-sonnet-5-5').ask('Hi').hear('Yes?').ask('Bye');
    equal(assistant.request().messages.length, 3);
  },

  'a map of presets': () => {
    const presets: Record<string, MessagesRequestBuilder> = {
      quick: MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(256),
      deep: MessagesRequestBuilder.create('claude-opus-5').maxTokens(4096).effort('max'),
    };
    equal(presets[told<string>('deep')]?.user('Hi').build().max_tokens, 4096);
  },

  'a Map and a list of builders of several models': () => {
    const list = [preset, MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).system('You help.')];
    const byName = new Map<string, MessagesRequestBuilder>(
      list.map((builder, index) => [`${index}`, builder]),
    );
    equal(byName.get('1')?.user('Hi').build().max_tokens, 9);
    deepEqual(
      list.map((builder) => builder.user('Hi').build().model),
      ['claude-opus-5', 'claude-haiku-4-5'],
    );
  },

  'a pipeline of steps': () => {
    type Step = (builder: MessagesRequestBuilder) => MessagesRequestBuilder;
    const steps: Step[] = [
      (builder) => builder.system('You help.'),
      (builder) => builder.stopSequences('END'),
      (builder) => builder.user('Hi'),
    ];
    const request = steps.reduce<MessagesRequestBuilder>((builder, step) => step(builder), preset).build();
    deepEqual(request.stop_sequences, ['END']);
  },

  'a history that is reduced': () => {
    const history = [
      { who: 'user', said: 'Hi' },
      { who: 'bot', said: 'Yes?' },
      { who: 'user', said: 'Bye' },
    ];
    const request = history
      .reduce<DynamicRequestBuilder>(
        (builder, { who, said }) => (who === 'user' ? builder.user(said) : builder.assistant(said)),
        preset,
      )
      .build();
    equal(request.messages.length, 3);
  },

  'a parameter': () => {
    const french = (builder: MessagesRequestBuilder): MessagesRequestBuilder =>
      builder.system('Answer in French.');
    equal(french(preset).user('Hi').build().system, 'Answer in French.');
    equal(french(preset.user('Hi')).build().model, 'claude-opus-5');
  },

  'a generic parameter keeps the state': () => {
    const named = <State, Turn>(builder: MessagesRequestBuilder<State, Turn>, id: string) =>
      builder.metadata({ user_id: id });
    const request = named(preset.tools(weather).user('Hi'), 'u').build();
    equal(request.metadata?.user_id, 'u');
    const name: 'get_weather' | undefined = told<MessageResponse<typeof request> | undefined>(undefined)
      ?.toolUses[0]?.name;
    equal(name, undefined);
  },

  'a function over any model': () => {
    const ask = <M extends ClaudeModel>(model: M, question: string) =>
      MessagesRequestBuilder.create(model).maxTokens(1024).system('You help.').user(question).build();
    equal(ask('claude-haiku-4-5', 'Hi').model, 'claude-haiku-4-5');
    equal(ask(ClaudeModel.Opus5, 'Hi').max_tokens, 1024);
  },

  'a function over any model, with settings that not every model takes': () => {
    const ask = <M extends ClaudeModel>(model: M) =>
      MessagesRequestBuilder.create(model).maxTokens(4096).effort('high').thinking('adaptive').user('Hi');
    equal(ask('claude-opus-5').build().output_config?.effort, 'high');
    throws(() => ask('claude-haiku-4-5').build(), /claude-haiku-4-5 has no effort setting: leave effort out/);
  },

  'settings of wide types': () => {
    const settings: {
      effort: EffortLevel;
      thinking: ThinkingConfig;
      tools: ToolParam[];
      turns: MessageParam[];
    } = {
      effort: 'high',
      thinking: { type: 'adaptive' },
      tools: [{ name: 'f', input_schema: { type: 'object' } }],
      turns: [{ role: 'user', content: 'Hi' }],
    };
    const request = MessagesRequestBuilder.create(told<string>('claude-opus-5'))
      .maxTokens(told<number>(64))
      .effort(settings.effort)
      .thinking(settings.thinking)
      .tools(...settings.tools)
      .messages(settings.turns)
      .build();
    deepEqual(request.thinking, { type: 'adaptive' });
  },

  'a typed builder made dynamic': () => {
    const builder = preset.dynamic().maxTokens(told<number>(99)).temperature(told<number>(0.5)).user('Hi');
    throws(() => builder.build(), /claude-opus-5 rejects temperature, top_p and top_k/);
  },

  'a dynamic builder given a literal model goes on recording': () => {
    const builder = preset.dynamic().model('claude-haiku-4-5').user('Hi');
    equal(builder.build().max_tokens, 1024);
  },

  'tools in a dynamic chain type the calls': () => {
    const request = MessagesRequestBuilder.create(told<string>('claude-haiku-4-5'))
      .maxTokens(64)
      .tools(weather)
      .user('Hi')
      .build();
    const uses: MessageResponse<typeof request>['toolUses'] = [];
    const cities: string[] = uses.map((use) => use.input.city);
    deepEqual(cities, []);
    const isTime = (use: (typeof uses)[number]): boolean =>
      // @ts-expect-error: no tool has this name
      use.name === 'get_time';
    deepEqual(uses.filter(isTime), []);
  },

  'tools that a builder got in a branch do not stand for all': () => {
    let builder: MessagesRequestBuilder = preset;
    if (told<boolean>(true)) builder = builder.tools({ name: 'other', input_schema: { type: 'object' } });
    const request = builder.tools(weather).user('Hi').build();
    const uses: MessageResponse<typeof request>['toolUses'] = [];
    const names: string[] = uses.map((use) => use.name);
    deepEqual(names, []);
    const inputs: unknown[] = uses.map((use) => (use.name === 'get_weather' ? use.input.city : use.input));
    deepEqual(inputs, []);
  },

  "a tool loop of one's own": () => {
    const calls = [
      { type: 'tool_use', id: told<string>('toolu_1'), name: 'get_weather', input: {} },
    ] as const;
    let builder: MessagesRequestBuilder = preset.tools(weather).user('Hi');
    for (const round of [calls, []]) {
      if (round.length === 0) break;
      builder = builder.assistant(round).toolResults(round.map((call) => toolResult(call.id, 'Sunny')));
    }
    equal(builder.build().messages.length, 3);
  },

  'one builder or another': () => {
    const builder = told<boolean>(true) ? preset.thinking('disabled') : preset;
    equal(builder.user('Hi').build().model, 'claude-opus-5');
    const armed = told<boolean>(false) ? preset.tools(weather) : preset;
    equal(armed.user('Hi').build().tools, undefined);
  },

  'a value of MaxTokens for a model of the run time': () => {
    const model: ClaudeModel = told<ClaudeModel>('claude-haiku-4-5');
    const request = MessagesRequestBuilder.create(model).maxTokens(MaxTokens.max(model)).user('Hi').build();
    equal(request.max_tokens, 64_000);
  },

  'a configuration whose model is narrowed': () => {
    const config: { model: 'claude-haiku-4-5' | 'claude-opus-5' } = { model: told('claude-haiku-4-5') };
    if (config.model === 'claude-haiku-4-5') {
      const request = MessagesRequestBuilder.create(config.model)
        .maxTokens(64_000)
        .temperature(0.5)
        .user('Hi')
        .build();
      equal(request.temperature, 0.5);
    }
  },

  'a configuration with optional fields': () => {
    interface Config {
      readonly model: string;
      readonly maxTokens?: number;
      readonly system?: string;
      readonly temperature?: number;
      readonly topK?: number;
      readonly effort?: EffortLevel;
      readonly thinking?: 'adaptive' | 'disabled';
      readonly stop?: readonly string[];
      readonly stream?: boolean;
      readonly userId?: string;
    }
    const toRequest = (config: Config, question: string): MessagesRequest => {
      let builder: DynamicRequestBuilder = MessagesRequestBuilder.create(config.model).maxTokens(
        config.maxTokens ?? 1024,
      );
      if (config.system !== undefined) builder = builder.system(config.system);
      if (config.temperature !== undefined) builder = builder.temperature(config.temperature);
      if (config.topK !== undefined) builder = builder.topK(config.topK);
      if (config.effort !== undefined) builder = builder.effort(config.effort);
      if (config.thinking !== undefined) builder = builder.thinking(config.thinking);
      if (config.stop !== undefined) builder = builder.stopSequences(...config.stop);
      if (config.stream !== undefined) builder = builder.stream(config.stream);
      if (config.userId !== undefined) builder = builder.metadata({ user_id: config.userId });
      return builder.user(question).build();
    };
    const request = toRequest({ model: 'claude-opus-5', effort: 'low', stop: ['END'] }, 'Hi');
    deepEqual([request.output_config, request.stop_sequences], [{ effort: 'low' }, ['END']]);
    throws(() => toRequest({ model: 'claude-opus-5', temperature: 0.2 }, 'Hi'), /rejects temperature/);
  },

  'a builder that has lost its type': () => {
    const anything = JSON.parse('{"max": 64, "effort": "low", "text": "Hi"}');
    const request = MessagesRequestBuilder.create('claude-opus-5')
      .maxTokens(anything.max)
      .effort(anything.effort)
      .user(anything.text)
      .build();
    deepEqual(request.output_config, { effort: 'low' });
  },

  'a test table': () => {
    const table: readonly (readonly [string, MessagesRequestBuilder])[] = [
      ['plain', preset],
      ['brief', preset.system('Be brief.').effort('low')],
      ['other', MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).temperature(0)],
    ];
    deepEqual(
      table.map(([name, builder]) => [name, builder.user('Hi').problems().length]),
      [
        ['plain', 0],
        ['brief', 0],
        ['other', 0],
      ],
    );
  },

  'a default, a spread and a fallback': () => {
    const options: { builder?: MessagesRequestBuilder } = {};
    const { builder = preset } = options;
    const other = options.builder ?? preset.effort('low');
    equal(builder.user('Hi').build().model, other.user('Hi').build().model);
  },

  'a recursive function': () => {
    const turns = (builder: MessagesRequestBuilder, left: number): MessagesRequestBuilder =>
      left === 0 ? builder : turns(builder.user(`${left}`).assistant('Go on.'), left - 1);
    equal(turns(preset, 40).user('Done').build().messages.length, 81);
  },

  'an async step': () => {
    const load = async (builder: MessagesRequestBuilder): Promise<MessagesRequestBuilder> =>
      builder.system(await Promise.resolve('You help.'));
    equal(typeof load(preset).then, 'function');
  },

  "an interface of one's own": () => {
    interface Profile {
      readonly name: string;
      apply(builder: MessagesRequestBuilder): MessagesRequestBuilder;
    }
    const profiles: Profile[] = [
      { name: 'brief', apply: (builder) => builder.system('Be brief.') },
      { name: 'none', apply: (builder) => builder },
    ];
    deepEqual(
      profiles.map(({ apply }) => apply(preset).user('Hi').build().system),
      ['Be brief.', undefined],
    );
  },

  'a union of steps by name': () => {
    const steps = {
      low: (builder: MessagesRequestBuilder) => builder.effort('low'),
      quiet: (builder: MessagesRequestBuilder) => builder.thinking('disabled'),
    };
    const name = told<keyof typeof steps>('quiet');
    deepEqual(steps[name](preset).user('Hi').build().thinking, { type: 'disabled' });
  },
};
