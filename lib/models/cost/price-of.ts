import type { DefinedModel } from '../defined-model.js';
import { findModel } from '../find-model.js';
import type { ModelPrice, ModelSpec } from '../model-spec.js';
import { batchMultiplier, usInferenceMultiplier } from '../prices.js';

/** The facts of a call that decide its price. */
export interface Terms {
  readonly model: string | undefined;
  /** Replaces the model of the catalog: a model of `defineModel()`, or the id of another. */
  readonly override: string | DefinedModel | undefined;
  readonly promptTokens: number;
  readonly speed: string;
  readonly serviceTier: string;
  readonly geo: string;
  readonly batch: boolean;
  /** As `YYYY-MM-DD`. */
  readonly at: string | undefined;
}

/** The prices per million tokens under these terms, or why they are unknown. */
export type Price = { readonly ok: true; readonly prices: ModelPrice; readonly multiplier: number } | Unknown;

interface Unknown {
  readonly ok: false;
  readonly reason: string;
}

const notBilledByGeo = ['', 'global', 'not_available'];

export function priceOf(terms: Terms): Price {
  const { model: id, at } = terms;
  const model = modelOf(terms);
  if (id === undefined && model === undefined)
    return unknown('the model is unknown: name it in the option model');
  if (model === undefined)
    return unknown(
      `clust does not know the model ${id}: pass a model of defineModel({ price }) as the option model`,
    );
  const { released } = model.lifecycle;
  if (at !== undefined && released !== null && at < released)
    return unknown(`${model.id} had no price on ${at}: it was released on ${released}`);
  const table = tableFor(model, terms);
  if ('reason' in table) return table;
  const multiplier = multiplierFor(model, terms);
  return typeof multiplier === 'number' ? { ok: true, prices: table, multiplier } : multiplier;
}

function modelOf({ model, override }: Terms): ModelSpec | undefined {
  if (typeof override === 'object') return override.spec;
  const id = override ?? model;
  return id === undefined ? undefined : findModel(id);
}

/** The prices for this speed and this prompt length. */
function tableFor(
  model: ModelSpec,
  { speed, serviceTier, promptTokens, batch, at }: Terms,
): ModelPrice | Unknown {
  const { id, price, longPromptPrice, fastPrice, fastUntil } = model;
  if (serviceTier === 'priority') return unknown('tokens of Priority Tier are priced by contract');
  if (!['standard', 'batch'].includes(serviceTier))
    return unknown(`clust knows no price of service tier ${serviceTier}`);
  if (speed !== 'standard' && speed !== 'fast') return unknown(`clust knows no price of speed ${speed}`);
  if (speed === 'fast') {
    if (batch) return unknown('clust knows no price of fast speed in a batch');
    if (fastPrice === null) return unknown(`no price of fast speed is known for ${id}`);
    if (at !== undefined && fastUntil !== null && at >= fastUntil)
      return unknown(`${id} has no fast speed from ${fastUntil} on`);
    return fastPrice;
  }
  if (price === null) return unknown(`no price of ${id} is known: give it one with defineModel({ price })`);
  return longPromptPrice !== null && promptTokens > longPromptPrice.above ? longPromptPrice : price;
}

function multiplierFor({ id, inferenceGeo }: ModelSpec, { geo, batch }: Terms): number | Unknown {
  const ofBatch = batch ? batchMultiplier : 1;
  if (notBilledByGeo.includes(geo)) return ofBatch;
  if (geo !== 'us') return unknown(`clust knows no price of inference_geo ${geo}`);
  if (inferenceGeo === null)
    return unknown(
      `whether ${id} costs more with inference_geo us is not known: define the model with inferenceGeo`,
    );
  return inferenceGeo ? ofBatch * usInferenceMultiplier : ofBatch;
}

function unknown(reason: string): Unknown {
  return { ok: false, reason };
}
