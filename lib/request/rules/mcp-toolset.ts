import type { McpToolset } from '../../wire/tools/mcp-toolset.js';
import type { Rule } from './rule.js';

/**
 * Each MCP server has a unique name, an `https` URL, and exactly one `mcp_toolset` among the tools that names it.
 * Without any toolset the request is sent with the beta of 2025-04-04, which has no toolsets.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/mcp-connector
 * @fix In `mcp_server_name` use a name from `mcpServers()`, and each server once.
 */
export const mcpToolset: Rule = {
  id: 'mcp-toolset',
  check({ body }, refuse) {
    const toolsets = body.tools?.filter((tool): tool is McpToolset => tool.type === 'mcp_toolset') ?? [];
    const names = body.mcp_servers?.map((server) => server?.name) ?? [];
    body.mcp_servers?.forEach((server, index) => {
      const path = `mcp_servers.${index}`;
      if (names.indexOf(server?.name) < index) refuse(`${path}.name`, repeated(server.name));
      if (!`${server?.url}`.startsWith('https://')) refuse(`${path}.url`, insecure);
      const count = toolsets.filter((toolset) => toolset.mcp_server_name === server?.name).length;
      if (toolsets.length > 0 && count !== 1) refuse(path, miscounted(server?.name, count));
    });
    body.tools?.forEach((tool, index) => {
      if (tool.type !== 'mcp_toolset' || names.includes(tool.mcp_server_name)) return;
      refuse(`tools.${index}.mcp_server_name`, sentence(tool.mcp_server_name));
    });
  },
};

const sentence = <Name extends string>(name: Name) =>
  `mcp_toolset names ${name}, which is not among the MCP servers` as const;
const insecure = 'the url of an MCP server must start with https://';
const repeated = (name: string) => `MCP server names must be unique: ${name} is given twice`;
const miscounted = (name: string, count: number) => `MCP server ${name} needs one mcp_toolset, not ${count}`;

/** Refuses, when the request is built, a literal toolset that names none of the literal servers. */
export type McpToolsets<Named, Servers> = Named extends string
  ? string extends Named
    ? never
    : string extends Servers
      ? never
      : Named extends Servers
        ? never
        : ReturnType<typeof sentence<Named>>
  : never;

/** Refuses a literal URL without TLS. */
export type McpUrl<Url> = Url extends `http://${string}` ? typeof insecure : never;
