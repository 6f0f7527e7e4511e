/** What the API refuses and no rule looks at, since a source is missing or unsure, or only the API can know. */
export const notChecked = [
  [
    'the dates of a model',
    'A retired model, and fast speed after its last day, are for the API to refuse: dates move, and clocks differ. `findModel(id)` has them.',
  ],
  [
    'system messages on Claude Sonnet 5',
    'The sources disagree on whether it takes them inside the conversation.',
  ],
  [
    "thinking `display: 'updates'`",
    'Not every model shows updates; no source says that the others refuse the word.',
  ],
  ['fallbacks of Claude Opus 5.5 and Mythos 5', 'No source lists the models that they fall back to.'],
  ['models that this release does not know', 'As advisors and fallbacks they pass: the lists grow.'],
  [
    'newer versions of the web tools on Claude 4.5',
    '`web_search_20260209` and `web_fetch_20260209` are refused; no source speaks of the versions after them, nor of web tools on Claude Haiku 5.5.',
  ],
  [
    'computer tools on older models',
    'No source says which models before Claude 4.7 take `computer_toolset_20260801`, nor which newer ones still take `computer_20250124`.',
  ],
  [
    'a forced tool beside tools that code may call',
    '`tool_choice: any` with them is refused by one source and not mentioned by the others. Tools of MCP servers cannot be called by code; their toolset has no field that says so.',
  ],
  [
    'the tools of a pending call by code',
    'While code waits for a tool, the tools must be those of the request before, and about four minutes may pass.',
  ],
  [
    'the fixed fields of a thread',
    'Model, tools choice, thinking, servers, output configuration, context management and betas must be those of its first request, which is not in the request. `client.thread()` compares them, and begins another thread where one differs. Of the betas, clust names the same for all requests of a thread that you send yourself, but for those of `computer_2…` and of older tools: name these with `betas()` on each.',
  ],
  ['where a thread may not go', 'Organizations under HIPAA and inference hooks.'],
  ['data retention', 'Claude Fable 5.2 and Mythos 5.2 refuse organizations without retention of data.'],
  ['the signature and the prefix of thinking', 'Only the API can check what a thinking block was bound to.'],
  [
    'tokens, pages and pixels',
    'How long a prompt is, how many pages a PDF has, and how large the sides of an image are.',
  ],
  [
    'the compile time of a grammar',
    'Beside the published limits of strict schemas there is one that is not published.',
  ],
  ['the number of tools and of stop sequences', 'No source gives a limit.'],
];
