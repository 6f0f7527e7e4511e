/**
 * Translates a body of the Messages API to the source text of a `generateText()` call. Returns `undefined` if `ai` cannot
 * express the body: server tools and their blocks, two tools with the same name, and fields that have no setting.
 */
export function aiCall(body) {
  try {
    return `generateText({ ...common, ${Object.entries(body)
      .flatMap(([field, value]) => setting(field, value))
      .join(', ')}, ${providerOptions(body)} })`;
  } catch (error) {
    if (error instanceof Inexpressible) return undefined;
    throw error;
  }
}

class Inexpressible extends Error {}

const source = (value) => JSON.stringify(value);
const anthropicOptions = (options) =>
  Object.keys(options).length === 0 ? {} : { providerOptions: { anthropic: options } };

const names = {
  max_tokens: 'maxOutputTokens',
  temperature: 'temperature',
  top_p: 'topP',
  top_k: 'topK',
  stop_sequences: 'stopSequences',
};

function setting(field, value) {
  if (field === 'model') return [`model: anthropic(${source(value)})`];
  if (field in names) return [`${names[field]}: ${source(value)}`];
  if (field === 'system') return [`instructions: ${source(systemOf(value))}`];
  if (field === 'messages') return [`messages: ${messagesOf(value)}`];
  if (field === 'tools') return [`tools: ${toolsOf(value)}`];
  if (field === 'tool_choice') return toolChoiceOf(value);
  if (field in settingsOfProvider) return [];
  throw new Inexpressible(field);
}

const settingsOfProvider = {
  thinking: ({ budget_tokens, ...thinking }) => ({
    thinking: { ...thinking, ...(budget_tokens !== undefined && { budgetTokens: budget_tokens }) },
  }),
  output_config: ({ effort, ...others }) => {
    if (Object.keys(others).length > 0) throw new Inexpressible('output_config');
    return { effort };
  },
  cache_control: (cacheControl) => ({ cacheControl }),
  speed: (speed) => ({ speed }),
  inference_geo: (inferenceGeo) => ({ inferenceGeo }),
  fallbacks: (fallbacks) => ({ fallbacks }),
  compaction: (compaction) => ({ compaction }),
};

function providerOptions(body) {
  const options = Object.entries(settingsOfProvider).flatMap(([field, translate]) =>
    body[field] === undefined ? [] : Object.entries(translate(body[field])),
  );
  return `providerOptions: { anthropic: ${source(Object.fromEntries(options))} }`;
}

function systemOf(system) {
  if (typeof system === 'string') return system;
  return system.map((block) => {
    if (block.type !== 'text') throw new Inexpressible(block.type);
    return { role: 'system', content: block.text, ...cacheOf(block) };
  });
}

const cacheOf = ({ cache_control: cacheControl }) =>
  anthropicOptions(cacheControl === undefined ? {} : { cacheControl });

/** In `ai`, a tool result is part of a separate message with the role `tool`, and includes the name of its tool. */
function messagesOf(messages) {
  const toolNames = new Map(
    messages
      .flatMap(({ content }) => (Array.isArray(content) ? content : []))
      .filter(({ type }) => type === 'tool_use')
      .map(({ id, name }) => [id, name]),
  );
  const converted = messages.flatMap(({ role, content }) => {
    if (!['user', 'assistant', 'system'].includes(role)) throw new Inexpressible(role);
    if (!Array.isArray(content)) return [{ role, content }];
    if (role === 'system') throw new Inexpressible('blocks in a system message');
    const turns = [];
    for (const block of content) {
      const isResult = role === 'user' && block.type === 'tool_result';
      const turnRole = isResult ? 'tool' : role;
      const part = isResult ? resultOf(block, toolNames) : partOf(role, block);
      if (turns.at(-1)?.role === turnRole) turns.at(-1).content.push(part);
      else turns.push({ role: turnRole, content: [part] });
    }
    return turns.length === 0 ? [{ role, content: [] }] : turns;
  });
  return source(converted);
}

function partOf(role, block) {
  const cached = cacheOf(block);
  if (block.citations !== undefined) throw new Inexpressible('citations');
  if (block.type === 'text') return { type: 'text', text: block.text, ...cached };
  if (role === 'user' && block.type === 'image') return { ...fileOf(block.source, 'image/png'), ...cached };
  if (role === 'user' && block.type === 'document')
    return { ...fileOf(block.source, 'application/pdf'), ...cached };
  if (role === 'assistant' && block.type === 'tool_use')
    return { type: 'tool-call', toolCallId: block.id, toolName: block.name, input: block.input, ...cached };
  if (role === 'assistant' && block.type === 'thinking')
    return { type: 'reasoning', text: block.thinking, ...anthropicOptions({ signature: block.signature }) };
  throw new Inexpressible(block.type);
}

function fileOf({ type, media_type: mediaType, data, url }, anyMediaType) {
  if (type === 'base64') return { type: 'file', mediaType, data };
  if (type === 'url') return { type: 'file', mediaType: anyMediaType, data: url };
  throw new Inexpressible(type);
}

function resultOf(block, toolNames) {
  const { content = '', tool_use_id: toolCallId, is_error: isError } = block;
  if (typeof content !== 'string') throw new Inexpressible('blocks in a tool result');
  const output = { type: isError ? 'error-text' : 'text', value: content };
  return {
    type: 'tool-result',
    toolCallId,
    toolName: toolNames.get(toolCallId) ?? 'unknown',
    output,
    ...cacheOf(block),
  };
}

/** In `ai`, tools are an object keyed by name, so two tools cannot have the same name. */
function toolsOf(tools) {
  if (!Array.isArray(tools)) throw new Inexpressible('tools that are not an array');
  if (new Set(tools.map(({ name }) => name)).size < tools.length)
    throw new Inexpressible('two tools with the same name');
  const entries = tools.map(
    ({ type = 'custom', name, description, input_schema: schema, strict, ...others }) => {
      const { cache_control: cacheControl, defer_loading: deferLoading, ...unknown } = others;
      if (type !== 'custom' || schema === undefined || Object.keys(unknown).length > 0)
        throw new Inexpressible(`a tool of type ${type}`);
      const options = {
        ...(cacheControl !== undefined && { cacheControl }),
        ...(deferLoading !== undefined && { deferLoading }),
      };
      const settings = source({ description, strict, ...anthropicOptions(options) });
      return `${source(name)}: tool({ ...${settings}, inputSchema: jsonSchema(${source(schema)}) })`;
    },
  );
  return `{ ${entries.join(', ')} }`;
}

function toolChoiceOf({ type, name, ...others }) {
  if (Object.keys(others).length > 0) throw new Inexpressible('disable_parallel_tool_use');
  if (type === 'tool') return [`toolChoice: ${source({ type, toolName: name })}`];
  const choice = { auto: 'auto', any: 'required', none: 'none' }[type];
  if (choice === undefined) throw new Inexpressible(type);
  return [`toolChoice: ${source(choice)}`];
}
