/** How one member of a toolset is offered. */
export interface ToolsetMemberConfig {
  readonly enabled?: boolean | null | undefined;
  readonly defer_loading?: boolean | null | undefined;
}

/** The members that are not offered as they are by default. */
export type ToolsetConfigs<Member extends string> = {
  readonly [Name in Member]?: ToolsetMemberConfig | null | undefined;
};
