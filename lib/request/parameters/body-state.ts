import type { Flat } from '../../base/types.js';
import type { OutputOfSchema } from '../../schema/schema.js';
import type { state } from '../../wire/typed-request.js';
import type { Field } from '../state.js';
import type { ReplacedPatch } from './cache.js';
import type { ConversationPatch } from './conversation.js';
import type { FallbacksPatch } from './fallbacks.js';
import type { AnyTools, ToolsPatch } from './tools.js';

/** Whether a request was built or checked: its type then has a state. */
export type IsBuilt<Request> = [keyof Request & typeof state] extends [never] ? false : true;

/**
 * Whether a body is a copy of a request, or has the wire's type: for the compiler, each optional field may then be
 * present.
 */
export type IsCopy<Body> = [undefined] extends [Field<Body, 'service_tier'>] ? true : false;

/** The state of a request that is written as one object: the same that a builder would record. */
export type StateOfBody<Body> =
  IsCopy<Body> extends true ? WithMore<StateOfWritten<SureFields<Body>>> : StateOfWritten<Body>;

/** A state that may have more tools and servers: nothing is refused for their absence. */
export type WithMore<State> = Flat<
  State &
    ('tools' extends keyof State ? unknown : { readonly tools: AnyTools }) &
    ('mcpServers' extends keyof State ? unknown : { readonly mcpServers: string })
>;

/** The fields that a copy certainly has. */
type SureFields<Body> = {
  readonly [Key in keyof Body as [undefined] extends [Body[Key]] ? never : Key]: Body[Key];
};

type StateOfWritten<Body> = Flat<
  {
    readonly [Key in keyof Body & keyof Names as Names[Key]]: Body[Key];
  } & EffortOf<Body> &
    OutputOfBody<Body> &
    ServersOf<Body> &
    FallbacksOf<Body> &
    (Body extends { readonly tools: infer Tools extends readonly unknown[] }
      ? ToolsPatch<unknown, Tools>
      : unknown) &
    (Body extends { readonly messages: infer Messages extends readonly unknown[] }
      ? ConversationPatch<unknown, Messages>
      : unknown) &
    (Body extends { readonly system: infer System } ? ReplacedPatch<unknown, 'systemCache', System> : unknown)
>;

/** The names of body fields in the state. */
interface Names {
  readonly model: 'model';
  readonly max_tokens: 'maxTokens';
  readonly temperature: 'temperature';
  readonly top_p: 'topP';
  readonly top_k: 'topK';
  readonly thinking: 'thinking';
  readonly tool_choice: 'toolChoice';
  readonly speed: 'speed';
  readonly stream: 'stream';
  readonly inference_geo: 'geo';
}

type EffortOf<Body> = Body extends {
  readonly output_config: { readonly effort: infer Effort extends string };
}
  ? { readonly effort: Effort }
  : unknown;

type OutputOfBody<Body> = Body extends {
  readonly output_config: { readonly format: { readonly schema: infer Schema } };
}
  ? { readonly output: OutputOfSchema<Schema> }
  : unknown;

type ServersOf<Body> = Body extends { readonly mcp_servers: readonly { readonly name: infer Name }[] }
  ? { readonly mcpServers: Name }
  : unknown;

type FallbacksOf<Body> = Body extends { readonly fallbacks: infer Fallbacks }
  ? Fallbacks extends readonly unknown[]
    ? FallbacksPatch<Fallbacks>
    : Fallbacks extends 'default'
      ? { readonly fallbacks: Fallbacks }
      : unknown
  : unknown;
