/** The settings of one member of a toolset. */
export interface ToolsetMemberConfig {
  readonly enabled?: boolean | null | undefined;
  readonly defer_loading?: boolean | null | undefined;
}

/** The members whose settings differ from the default. */
export type ToolsetConfigs<Member extends string> = {
  readonly [Name in Member]?: ToolsetMemberConfig | null | undefined;
};
