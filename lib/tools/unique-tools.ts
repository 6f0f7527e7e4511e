import type { NamesByPlace, RepeatedName } from '../request/parameters/tool-names.js';
import type { ToolNameUnique } from '../request/rules/tool-names-unique.js';
import type { Because } from '../wire/because.js';
import type { Tool } from './tool.js';

/** The tools themselves when no two have the same name; else the sentence in place of each that does. */
export type UniqueTools<Tools extends readonly Tool[]> = [RepeatedName<NamesByPlace<Tools>>] extends [never]
  ? Tools
  : { readonly [Place in keyof Tools]: Marked<Tools[Place], RepeatedName<NamesByPlace<Tools>>> };

type Marked<One, Repeated> = One extends { readonly name: infer Name extends Repeated & string }
  ? Because<ToolNameUnique<Name, Repeated>>
  : One;
