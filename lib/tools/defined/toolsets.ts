import type { Cacheable } from '../../wire/cache-control.js';
import type { BrowserToolsetMember } from '../../wire/tools/browser-toolset.js';
import type { ComputerToolsetMember } from '../../wire/tools/computer-toolset.js';
import type { ToolsetMemberConfig } from '../../wire/tools/toolset-member.js';
import type { Tool, ToolContext, ToolHandler } from '../tool.js';
import { clientTool } from './client-tool.js';
import { browserMembers, computerMembers } from './toolset-members.js';

/** The input of a toolset member. */
export interface ToolsetInput {
  readonly [argument: string]: unknown;
}

/** One handler for each member. Members without a handler are not offered to the model. */
export type ToolsetHandlers<Member extends string> = {
  readonly [Name in Member]?: ToolHandler<ToolsetInput>;
};

/** The fields of a toolset beside its type. */
export interface ToolsetOptions<Member extends string> extends Cacheable {
  readonly configs?: { readonly [Name in Member]?: ToolsetMemberConfig } | undefined;
}

/**
 * A screen, a mouse and a keyboard that you run, with one member for each action. The calls of an answer run one after
 * the other. Results are text and images.
 *
 * Sends `{"type": "computer_toolset_20260801"}` and the options. Members without a handler are disabled.
 *
 * @example
 * ```ts
 * import { computerToolset, image } from 'clust';
 *
 * declare const screen: { capture(): Promise<Uint8Array>; click(x: number, y: number): Promise<void> };
 *
 * const computer = computerToolset({
 *   screenshot: async () => image(await screen.capture()),
 *   left_click: async ({ coordinate }) => {
 *     if (Array.isArray(coordinate)) await screen.click(Number(coordinate[0]), Number(coordinate[1]));
 *   },
 * });
 * ```
 */
export function computerToolset(
  handlers: ToolsetHandlers<ComputerToolsetMember>,
  options: ToolsetOptions<ComputerToolsetMember> = {},
): Tool {
  const definition = {
    type: 'computer_toolset_20260801',
    ...withUnhandledDisabled(handlers, options, computerMembers),
  } as const;
  return clientTool(definition, 'computer', anyInput, dispatch(handlers));
}

/**
 * A browser that you run, with one member for each action. The calls of an answer run one after the other. Results are
 * text and images.
 *
 * Sends `{"type": "browser_toolset_20260801"}` and the options. Members without a handler are disabled.
 *
 * @example
 * ```ts
 * import { browserToolset } from 'clust';
 *
 * const browser = browserToolset({
 *   navigate: async ({ url }) => `You are at ${url}.`,
 *   get_page_text: async () => 'The page is empty.',
 * });
 * ```
 */
export function browserToolset(
  handlers: ToolsetHandlers<BrowserToolsetMember>,
  options: ToolsetOptions<BrowserToolsetMember> = {},
): Tool {
  const definition = {
    type: 'browser_toolset_20260801',
    ...withUnhandledDisabled(handlers, options, browserMembers),
  } as const;
  return clientTool(definition, 'browser', anyInput, dispatch(handlers));
}

const anyInput = { type: 'object' } as const;

/** The options, with the members without a handler disabled. */
function withUnhandledDisabled<Member extends string>(
  handlers: ToolsetHandlers<Member>,
  options: ToolsetOptions<Member>,
  members: Record<Member, true>,
): ToolsetOptions<Member> {
  const configs: Record<string, ToolsetMemberConfig> = { ...options.configs };
  for (const member of Object.keys(members)) {
    if (!Object.hasOwn(handlers, member)) configs[member] = { ...configs[member], enabled: false };
  }
  // Its keys are those of `members`.
  return { ...options, configs: configs as ToolsetOptions<Member>['configs'] };
}

/** Calls the handler of the member that the call names. */
function dispatch(handlers: { readonly [member: string]: ToolHandler<ToolsetInput> | undefined }) {
  return (input: ToolsetInput, context: ToolContext): unknown => {
    const member = context.toolUse?.name ?? '';
    const handler = Object.hasOwn(handlers, member) ? handlers[member] : undefined;
    if (handler === undefined)
      throw new Error(`There is no ${member}. There are: ${Object.keys(handlers).join(', ')}.`);
    return handler(input, context);
  };
}
