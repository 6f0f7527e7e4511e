/** The newest version of each server tool, the default of its function. */
export const newest = {
  advisor: '20260301',
  code_execution: '20260521',
  tool_search_tool_bm25: '20251119',
  tool_search_tool_regex: '20251119',
  web_fetch: '20260318',
  web_search: '20260318',
} as const;

export type Newest = typeof newest;

/** The `type` of the newest version of a tool. */
export type NewestType<Name extends keyof Newest> = `${Name}_${Newest[Name]}`;
