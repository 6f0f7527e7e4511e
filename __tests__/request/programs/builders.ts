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

/** Gives a value a wider type than the compiler would infer. */
const widen = <Value>(value: Value): Value => value;
const preset = MessagesRequestBuilder.create('claude-opus-5').maxTokens(1024);
const weather = tool({
  name: 'get_weather',
  description: 'The weather in a city.',
  input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  run: ({ city }) => `Sunny in ${city}`,
});

/** Builders that are stored, passed to functions, and extended in branches. */
export const builders: Programs = {
  'a model id comes from the environment': () => {
    const id: string = process.env.CLUST_TEST_MODEL ?? 'claude-haiku-4-5';
    const request = MessagesRequestBuilder.create(id).maxTokens(64).user('Hi').build();
    deepEqual(request, {
      model: 'claude-haiku-4-5',
      max_tokens: 64,
      messages: [{ role: 'user', content: 'Hi' }],
    });
  },

  'create() refuses an unknown model id from the environment, with a suggestion': () => {
    throws(
      () => MessagesRequestBuilder.create(widen<string>('claude-haiku-4.5')),
      (error) => isValidationError(error) && /Did you mean "claude-haiku-4-5"\?/.test(error.message),
    );
  },

  "create() accepts an unknown model with unknownModel 'keep'": () => {
    const newest = MessagesRequestBuilder.create(widen<string>('claude-opus-9'), { unknownModel: 'keep' });
    equal(newest.maxTokens(5_000_000).effort('max').user('Hi').build().model, 'claude-opus-9');
    throws(() => newest.maxTokens(-1).user('Hi').build(), /whole number/);
    const literal = MessagesRequestBuilder.create('claude-opus-9', { unknownModel: 'keep' });
    equal(literal.maxTokens(9).user('Hi').build().model, 'claude-opus-9');
  },

  'build() refuses max_tokens above the limit of a model known only at run time': () => {
    const builder = MessagesRequestBuilder.create(widen<string>('claude-haiku-4-5')).maxTokens(6_400_000);
    throws(() => builder.user('Hi').build(), /claude-haiku-4-5 generates at most 64000 tokens, not 6400000/);
  },

  'a builder variable is extended in branches and a loop': () => {
    let builder: MessagesRequestBuilder = preset;
    if (widen<boolean>(true)) builder = builder.effort('low');
    if (widen<boolean>(false)) builder = builder.thinking('disabled');
    for (const question of ['One?', 'Two?']) builder = builder.user(question).assistant('Yes.');
    const request = builder.user('Three?').build();
    equal(request.messages.length, 5);
    equal(request.output_config?.effort, 'low');
  },

  'a variable has the type DynamicRequestBuilder': () => {
    let builder: DynamicRequestBuilder = preset.dynamic();
    builder = builder.system('You help.');
    equal(builder.user('Hi').build().system, 'You help.');
  },

  'a class keeps a builder in a field': () => {
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

  'an object maps names to presets': () => {
    const presets: Record<string, MessagesRequestBuilder> = {
      quick: MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(256),
      deep: MessagesRequestBuilder.create('claude-opus-5').maxTokens(4096).effort('max'),
    };
    equal(presets[widen<string>('deep')]?.user('Hi').build().max_tokens, 4096);
  },

  'a Map and an array hold builders of several models': () => {
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

  'a list of steps is applied to a builder': () => {
    type Step = (builder: MessagesRequestBuilder) => MessagesRequestBuilder;
    const steps: Step[] = [
      (builder) => builder.system('You help.'),
      (builder) => builder.stopSequences('END'),
      (builder) => builder.user('Hi'),
    ];
    const request = steps.reduce<MessagesRequestBuilder>((builder, step) => step(builder), preset).build();
    deepEqual(request.stop_sequences, ['END']);
  },

  'a history is reduced to a builder': () => {
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

  'a function takes and returns a builder': () => {
    const french = (builder: MessagesRequestBuilder): MessagesRequestBuilder =>
      builder.system('Answer in French.');
    equal(french(preset).user('Hi').build().system, 'Answer in French.');
    equal(french(preset.user('Hi')).build().model, 'claude-opus-5');
  },

  'a generic function keeps the state of a builder': () => {
    const named = <State, Turn>(builder: MessagesRequestBuilder<State, Turn>, id: string) =>
      builder.metadata({ user_id: id });
    const request = named(preset.tools(weather).user('Hi'), 'u').build();
    equal(request.metadata?.user_id, 'u');
    const name: 'get_weather' | undefined = widen<MessageResponse<typeof request> | undefined>(undefined)
      ?.toolUses[0]?.name;
    equal(name, undefined);
  },

  'a generic function takes any model': () => {
    const ask = <M extends ClaudeModel>(model: M, question: string) =>
      MessagesRequestBuilder.create(model).maxTokens(1024).system('You help.').user(question).build();
    equal(ask('claude-haiku-4-5', 'Hi').model, 'claude-haiku-4-5');
    equal(ask(ClaudeModel.Opus5, 'Hi').max_tokens, 1024);
  },

  'a generic function uses settings that not every model takes': () => {
    const ask = <M extends ClaudeModel>(model: M) =>
      MessagesRequestBuilder.create(model).maxTokens(4096).effort('high').thinking('adaptive').user('Hi');
    equal(ask('claude-opus-5').build().output_config?.effort, 'high');
    throws(() => ask('claude-haiku-4-5').build(), /claude-haiku-4-5 has no effort setting: leave effort out/);
  },

  'a dynamic builder accepts settings of wide types': () => {
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
    const request = MessagesRequestBuilder.create(widen<string>('claude-opus-5'))
      .maxTokens(widen<number>(64))
      .effort(settings.effort)
      .thinking(settings.thinking)
      .tools(...settings.tools)
      .messages(settings.turns)
      .build();
    deepEqual(request.thinking, { type: 'adaptive' });
  },

  'dynamic() leaves the checks of a typed builder to build()': () => {
    const builder = preset.dynamic().maxTokens(widen<number>(99)).temperature(widen<number>(0.5)).user('Hi');
    throws(() => builder.build(), /claude-opus-5 rejects temperature, top_p and top_k/);
  },

  'a dynamic builder keeps its settings when model() gets a literal': () => {
    const builder = preset.dynamic().model('claude-haiku-4-5').user('Hi');
    equal(builder.build().max_tokens, 1024);
  },

  'tools in a dynamic chain type the tool calls of the response': () => {
    const request = MessagesRequestBuilder.create(widen<string>('claude-haiku-4-5'))
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

  'a tool added in a branch leaves the other tool names open': () => {
    let builder: MessagesRequestBuilder = preset;
    if (widen<boolean>(true)) builder = builder.tools({ name: 'other', input_schema: { type: 'object' } });
    const request = builder.tools(weather).user('Hi').build();
    const uses: MessageResponse<typeof request>['toolUses'] = [];
    const names: string[] = uses.map((use) => use.name);
    deepEqual(names, []);
    const inputs: unknown[] = uses.map((use) => (use.name === 'get_weather' ? use.input.city : use.input));
    deepEqual(inputs, []);
  },

  'a loop runs tools without runTools()': () => {
    const calls = [
      { type: 'tool_use', id: widen<string>('toolu_1'), name: 'get_weather', input: {} },
    ] as const;
    let builder: MessagesRequestBuilder = preset.tools(weather).user('Hi');
    for (const round of [calls, []]) {
      if (round.length === 0) break;
      builder = builder.assistant(round).toolResults(round.map((call) => toolResult(call.id, 'Sunny')));
    }
    equal(builder.build().messages.length, 3);
  },

  'a conditional chooses between two builders': () => {
    const builder = widen<boolean>(true) ? preset.thinking('disabled') : preset;
    equal(builder.user('Hi').build().model, 'claude-opus-5');
    const armed = widen<boolean>(false) ? preset.tools(weather) : preset;
    equal(armed.user('Hi').build().tools, undefined);
  },

  'MaxTokens.max() gives the limit of a model known only at run time': () => {
    const model: ClaudeModel = widen<ClaudeModel>('claude-haiku-4-5');
    const request = MessagesRequestBuilder.create(model).maxTokens(MaxTokens.max(model)).user('Hi').build();
    equal(request.max_tokens, 64_000);
  },

  'an if statement narrows the model of a configuration': () => {
    const config: { model: 'claude-haiku-4-5' | 'claude-opus-5' } = { model: widen('claude-haiku-4-5') };
    if (config.model === 'claude-haiku-4-5') {
      const request = MessagesRequestBuilder.create(config.model)
        .maxTokens(64_000)
        .temperature(0.5)
        .user('Hi')
        .build();
      equal(request.temperature, 0.5);
    }
  },

  'a configuration with optional fields becomes a request': () => {
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

  'settings have the type any': () => {
    const anything = JSON.parse('{"max": 64, "effort": "low", "text": "Hi"}');
    const request = MessagesRequestBuilder.create('claude-opus-5')
      .maxTokens(anything.max)
      .effort(anything.effort)
      .user(anything.text)
      .build();
    deepEqual(request.output_config, { effort: 'low' });
  },

  'a test table lists builders': () => {
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

  'a builder is a default value': () => {
    const options: { builder?: MessagesRequestBuilder } = {};
    const { builder = preset } = options;
    const other = options.builder ?? preset.effort('low');
    equal(builder.user('Hi').build().model, other.user('Hi').build().model);
  },

  'a recursive function adds turns': () => {
    const turns = (builder: MessagesRequestBuilder, left: number): MessagesRequestBuilder =>
      left === 0 ? builder : turns(builder.user(`${left}`).assistant('Go on.'), left - 1);
    equal(turns(preset, 40).user('Done').build().messages.length, 81);
  },

  'an async function returns a builder': async () => {
    const load = async (builder: MessagesRequestBuilder): Promise<MessagesRequestBuilder> =>
      builder.system(await Promise.resolve('You help.'));
    equal((await load(preset)).user('Hi').build().system, 'You help.');
  },

  'a method of an application interface takes and returns a builder': () => {
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

  'an object of steps is indexed by name': () => {
    const steps = {
      low: (builder: MessagesRequestBuilder) => builder.effort('low'),
      quiet: (builder: MessagesRequestBuilder) => builder.thinking('disabled'),
    };
    const name = widen<keyof typeof steps>('quiet');
    deepEqual(steps[name](preset).user('Hi').build().thinking, { type: 'disabled' });
  },
};
