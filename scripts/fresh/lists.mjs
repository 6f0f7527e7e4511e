/** Each list of names: what it is called, how a name is read from a type, the official type, and ours. */
export const lists = [
  ['models', 'strings', 'Messages.Model', 'keyof Catalogue'],
  ['betas', 'strings', 'AnthropicBeta', 'Clust.AnthropicBeta'],
  ['stop reasons', 'strings', 'BetaMessages.BetaStopReason', 'Clust.StopReason'],
  ['error types', 'strings', 'ErrorType', 'Clust.ApiErrorType'],
  ['request fields', 'fields', 'BetaMessages.MessageCreateParamsNonStreaming', 'Clust.MessagesRequestBody'],
  ['content blocks', 'types', 'BetaMessages.BetaContentBlock', 'Clust.ContentBlock'],
  ['tools', 'types', 'BetaMessages.BetaToolUnion', 'Clust.ToolParam'],
  ['events', 'types', 'BetaMessages.BetaRawMessageStreamEvent', 'Clust.MessageStreamEvent'],
];

/** The same names in `@ai-sdk/anthropic`: a type, or a pattern for texts of its program. */
export const aiLists = [
  ['models', 'Parameters<typeof anthropic>[0]'],
  ['betas', /["'`]([a-z0-9-]+-20\d\d-\d\d-\d\d)["'`]/g],
  ['tools', /["'`]((?:[a-z]+_)+20\d{6})["'`]/g],
];

/**
 * Types that are compared field by field: what it is called, the official type and ours. `takes` asks that what the
 * official SDK lets one write is taken here; `gives`, that what the SDK says of an answer is what clust says of it.
 */
export const pairs = [
  ['request', 'takes', 'BetaMessages.MessageCreateParamsNonStreaming', 'Clust.MessagesRequestBody'],
  ['tool', 'takes', 'BetaMessages.BetaToolUnion', 'Clust.ToolParam'],
  ['message', 'gives', 'BetaMessages.BetaMessage', 'Body.MessageBody'],
  ['block', 'gives', 'BetaMessages.BetaContentBlock', 'Clust.ContentBlock'],
  ['event', 'gives', 'BetaMessages.BetaRawMessageStreamEvent', 'Clust.MessageStreamEvent'],
  ['batch', 'gives', 'Batches.MessageBatch', 'Batch.MessageBatchBody'],
  ['file', 'gives', 'Files.FileMetadata', 'File.FileObject'],
  ['model', 'gives', 'Models.ModelInfo', 'Info.ModelInfo'],
];
