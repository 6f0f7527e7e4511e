import { isObject } from '../base/is-object.js';
import type { Problem } from '../errors/validation-error.js';
import type { StateOfBody } from '../request/parameters/body-state.js';
import type { PlatformCall } from '../transport/platform.js';
import type { ServedType, StateOf } from '../wire/typed-request.js';

/** How to recognize a feature in a call: the path of its endpoint, a field of the body, or the type of a tool. */
interface FeatureSign {
  readonly path?: RegExp;
  readonly field?: string;
  readonly tool?: RegExp;
}

/** The features that some platforms lack. */
const FEATURES = {
  batches: { path: /^\/v1\/messages\/batches\b/ },
  countTokens: { path: /^\/v1\/messages\/count_tokens$/ },
  files: { path: /^\/v1\/files\b/ },
  models: { path: /^\/v1\/models\b/ },
  container: { field: 'container' },
  diagnostics: { field: 'diagnostics' },
  fallbacks: { field: 'fallbacks' },
  inferenceGeo: { field: 'inference_geo' },
  mcpServers: { field: 'mcp_servers' },
  speed: { field: 'speed' },
  thread: { field: 'thread' },
  advisor: { tool: /^advisor_/ },
  codeExecution: { tool: /^code_execution_/ },
  webFetch: { tool: /^web_fetch_/ },
  webSearch: { tool: /^web_search_/ },
  newWebSearch: { tool: /^web_search_(?!20250305$)/ },
} as const satisfies Readonly<Record<string, FeatureSign>>;

export type PlatformFeature = keyof typeof FEATURES;

/** The features that a platform lacks, each with the sentence that refuses it. */
export type Lacks = { readonly [Feature in PlatformFeature]?: string };

/**
 * Repeats the checks of `RefusedByPlatform`, and of the members that a client lacks, at run time with the same
 * sentences.
 */
export function lackingProblems({ path, json }: PlatformCall, lacks: Lacks): Problem[] {
  const body = isObject(json) ? json : {};
  const tools = Array.isArray(body.tools) ? body.tools : [];
  const rule = 'feature-of-platform';
  return Object.entries(lacks).flatMap(([feature, message]): Problem[] => {
    // The keys of `Lacks` are keys of the table.
    const sign: FeatureSign = FEATURES[feature as PlatformFeature];
    if (sign.path?.test(path)) return [{ path: '', rule, message }];
    if (sign.field !== undefined && (body[sign.field] ?? undefined) !== undefined)
      return [{ path: sign.field, rule, message }];
    const at = tools.findIndex((tool) => sign.tool?.test(String(Object(tool).type)));
    return at === -1 ? [] : [{ path: `tools.${at}`, rule, message }];
  });
}

/** The fields, by their names in the state of a request and in a body. */
interface Fields {
  readonly container: readonly ['container' | 'skills', 'container'];
  readonly diagnostics: readonly ['diagnostics', 'diagnostics'];
  readonly fallbacks: readonly ['fallbacks', 'fallbacks'];
  readonly inferenceGeo: readonly ['geo', 'inference_geo'];
  readonly mcpServers: readonly ['mcpServers', 'mcp_servers'];
  readonly speed: readonly ['speed', 'speed'];
  readonly thread: readonly ['thread', 'thread'];
}

/** The server tools, by the types that they have. */
interface ServerTools {
  readonly advisor: `advisor_${string}`;
  readonly codeExecution: `code_execution_${string}`;
  readonly webFetch: `web_fetch_${string}`;
  readonly webSearch: `web_search_${string}`;
}

type FieldOf<Platform> = keyof Fields & keyof Platform;

/**
 * The refusal of a request by a platform; `never` if the platform accepts it, as far as the compiler knows. Requests of
 * unknown origin and lists of unknown tools are checked at run time: see `lackingProblems`.
 */
export type RefusedByPlatform<Request, Platform extends Lacks> =
  | {
      [Feature in FieldOf<Platform>]: [Fields[Feature][0] & keyof StateOf<Request>] extends [never]
        ? never
        : Platform[Feature];
    }[FieldOf<Platform>]
  | RefusedPlatformTools<ServerTypesOf<StateOf<Request>>, Platform>;

type RefusedPlatformTools<Type, Platform extends Lacks> = [Type] extends [never]
  ? never
  :
      | {
          [Tool in keyof ServerTools & keyof Platform]: [Extract<Type, ServerTools[Tool]>] extends [never]
            ? never
            : Platform[Tool];
        }[keyof ServerTools & keyof Platform]
      | ('newWebSearch' extends keyof Platform
          ? [Extract<Exclude<Type, 'web_search_20250305'>, ServerTools['webSearch']>] extends [never]
            ? never
            : Platform['newWebSearch' & keyof Platform]
          : never);

/** The types of the server tools in a state. */
type ServerTypesOf<State> = State extends { readonly tools: infer Tools }
  ? { [Name in keyof Tools]: ServedType<Tools[Name]> }[keyof Tools]
  : never;

/** The same for a body, by the fields at fault. */
export type LackedFields<Request, Platform extends Lacks> = {
  readonly [Feature in FieldOf<Platform> as Fields[Feature][1]]: Platform[Feature];
} & { readonly tools: RefusedPlatformTools<ServerTypesOf<StateOfBody<Request>>, Platform> };
