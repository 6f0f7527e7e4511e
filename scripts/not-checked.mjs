/** Requests that the API rejects and that no rule checks, because a source is missing or uncertain, or because only the API can know. */
export const notChecked = [
  [
    'the dates of a model',
    'The API refuses a retired model, and fast speed after its last day. clust does not, because dates move and clocks differ. `findModel(id)` has the dates.',
  ],
  [
    'system messages on Claude Sonnet 5',
    'The sources disagree on whether it accepts them inside the conversation.',
  ],
  [
    "thinking `display: 'updates'`",
    'Not every model shows updates; no source says that the others refuse this value.',
  ],
  ['fallbacks of Claude Opus 5.5 and Mythos 5', 'No source lists their permitted fallback models.'],
  [
    'models that this release does not know',
    'clust accepts them as advisors and fallbacks, because the lists grow.',
  ],
  [
    'newer versions of the web tools on Claude 4.5',
    'clust refuses `web_search_20260209` and `web_fetch_20260209`; no source mentions the versions after them, or web tools on Claude Haiku 5.5.',
  ],
  [
    'computer tools on older models',
    'No source says which models before Claude 4.7 accept `computer_toolset_20260801`, or which newer models still accept `computer_20250124`.',
  ],
  [
    'a forced tool beside tools that code may call',
    'One source says that the API refuses `tool_choice: any` with such tools; the others do not mention it. Code cannot call tools of MCP servers, but their toolset has no field that says so.',
  ],
  [
    'the tools of a pending call by code',
    'While code waits for a tool, the tools must be those of the previous request, and at most about four minutes may pass.',
  ],
  [
    'the fixed fields of a thread',
    'Model, tool choice, thinking, servers, output configuration, context management and betas must be those of the first request of the thread, which a later request does not contain. `client.thread()` compares them, and begins another thread if one differs. If you send the requests of a thread yourself, clust sends the same betas with all of them, except those of `computer_2…` and of older tools: add these with `betas()` to each request.',
  ],
  ['where threads are not available', 'Organizations under HIPAA and inference hooks cannot use them.'],
  ['data retention', 'Claude Fable 5.2 and Mythos 5.2 refuse organizations without data retention.'],
  [
    'the signature and the prefix of thinking',
    'Only the API can check whether a thinking block belongs to the turns before it.',
  ],
  [
    'tokens, pages and pixels',
    'clust does not count the tokens of a prompt, the pages of a PDF or the pixels of an image.',
  ],
  [
    'the compile time of a grammar',
    'Strict schemas have a limit that is not published, in addition to the published ones.',
  ],
  ['the number of tools and of stop sequences', 'No source gives a limit.'],
];
