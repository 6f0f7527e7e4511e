import type { Because } from '../../wire/because.js';
import type { McpServer } from '../../wire/mcp-server.js';
import type { McpUrl } from '../rules/mcp-toolset.js';

/** The servers themselves, with the sentence in place of a literal URL that is refused. */
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
