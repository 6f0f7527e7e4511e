import type { Because } from '../../wire/because.js';
import type { RefusedGeo } from '../refusals.js';
import type { Told } from '../state.js';

/** A place for a model that takes one. */
export type GeoParameter<State, Geo> = [RefusedGeo<State, Geo>] extends [never]
  ? Geo
  : Told<State, Geo, NoInfer<Because<RefusedGeo<State, Geo>>>>;
