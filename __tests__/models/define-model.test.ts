import { describe, expect, test } from '@jest/globals';
import type { ValidationError } from '../../lib/errors/validation-error.js';
import type { ClaudeModel } from '../../lib/models/claude-model.js';
import { defineModel } from '../../lib/models/define-model.js';
import type { DefinedModel, ModelDefinition } from '../../lib/models/defined-model.js';
import { findModel } from '../../lib/models/find-model.js';
import { type IdOf, idOf, type Model, specOf } from '../../lib/models/model.js';
import type { RuleOf } from '../../lib/models/rule-of.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import { MaxTokens } from '../../lib/values/max-tokens.js';

/** Calls `defineModel()` as a JavaScript caller may. */
const define = (definition: object) => defineModel(definition as ModelDefinition);

function problemsOf(definition: object) {
  try {
    define(definition);
  } catch (error) {
    return (error as ValidationError).problems.map(({ path, message }) => [path, message]);
  }
  return [];
}

describe('a model defined without like', () => {
  const opus6 = defineModel({
    id: 'claude-opus-6',
    maxOutputTokens: 256_000,
    sampling: 'rejected',
    effort: ['low', 'max'],
  });

  test('has the traits of its definition', () => {
    expect(specOf(opus6)).toMatchObject({
      id: 'claude-opus-6',
      displayName: 'claude-opus-6',
      maxOutputTokens: 256_000,
      sampling: 'rejected',
      effort: ['low', 'max'],
    });
  });

  test('accepts everything that its definition leaves out', () => {
    expect(specOf(opus6)).toMatchObject({
      thinking: ['adaptive', 'enabled', 'disabled', 'between_tools'],
      forcedToolChoice: true,
      prefill: true,
      structuredOutputs: true,
      imageInput: true,
      pdfInput: true,
      fast: 'ga',
    });
  });

  test('has a value for every trait of the catalog', () => {
    expect(Object.keys(specOf(opus6)).toSorted()).toEqual(
      Object.keys(findModel('claude-opus-5-5') ?? {}).toSorted(),
    );
  });

  test('has the literal types of its definition and of the defaults', () => {
    type Opus6 = typeof opus6;
    const id: IdOf<typeof opus6> = 'claude-opus-6';
    const limit: RuleOf<Opus6, 'maxOutputTokens'> = 256_000;
    const sampling: RuleOf<Opus6, 'sampling'> = 'rejected';
    const thinking: RuleOf<Opus6, 'thinking'>[number] = 'between_tools';
    const fast: RuleOf<Opus6, 'fast'> = 'ga';
    // @ts-expect-error: the definition lists its effort levels
    const effort: RuleOf<Opus6, 'effort'>[number] = 'high';
    expect([id, limit, sampling, thinking, fast, effort]).toEqual([
      idOf(opus6),
      ...[256_000, 'rejected', 'between_tools', 'ga', 'high'],
    ]);
  });

  test('has a type that a declaration can name', () => {
    const named: DefinedModel<{
      readonly id: 'claude-opus-6';
      readonly maxOutputTokens: 256_000;
      readonly sampling: 'rejected';
      readonly effort: readonly ['low', 'max'];
    }> = opus6;
    const anyModel: Model = opus6;
    expect(anyModel).toBe(named);
  });
});

describe('a model defined with like', () => {
  const fast = defineModel({ id: 'team/fast', like: 'claude-haiku-4-5', maxOutputTokens: 2048 });

  test('has the rules of the other model, except those that it sets itself', () => {
    expect(specOf(fast)).toEqual({
      ...findModel('claude-haiku-4-5'),
      id: 'team/fast',
      aliasOf: null,
      maxOutputTokens: 2048,
    });
  });

  test('has these rules at compile time too', () => {
    type Fast = typeof fast;
    const own: RuleOf<Fast, 'maxOutputTokens'> = 2048;
    const theirs: RuleOf<Fast, 'sampling'> = 'one-of';
    expect([own, theirs]).toEqual([2048, 'one-of']);
  });

  test('does not need maxOutputTokens', () => {
    const same = defineModel({ id: 'team/same', like: 'claude-haiku-4-5' });
    const limit: RuleOf<typeof same, 'maxOutputTokens'> = 64_000;
    expect(specOf(same).maxOutputTokens).toBe(limit);
  });

  test('ignores a trait that is undefined', () => {
    expect(specOf(defineModel({ id: 'x', like: 'claude-haiku-4-5', effort: undefined })).effort).toEqual([]);
  });
});

describe('a definition', () => {
  test('is copied and frozen, and the object of the caller stays mutable', () => {
    const definition = { id: 'x', maxOutputTokens: 10 };
    const model = defineModel(definition);
    definition.maxOutputTokens = 20;
    expect(Object.isFrozen(definition)).toBe(false);
    expect([model, model.spec, model.definition].every(Object.isFrozen)).toBe(true);
    expect([model.spec.maxOutputTokens, model.definition.maxOutputTokens]).toEqual([10, 10]);
  });

  test.each([
    [{ id: '', maxOutputTokens: 1 }, 'id', 'a model needs an id, the name that is sent'],
    [{ id: ' ', maxOutputTokens: 1 }, 'id', 'a model needs an id, the name that is sent'],
    [{ maxOutputTokens: 1 }, 'id', 'a model needs an id, the name that is sent'],
    [{ id: 'x' }, 'maxOutputTokens', 'a model needs maxOutputTokens, or like: the id of a known model'],
    [{ id: 'x', maxOutputTokens: 0 }, 'maxOutputTokens', 'maxOutputTokens must be a whole number above 0'],
    [{ id: 'x', maxOutputTokens: 1.5 }, 'maxOutputTokens', 'maxOutputTokens must be a whole number above 0'],
    [{ id: 'x', maxOutputTokens: '9' }, 'maxOutputTokens', 'maxOutputTokens must be a whole number above 0'],
    [
      { id: 'x', maxOutputTokens: null, like: 'claude-opus-5' },
      'maxOutputTokens',
      'maxOutputTokens must be a whole number above 0',
    ],
    [
      { id: 'x', maxOutputTokens: 1, effort: ['low', 'huge'] },
      'effort',
      'effort must be a list of "low", "medium", "high", "xhigh", "max"',
    ],
    [
      { id: 'x', maxOutputTokens: 1, thinking: 'adaptive' },
      'thinking',
      'thinking must be a list of "adaptive", "enabled", "disabled", "between_tools"',
    ],
    [{ id: 'x', maxOutputTokens: 1, prefill: 'no' }, 'prefill', 'prefill must be one of true, false'],
    [
      { id: 'x', maxOutputTokens: 1, contextWindow: -1 },
      'contextWindow',
      'contextWindow must be a whole number above 0',
    ],
    [
      { id: 'x', maxOutputTokens: 1, price: 5 },
      'price',
      'price must be an object with input, output, cacheWrite5m, cacheWrite1h and cacheRead in US dollars per million tokens, null where there is no cache price',
    ],
    [
      { id: 'x', maxOutputTokens: 1, price: { input: 1, output: 2 } },
      'price',
      'price must be an object with input, output, cacheWrite5m, cacheWrite1h and cacheRead in US dollars per million tokens, null where there is no cache price',
    ],
    [
      { id: 'x', maxOutputTokens: 1, efort: [] },
      'efort',
      'efort must be left out: no model has such a trait',
    ],
    [
      { id: 'x', like: 'claude-opus-55' },
      'like',
      'clust does not know the model claude-opus-55: use defineModel() for a model newer than this release. Did you mean "claude-opus-5-5"?',
    ],
    [{ id: 'x', maxOutputTokens: 1, like: 5 }, 'like', 'like takes the id of a known model'],
  ])('is refused when it is %j', (definition, path, message) => {
    expect(problemsOf(definition)).toEqual([[path, message]]);
  });

  test('is refused with all its problems at once', () => {
    expect(problemsOf({ id: '', maxOutputTokens: -1, sampling: 'no' }).map(([path]) => path)).toEqual([
      'id',
      'maxOutputTokens',
      'sampling',
    ]);
  });

  test('is refused at compile time when it is invalid', () => {
    // @ts-expect-error: maxOutputTokens is required without like
    expect(() => defineModel({ id: 'x' })).toThrow('maxOutputTokens');
    // @ts-expect-error: no model has the trait efort
    expect(() => defineModel({ id: 'x', maxOutputTokens: 1, efort: ['low'] })).toThrow('efort');
    // @ts-expect-error: no such effort level
    expect(() => defineModel({ id: 'x', maxOutputTokens: 1, effort: ['huge'] })).toThrow('effort');
    // @ts-expect-error: like names an unknown model
    expect(() => defineModel({ id: 'x', like: 'claude-opus-55' })).toThrow('like');
  });
});

describe('the result of findModel()', () => {
  test('is a definition with the same rules', () => {
    const known = findModel('claude-haiku-4-5');
    const same = defineModel(known);
    const limit: RuleOf<typeof same, 'maxOutputTokens'> = 64_000;
    expect(specOf(same)).toEqual({ ...known, aliasOf: null });
    expect(same.spec.maxOutputTokens).toBe(limit);
  });

  test('can be spread into another definition, which the compiler checks', () => {
    const onVertex = defineModel({ ...findModel('claude-haiku-4-5'), id: 'claude-haiku-4-5@20251001' });
    const start = MessagesRequestBuilder.create(onVertex);
    expect(start.maxTokens(64_000).user('Hi').build().model).toBe('claude-haiku-4-5@20251001');
    // @ts-expect-error: claude-haiku-4-5@20251001 generates at most 64000 tokens, not 64001
    expect(start.maxTokens(64_001).user('Hi').problems()).toMatchObject([
      {
        message: 'claude-haiku-4-5@20251001 generates at most 64000 tokens, not 64001',
      },
    ]);
  });

  test('is a definition for an id that is known only at run time', () => {
    const spec = findModel(`claude-haiku-${4}-5`);
    if (spec === undefined) throw new Error('the catalog has it');
    const model = defineModel({ ...spec, id: 'team/haiku' });
    expect(MessagesRequestBuilder.create(model).maxTokens(64).user('Hi').build().model).toBe('team/haiku');
  });

  test('is undefined for an unknown id, which defineModel() refuses', () => {
    const unknown = findModel('claude-none');
    // @ts-expect-error: it may be undefined
    expect(() => defineModel(unknown)).toThrow(
      'defineModel() takes an object: findModel() gives none for an id that this release does not know',
    );
  });
});

describe('a definition whose model like is known only at run time', () => {
  interface Row {
    readonly id: string;
    readonly like?: ClaudeModel;
    readonly max: number;
  }

  test.each<[Row, boolean]>([
    [{ id: 'team/fast', like: 'claude-haiku-4-5', max: 100 }, true],
    [{ id: 'team/other', max: 100 }, false],
  ])('may have both that model and its own limit: %j', ({ id, like, max }, hasEfforts) => {
    const model = defineModel({ id, maxOutputTokens: max, ...(like && { like }) });
    const any: DefinedModel = model;
    expect(any.spec).toMatchObject({ id, maxOutputTokens: max });
    expect(any.spec.effort.length === 0).toBe(hasEfforts);
    const request = MessagesRequestBuilder.create(model).maxTokens(MaxTokens.of(model, 100)).user('Hi');
    expect(request.build().model).toBe(id);
    expect(() => MaxTokens.of(model, 101)).toThrow(`${id} generates at most 100 tokens, not 101`);
  });
});

describe('specOf() and RuleOf', () => {
  test('specOf() returns the catalog row of a known id', () => {
    expect(specOf('claude-haiku-4-5')).toMatchObject({ id: 'claude-haiku-4-5', maxOutputTokens: 64_000 });
  });

  test('specOf() throws for an unknown id', () => {
    // @ts-expect-error: no such model
    expect(() => specOf('claude-opus-55')).toThrow('Did you mean "claude-opus-5-5"?');
  });

  test('RuleOf is a union of values for a union of models', () => {
    type Limit = RuleOf<'claude-haiku-4-5' | 'claude-opus-5-5', 'maxOutputTokens'>;
    const limits: readonly Limit[] = [64_000, 128_000];
    // @ts-expect-error: neither model has this limit
    const other: Limit = 4096;
    expect(limits).not.toContain(other);
  });
});
