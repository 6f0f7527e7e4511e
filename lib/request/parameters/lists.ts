import type { StopSequenceRefusal } from '../../values/stop-sequence.js';
import type { Because } from '../../wire/because.js';
import type { McpServer } from '../../wire/mcp-server.js';
import type { McpUrl } from '../rules/mcp-toolset.js';

/** The sequences themselves, with the sentence in place of a blank literal. */
export type StopSequencesParameter<Sequences extends readonly string[]> = {
  readonly [Index in keyof Sequences]: [StopSequenceRefusal<Sequences[Index]>] extends [never]
    ? Sequences[Index]
    : Because<StopSequenceRefusal<Sequences[Index]>>;
};

/** The betas that were named, as a union. */
export type BetasPatch<State, Betas extends readonly string[]> = {
  readonly betas: (State extends { readonly betas: infer Before } ? Before : never) | Betas[number];
};

/** The servers themselves, with the sentence in place of a refused literal URL. */
export type McpServersParameter<Servers extends readonly McpServer[]> = {
  readonly [Index in keyof Servers]: [McpUrl<Servers[Index]['url']>] extends [never]
    ? Servers[Index]
    : { readonly url: Because<McpUrl<Servers[Index]['url']>> };
};

/** The names of the request's MCP servers, which its toolsets refer to. */
export type McpServersPatch<State, Servers extends readonly McpServer[]> = {
  readonly mcpServers: NamesBefore<State> | Servers[number]['name'];
};

type NamesBefore<State> = State extends { readonly mcpServers: infer Names } ? Names : never;
