/** The lists of names: the title, how names are read from a type, the official type, and our type. */
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

/** The lists of `@ai-sdk/anthropic`: the title, and a type, or a pattern that finds the names in its code. */
export const aiLists = [
  ['models', 'Parameters<typeof anthropic>[0]'],
  ['betas', /["'`]([a-z0-9-]+-20\d\d-\d\d-\d\d)["'`]/g],
  ['tools', /["'`]((?:[a-z]+_)+20\d{6})["'`]/g],
];

/**
 * The types that are compared field by field: the title, the official type and our type. The official type of each field
 * must be assignable to ours.
 */
export const pairs = [
  ['request', 'BetaMessages.MessageCreateParamsNonStreaming', 'Clust.MessagesRequestBody'],
  ['tool', 'BetaMessages.BetaToolUnion', 'Clust.ToolParam'],
  ['message', 'BetaMessages.BetaMessage', 'Body.MessageBody'],
  ['block', 'BetaMessages.BetaContentBlock', 'Clust.ContentBlock'],
  ['event', 'BetaMessages.BetaRawMessageStreamEvent', 'Clust.MessageStreamEvent'],
  ['batch', 'Batches.MessageBatch', 'Batch.MessageBatchBody'],
  ['file', 'Files.FileMetadata', 'File.FileObject'],
  ['model', 'Models.ModelInfo', 'Info.ModelInfo'],
];
