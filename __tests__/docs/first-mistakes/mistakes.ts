/** A mistake that new users make, and its errors. */
export interface Mistake {
  readonly theme: string;
  /** An expression. Its scope is `setting.ts`. */
  readonly code: string;
  /** The first line of the error of TypeScript 6.0, if the compiler can find the mistake. */
  readonly compiler?: string;
  /** The name and the first lines of the error that a JavaScript program gets. */
  readonly runtime?: string;
  /** A correct expression, for mistakes without an error message of clust. */
  readonly instead?: string;
}

export const mistakes: readonly Mistake[] = [
  {
    theme: 'Models',
    code: "MessagesRequestBuilder.create('claude-sonnet-4.5')",
    compiler: `Argument of type 'string' is not assignable to parameter of type 'Because<"clust does not know the model claude-sonnet-4.5: use defineModel() for a model newer than this release">'.`,
    runtime:
      'ValidationError: model: clust does not know the model claude-sonnet-4.5: use defineModel() for a model newer than this release. Did you mean "claude-sonnet-4-5"?',
  },
  {
    theme: 'Models',
    code: "MessagesRequestBuilder.create('gpt-4o')",
    compiler: `Argument of type 'string' is not assignable to parameter of type 'Because<"clust does not know the model gpt-4o: use defineModel() for a model newer than this release">'.`,
    runtime:
      'ValidationError: model: clust does not know the model gpt-4o: use defineModel() for a model newer than this release',
  },
  {
    theme: 'Models',
    code: 'MessagesRequestBuilder.create()',
    compiler: 'Expected 1-2 arguments, but got 0.',
    runtime: 'ValidationError: model: a model is an id, ClaudeModel.X, or what defineModel() returned',
  },
  {
    theme: 'Models',
    code: "MessagesRequestBuilder.create({ model: 'claude-haiku-4-5' })",
    compiler:
      "Object literal may only specify known properties, and 'model' does not exist in type 'DefinedModel<ModelDefinition>'.",
    runtime: 'ValidationError: model: a model is an id, ClaudeModel.X, or what defineModel() returned',
  },
  {
    theme: 'Models',
    code: "b.model('claude-opus-55')",
    compiler: `Argument of type 'string' is not assignable to parameter of type 'Because<"clust does not know the model claude-opus-55: use defineModel() for a model newer than this release">'.`,
    runtime:
      'ValidationError: model: clust does not know the model claude-opus-55: use defineModel() for a model newer than this release. Did you mean "claude-opus-5-5"?',
  },
  {
    theme: 'Models',
    code: "new MessagesRequestBuilder('claude-haiku-4-5')",
    compiler: 'This expression is not constructable.',
    instead: "MessagesRequestBuilder.create('claude-haiku-4-5')",
  },
  {
    theme: 'Models',
    code: "defineModel({ id: 'team/fast' })",
    compiler: `Object literal may only specify known properties, and 'id' does not exist in type 'Because<"a model needs maxOutputTokens, or like: the id of a known model">'.`,
    runtime:
      'ValidationError: maxOutputTokens: a model needs maxOutputTokens, or like: the id of a known model',
  },
  {
    theme: 'Models',
    code: "defineModel({ id: 'team/fast', maxOutputTokens: 8192, maxTokens: 8192 })",
    compiler: `Type 'number' is not assignable to type 'Because<"maxTokens must be left out: no model has such a trait">'.`,
    runtime: 'ValidationError: maxTokens: maxTokens must be left out: no model has such a trait',
  },
  {
    theme: 'Models',
    code: "defineModel({ id: 'team/fast', maxOutputTokens: 8192, efort: ['low'] })",
    compiler: `Property '[why]' is missing in type 'string[]' but required in type 'Because<"efort must be left out: no model has such a trait">'.`,
    runtime: 'ValidationError: efort: efort must be left out: no model has such a trait',
  },
  {
    theme: 'Models',
    code: "defineModel({ id: 'team/fast', maxOutputTokens: '8192' })",
    compiler: "Type 'string' is not assignable to type 'number'.",
    runtime: 'ValidationError: maxOutputTokens: maxOutputTokens must be a whole number above 0',
  },
  {
    theme: 'Models',
    code: "defineModel(findModel('claude-' + 'none'))",
    compiler:
      "Argument of type 'ModelSpec | undefined' is not assignable to parameter of type 'AnyDefinition'.",
    runtime:
      'ValidationError: defineModel() takes an object: findModel() gives none for an id that this release does not know',
  },
  {
    theme: 'Limits',
    code: 'b.maxTokens(200_000)',
    compiler: `Argument of type '200000' is not assignable to parameter of type '"claude-sonnet-4-6 generates at most 128000 tokens, not 200000"'.`,
  },
  {
    theme: 'Limits',
    code: "b.maxTokens('1024')",
    compiler: `Argument of type '"1024"' is not assignable to parameter of type '"a number that is known only at run time goes through MaxTokens.of(model, n)"'.`,
  },
  {
    theme: 'Limits',
    code: 'b.maxTokens(1024.5)',
    compiler: `Argument of type '1024.5' is not assignable to parameter of type '"max_tokens takes a whole number of tokens, 0 or more, not 1024.5"'.`,
  },
  {
    theme: 'Limits',
    code: 'b.maxTokens(-1)',
    compiler: `Argument of type '-1' is not assignable to parameter of type '"max_tokens takes a whole number of tokens, 0 or more, not -1"'.`,
  },
  {
    theme: 'Limits',
    code: 'b.max_tokens(1024)',
    compiler: `Property 'max_tokens' does not exist on type 'MessagesRequestBuilder<{ readonly model: "claude-sonnet-4-6"; readonly maxTokens: 1024; }, "no turns">'. Did you mean 'maxTokens'?`,
    instead: 'b.maxTokens(1024)',
  },
  {
    theme: 'Limits',
    code: 'MaxTokens.of(1024)',
    compiler: 'Expected 2 arguments, but got 1.',
    runtime: 'ValidationError: model: a model is an id, ClaudeModel.X, or what defineModel() returned',
    instead: "MaxTokens.of('claude-haiku-4-5', 1024)",
  },
  {
    theme: 'Limits',
    code: "MaxTokens.of('claude-haiku-4-5', 64_001)",
    compiler: `Argument of type '64001' is not assignable to parameter of type '"claude-haiku-4-5 generates at most 64000 tokens, not 64001"'.`,
    runtime: 'ValidationError: max_tokens: claude-haiku-4-5 generates at most 64000 tokens, not 64001',
  },
  {
    theme: 'Limits',
    code: "MessagesRequestBuilder.create('claude-haiku-4-5').user('Hi').build()",
    compiler: `The 'this' context of type 'MessagesRequestBuilder<{ readonly model: "claude-haiku-4-5"; }, "user">' is not assignable to method's 'this' of type '"build() needs maxTokens()"'.`,
    runtime: 'ValidationError: max_tokens: build() needs maxTokens()',
  },
  {
    theme: 'Limits',
    code: 'b.build()',
    compiler: `The 'this' context of type 'MessagesRequestBuilder<{ readonly model: "claude-sonnet-4-6"; readonly maxTokens: 1024; }, "no turns">' is not assignable to method's 'this' of type '"build() needs user()"'.`,
    runtime: 'ValidationError: messages: build() needs user()',
  },
  {
    theme: 'Turns',
    code: "b.user(['Hi']).build()",
    compiler: `Argument of type 'string[]' is not assignable to parameter of type 'Because<"blocks are objects: write { type: 'text', text } for each text, or one string">'.`,
    runtime:
      "ValidationError: messages.0.content.0: blocks are objects: write { type: 'text', text } for each text, or one string",
  },
  {
    theme: 'Turns',
    code: "b.user({ content: 'Hi' }).build()",
    compiler: `Object literal may only specify known properties, and 'content' does not exist in type 'Because<"content is a string, a block or blocks: messages() takes { role, content }">'.`,
    runtime:
      'ValidationError: messages.0.content.0: content is a string, a block or blocks: messages() takes { role, content }',
  },
  {
    theme: 'Turns',
    code: "b.user({ role: 'user', content: 'Hi' }).build()",
    compiler: `Object literal may only specify known properties, and 'role' does not exist in type 'Because<"content is a string, a block or blocks: messages() takes { role, content }">'.`,
    runtime:
      'ValidationError: messages.0.content.0: content is a string, a block or blocks: messages() takes { role, content }',
  },
  {
    theme: 'Turns',
    code: 'b.user(undefined).build()',
    compiler: `Argument of type 'undefined' is not assignable to parameter of type 'Because<"content is a string, a block or blocks, and this may be undefined or null">'.`,
    runtime:
      'ValidationError: messages.0.content.0: content is a string, a block or blocks, and this may be undefined or null',
  },
  {
    theme: 'Turns',
    code: 'b.user(null).build()',
    compiler: `Argument of type 'null' is not assignable to parameter of type 'Because<"content is a string, a block or blocks, and this may be undefined or null">'.`,
    runtime:
      'ValidationError: messages.0.content.0: content is a string, a block or blocks, and this may be undefined or null',
  },
  {
    theme: 'Turns',
    code: "b.user('').build()",
    compiler: `Argument of type 'string' is not assignable to parameter of type 'Because<"text must contain a character that is not white space">'.`,
    runtime: 'ValidationError: messages.0.content: text must contain a character that is not white space',
  },
  {
    theme: 'Turns',
    code: "b.user('   ').build()",
    compiler: `Argument of type 'string' is not assignable to parameter of type 'Because<"text must contain a character that is not white space">'.`,
    runtime: 'ValidationError: messages.0.content: text must contain a character that is not white space',
  },
  {
    theme: 'Turns',
    code: 'b.user([]).build()',
    compiler: `Argument of type 'never[]' is not assignable to parameter of type 'Because<"a turn needs content: give it text or a block">'.`,
    runtime: 'ValidationError: messages.0.content: a turn needs content: give it text or a block',
  },
  {
    theme: 'Turns',
    code: "b.system(['Be brief.']).user('Hi').build()",
    compiler: `Argument of type 'string[]' is not assignable to parameter of type 'Because<"blocks are objects: write { type: 'text', text } for each text, or one string">'.`,
    runtime:
      "ValidationError: system.0: blocks are objects: write { type: 'text', text } for each text, or one string",
  },
  {
    theme: 'Turns',
    code: "b.system({ content: 'Be brief.' }).user('Hi').build()",
    compiler: `Object literal may only specify known properties, and 'content' does not exist in type 'Because<"content is a string, a block or blocks: messages() takes { role, content }">'.`,
    runtime:
      'ValidationError: system.0: content is a string, a block or blocks: messages() takes { role, content }',
  },
  {
    theme: 'Turns',
    code: "b.user([{ type: 'thinking', thinking: 'Hm', signature: 's' }]).build()",
    compiler: `Type 'string' is not assignable to type 'Because<"a turn of the user takes no thinking block">'.`,
    runtime: 'ValidationError: messages.0.content.0: a turn of the user takes no thinking block',
  },
  {
    theme: 'Turns',
    code: "b.user('Hi').assistant('The answer is ').build()",
    compiler: `The 'this' context of type 'MessagesRequestBuilder<{ readonly model: "claude-sonnet-4-6"; readonly maxTokens: 1024; }, "assistant, ending in white space">' is not assignable to method's 'this' of type '"claude-sonnet-4-6 takes no prefill: end the conversation with user()"'.`,
    runtime:
      'ValidationError: messages.1: claude-sonnet-4-6 takes no prefill: end the conversation with user()',
  },
  {
    theme: 'Turns',
    code: "b.messages('Hi').build()",
    compiler: "Argument of type 'string' is not assignable to parameter of type 'readonly TurnArgument[]'.",
    runtime: 'ValidationError: messages: messages must be list',
    instead: "b.user('Hi').build()",
  },
  {
    theme: 'Turns',
    code: "b.messages({ role: 'user', content: 'Hi' }).build()",
    compiler:
      "Object literal may only specify known properties, and 'role' does not exist in type 'readonly TurnArgument[]'.",
    runtime: 'ValidationError: messages: messages must be list',
    instead: "b.messages([{ role: 'user', content: 'Hi' }]).build()",
  },
  {
    theme: 'Turns',
    code: 'b.messages([]).build()',
    compiler: `Argument of type 'never[]' is not assignable to parameter of type 'Because<"a conversation needs a turn: messages must not be empty">'.`,
    runtime: 'ValidationError: messages: a conversation needs a turn: messages must not be empty',
  },
  {
    theme: 'Turns',
    code: "b.messages([{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'Hi' }]).build()",
    compiler: `Type '"system"' is not assignable to type '"user" | "assistant" | Because<"a system message cannot open the conversation: use system()">'.`,
    runtime: 'ValidationError: messages.0: a system message cannot open the conversation: use system()',
  },
  {
    theme: 'Turns',
    code: "b.messages([{ role: 'tool', content: 'mild' }]).build()",
    compiler: `Type '"tool"' is not assignable to type '"user" | "assistant" | "system"'.`,
    runtime:
      "ValidationError: messages.0.role: the Claude API has no message of role tool: write { role: 'user', content: [{ type: 'tool_result', tool_use_id, content }] }",
  },
  {
    theme: 'Turns',
    code: "b.messages([{ role: 'user', content: 'Hi', id: 'msg_1' }]).build()",
    compiler: `Type 'string' is not assignable to type 'Because<"a message has no field id">'.`,
    runtime: 'ValidationError: messages.0.id: a message has no field id',
  },
  {
    theme: 'Turns',
    code: "b.messages([{ role: 'user', content: 'Hi' }, message, { role: 'user', content: 'And?' }]).build()",
    compiler: `Property '[why]' is missing in type 'MessageResponse<unknown>' but required in type 'Because<"this is an answer: use assistant() or toMessage()">'.`,
    runtime: 'ValidationError: messages.1: this is an answer: use assistant() or toMessage()',
  },
  {
    theme: 'Turns',
    code: 'b.user(message).build()',
    compiler: `Argument of type 'MessageResponse<unknown>' is not assignable to parameter of type 'Because<"this is an answer: use assistant() or toMessage()">'.`,
    runtime: 'ValidationError: messages.0.content.0: this is an answer: use assistant() or toMessage()',
  },
  {
    theme: 'Turns',
    code: "b.user(Promise.resolve('Hi')).build()",
    compiler: `Argument of type 'Promise<string>' is not assignable to parameter of type 'Because<"content is a string, a block or blocks: is an await missing?">'.`,
    runtime: 'ValidationError: messages.0.content.0.type: messages.0.content.0.type must be text',
  },
  {
    theme: 'Turns',
    code: "b.user('Hi').assistant(Promise.resolve(message)).user('And?').build()",
    compiler: `Argument of type 'Promise<MessageResponse<unknown>>' is not assignable to parameter of type 'Because<"content is a string, a block or blocks: is an await missing?">'.`,
    runtime: 'ValidationError: messages.1.content.0.type: messages.1.content.0.type must be text',
  },
  {
    theme: 'Turns',
    code: "b.user(['a.txt'].map(async (name) => text(name))).build()",
    compiler: `Argument of type 'Promise<TextContent<string>>[]' is not assignable to parameter of type 'Because<"content is a string, a block or blocks: is an await missing?">'.`,
    runtime: 'ValidationError: messages.0.content.0.type: messages.0.content.0.type must be text',
  },
  {
    theme: 'Turns',
    code: "b.message('Hi')",
    compiler: `Property 'message' does not exist on type 'MessagesRequestBuilder<{ readonly model: "claude-sonnet-4-6"; readonly maxTokens: 1024; }, "no turns">'. Did you mean 'messages'?`,
    instead: "b.user('Hi')",
  },
  {
    theme: 'Turns',
    code: "b.prompt('Hi')",
    compiler: `Property 'prompt' does not exist on type 'MessagesRequestBuilder<{ readonly model: "claude-sonnet-4-6"; readonly maxTokens: 1024; }, "no turns">'.`,
    instead: "b.user('Hi')",
  },
  {
    theme: 'Turns',
    code: "b.user(image('beach.jpg')).build()",
    runtime: 'ValidationError: source: image() reads no files: give the bytes of one',
  },
  {
    theme: 'Turns',
    code: "b.user(image('not an image')).build()",
    runtime:
      'ValidationError: source: the data is not an image that the API reads: give image/jpeg, image/png, image/gif and image/webp',
  },
  {
    theme: 'Turns',
    code: "b.user(document('report.pdf')).build()",
    compiler: "Argument of type 'string' is not assignable to parameter of type 'DocumentInput'.",
    runtime:
      'ValidationError: source: document() takes the bytes of a PDF, { text }, { url }, { file_id } or { content }',
  },
  {
    theme: 'Turns',
    code: "text('')",
    compiler: `Argument of type 'string' is not assignable to parameter of type 'Because<"text must contain a character that is not white space">'.`,
    runtime: 'ValidationError: text: text must contain a character that is not white space',
  },
  {
    theme: 'Sampling',
    code: "b.temperature(1.5).user('Hi').build()",
    compiler: `Argument of type '1.5' is not assignable to parameter of type '"temperature must be between 0 and 1, not 1.5"'.`,
    runtime: 'ValidationError: temperature: temperature must be between 0 and 1, not 1.5',
  },
  {
    theme: 'Sampling',
    code: "b.temperature('0.5').user('Hi').build()",
    compiler: "Argument of type 'string' is not assignable to parameter of type 'number'.",
    runtime: 'ValidationError: temperature: temperature must be number',
  },
  {
    theme: 'Sampling',
    code: "b.temperature(0.5).topP(0.9).user('Hi').build()",
    compiler: `Argument of type '0.9' is not assignable to parameter of type '"claude-sonnet-4-6 takes temperature or top_p, not both"'.`,
    runtime: 'ValidationError: top_p: claude-sonnet-4-6 takes temperature or top_p, not both',
  },
  {
    theme: 'Sampling',
    code: "b.topP(2).user('Hi').build()",
    compiler: `Argument of type '2' is not assignable to parameter of type '"top_p must be between 0 and 1, not 2"'.`,
    runtime: 'ValidationError: top_p: top_p must be between 0 and 1, not 2',
  },
  {
    theme: 'Sampling',
    code: "b.topK(0.5).user('Hi').build()",
    compiler: `Argument of type '0.5' is not assignable to parameter of type '"top_k takes a whole number, 0 or more, not 0.5"'.`,
    runtime: 'ValidationError: top_k: top_k takes a whole number, 0 or more, not 0.5',
  },
  {
    theme: 'Sampling',
    code: "MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(64).temperature(0.5).user('Hi').build()",
    compiler: `Argument of type '0.5' is not assignable to parameter of type '"claude-opus-5-5 rejects temperature, top_p and top_k"'.`,
    runtime: 'ValidationError: temperature: claude-opus-5-5 rejects temperature, top_p and top_k',
  },
  {
    theme: 'Sampling',
    code: "b.stopSequences(['END']).user('Hi').build()",
    compiler: "Argument of type 'string[]' is not assignable to parameter of type 'string'.",
    runtime: 'ValidationError: stop_sequences.0: stop_sequences.0 must be text',
    instead: "b.stopSequences('END').user('Hi').build()",
  },
  {
    theme: 'Sampling',
    code: "b.stopSequences(' ').user('Hi').build()",
    compiler: `Argument of type 'string' is not assignable to parameter of type 'Because<"a stop sequence needs a character that is not white space">'.`,
    runtime: 'ValidationError: stop_sequences.0: a stop sequence needs a character that is not white space',
  },
  {
    theme: 'Sampling',
    code: 'Temperature.of(2)',
    compiler: `Argument of type '2' is not assignable to parameter of type '"temperature must be between 0 and 1, not 2"'.`,
    runtime: 'ValidationError: temperature: temperature must be between 0 and 1, not 2',
  },
  {
    theme: 'Sampling',
    code: "client.createMessage(b.temperature(0.5).user('Hi').build())",
    compiler: `Argument of type 'MessagesRequest<{ readonly model: "claude-sonnet-4-6"; readonly maxTokens: 1024; readonly temperature: 0.5; }>' is not assignable to parameter of type '"API version 2026-10-21 takes no temperature, top_p or top_k: remove them, or build the client with Version.V2023_06_01"'.`,
    runtime:
      'ValidationError: temperature: API version 2026-10-21 takes no temperature, top_p or top_k: remove them, or build the client with Version.V2023_06_01',
  },
  {
    theme: 'Thinking and effort',
    code: "b.thinking(true).user('Hi').build()",
    compiler: `Argument of type 'boolean' is not assignable to parameter of type 'Because<"thinking takes 'adaptive', 'disabled', 'between_tools' or { type: 'enabled', budget_tokens }">'.`,
    runtime:
      "ValidationError: thinking: thinking takes 'adaptive', 'disabled', 'between_tools' or { type: 'enabled', budget_tokens }",
  },
  {
    theme: 'Thinking and effort',
    code: "b.thinking('enabled').user('Hi').build()",
    compiler: `Argument of type '"enabled"' is not assignable to parameter of type '"adaptive" | "disabled" | Because<"thinking enabled needs budget_tokens, at least 1024 and below max_tokens">'.`,
    runtime:
      'ValidationError: thinking.budget_tokens: thinking enabled needs budget_tokens, at least 1024 and below max_tokens',
  },
  {
    theme: 'Thinking and effort',
    code: "b.thinking({ type: 'enabled' }).user('Hi').build()",
    compiler: `Argument of type '{ type: "enabled"; }' is not assignable to parameter of type 'ThinkingInstead<"thinking enabled needs budget_tokens, at least 1024 and below max_tokens", "adaptive" | "enabled" | "disabled", { readonly type: "enabled"; }>'.`,
    runtime:
      'ValidationError: thinking.budget_tokens: thinking enabled needs budget_tokens, at least 1024 and below max_tokens',
  },
  {
    theme: 'Thinking and effort',
    code: "b.thinking({ type: 'enabled', budget_tokens: 2048 }).user('Hi').build()",
    compiler: `The 'this' context of type 'MessagesRequestBuilder<{ readonly model: "claude-sonnet-4-6"; readonly maxTokens: 1024; readonly thinking: { readonly type: "enabled"; readonly budget_tokens: 2048; }; }, "user">' is not assignable to method's 'this' of type '"thinking budget 2048 must be below max_tokens 1024"'.`,
    runtime: 'ValidationError: thinking.budget_tokens: thinking budget 2048 must be below max_tokens 1024',
  },
  {
    theme: 'Thinking and effort',
    code: "b.thinking({ type: 'enabled', budget_tokens: 100 }).user('Hi').build()",
    compiler: `Type 'number' is not assignable to type 'Because<"thinking budget 100 is below 1024, the least that the API takes">'.`,
    runtime:
      'ValidationError: thinking.budget_tokens: thinking budget 100 is below 1024, the least that the API takes',
  },
  {
    theme: 'Thinking and effort',
    code: "b.thinking({ type: 'enabled', budgetTokens: 2048 }).user('Hi').build()",
    compiler: `Object literal may only specify known properties, but 'budgetTokens' does not exist in type 'ThinkingInstead<"thinking enabled needs budget_tokens, at least 1024 and below max_tokens", "adaptive" | "enabled" | "disabled", { readonly type: "enabled"; readonly budgetTokens: 2048; }>'. Did you mean to write 'budget_tokens'?`,
    runtime: 'ValidationError: thinking.budgetTokens: write budget_tokens, not budgetTokens',
  },
  {
    theme: 'Thinking and effort',
    code: "MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(64).thinking('disabled').user('Hi').build()",
    compiler: `Argument of type '"disabled"' is not assignable to parameter of type '"adaptive" | Because<"claude-opus-5-5 does not take thinking of type disabled">'.`,
    runtime: 'ValidationError: thinking.type: claude-opus-5-5 does not take thinking of type disabled',
  },
  {
    theme: 'Thinking and effort',
    code: "b.effort('maximum').user('Hi').build()",
    compiler: `Argument of type '"maximum"' is not assignable to parameter of type '"low" | "medium" | "high" | "max" | Because<"claude-sonnet-4-6 does not take effort xhigh">'.`,
    runtime: 'ValidationError: output_config.effort: claude-sonnet-4-6 does not take effort maximum',
    instead: "b.effort('max').user('Hi').build()",
  },
  {
    theme: 'Thinking and effort',
    code: "b.effort(3).user('Hi').build()",
    compiler: `Argument of type '3' is not assignable to parameter of type '"low" | "medium" | "high" | "max" | Because<"claude-sonnet-4-6 does not take effort xhigh">'.`,
    runtime: 'ValidationError: output_config.effort: claude-sonnet-4-6 does not take effort 3',
    instead: "b.effort('high').user('Hi').build()",
  },
  {
    theme: 'Thinking and effort',
    code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(64).effort('low').user('Hi').build()",
    compiler: `Argument of type 'string' is not assignable to parameter of type 'Because<"claude-haiku-4-5 has no effort setting: leave effort out">'.`,
    runtime:
      'ValidationError: output_config.effort: claude-haiku-4-5 has no effort setting: leave effort out',
  },
  {
    theme: 'Tools',
    code: "b.tools([weather]).user('Hi').build()",
    compiler: `Argument of type 'Tool<"get_weather", { city: string; }>[]' is not assignable to parameter of type 'Because<"this is a list: give its tools one by one, tools(...list)">'.`,
    runtime: 'ValidationError: tools.0: tools.0 is a list: give its tools one by one, tools(...list)',
  },
  {
    theme: 'Tools',
    code: "b.tools(list).user('Hi').build()",
    compiler: `Argument of type 'Tool<"get_weather", { city: string; }>[]' is not assignable to parameter of type 'Because<"this is a list: give its tools one by one, tools(...list)">'.`,
    runtime: 'ValidationError: tools.0: tools.0 is a list: give its tools one by one, tools(...list)',
  },
  {
    theme: 'Tools',
    code: "b.tools({ weather }).user('Hi').build()",
    compiler:
      "Object literal may only specify known properties, and 'weather' does not exist in type 'Because<\"these are tools by name: pass the tools as arguments, tools(weather)\">'.",
    runtime: 'ValidationError: tools.0: these are tools by name: pass the tools as arguments, tools(weather)',
  },
  {
    theme: 'Tools',
    code: "b.tools({ type: 'function', function: { name: 'get_weather', parameters: { type: 'object' } } }).user('Hi').build()",
    compiler: `Type 'string' is not assignable to type 'Because<"the Claude API has no tool of type function: write { name, description, input_schema }">'.`,
    runtime:
      'ValidationError: tools.0: the Claude API has no tool of type function: write { name, description, input_schema }',
  },
  {
    theme: 'Tools',
    code: "b.tools({ name: 'get weather', input_schema: { type: 'object' } }).user('Hi').build()",
    compiler: `Type 'string' is not assignable to type 'Because<"a tool name has 1 to 128 letters, digits, _ and -, not get weather">'.`,
    runtime:
      'ValidationError: tools.0.name: a tool name has 1 to 128 letters, digits, _ and -, not get weather',
  },
  {
    theme: 'Tools',
    code: "b.tools({ name: 'get_weather', input_schema: { type: 'string' } }).user('Hi').build()",
    compiler: `Object literal may only specify known properties, and 'type' does not exist in type 'Because<"the input_schema of a tool must have type object at its root">'.`,
    runtime:
      'ValidationError: tools.0.input_schema: the input_schema of a tool must have type object at its root',
  },
  {
    theme: 'Tools',
    code: "b.tools(weather, weather).user('Hi').build()",
    compiler: `Argument of type 'Tool<"get_weather", { city: string; }>' is not assignable to parameter of type 'Because<"tool names must be unique: get_weather is given twice">'.`,
    runtime: 'ValidationError: tools.1.name: tool names must be unique: get_weather is given twice',
  },
  {
    theme: 'Tools',
    code: "b.tools('get_weather').user('Hi').build()",
    compiler: "Argument of type 'string' is not assignable to parameter of type 'ToolArgument'.",
    runtime: 'ValidationError: tools.0: tools.0 must be object',
    instead: "b.tools(weather).user('Hi').build()",
  },
  {
    theme: 'Tools',
    code: "b.toolChoice('any').user('Hi').build()",
    compiler: `The 'this' context of type 'MessagesRequestBuilder<{ readonly model: "claude-sonnet-4-6"; readonly maxTokens: 1024; readonly toolChoice: { readonly type: "any"; }; }, "user">' is not assignable to method's 'this' of type '"a tool choice needs tools: add them with tools()"'.`,
    runtime: 'ValidationError: tool_choice: a tool choice needs tools: add them with tools()',
  },
  {
    theme: 'Tools',
    code: "b.tools(weather).toolChoice({ type: 'tool', name: 'get_wether' }).user('Hi').build()",
    compiler: `Type '"get_wether"' is not assignable to type '"get_weather" | Because<"tool_choice names get_wether, which is not among the tools">'. Did you mean '"get_weather"'?`,
    runtime: 'ValidationError: tool_choice.name: tool_choice names get_wether, which is not among the tools',
  },
  {
    theme: 'Tools',
    code: "b.tools(weather).toolChoice({ type: 'function', function: { name: 'get_weather' } }).user('Hi').build()",
    compiler: `Type '"function"' is not assignable to type '"any" | "none" | "tool" | "auto" | Because<"a tool choice of type tool needs the name of one: { type: 'tool', name }">'.`,
    runtime: 'ValidationError: tool_choice.type: tool_choice.type must be auto or any or tool or none',
  },
  {
    theme: 'Tools',
    code: "b.toolResults({ tool_use_id: 'toolu_1', content: 'mild' }).build()",
    compiler:
      "Object literal may only specify known properties, and 'tool_use_id' does not exist in type 'readonly ToolResultBlockParam[]'.",
    runtime:
      'ValidationError: messages.0.content.0: content is a string, a block or blocks: messages() takes { role, content }',
    instead: "b.toolResults([toolResult('toolu_1', 'mild')])",
  },
  {
    theme: 'Tools',
    code: "tool({ name: 'get weather', input: { type: 'object' }, run: () => '' })",
    compiler: `Type '"get weather"' is not assignable to type '"a tool name has 1 to 128 letters, digits, _ and -, not get weather"'.`,
  },
  {
    theme: 'Tools',
    code: "tool({ name: 'get_weather', input: { city: z.string() }, run: () => '' })",
    compiler: "Type '{ city: z.ZodString; }' is not assignable to type 'ObjectSchema'.",
    runtime:
      'ValidationError: input_schema.type: the input of a tool is an object: give get_weather a schema of type object',
    instead: "tool({ name: 'get_weather', input: z.object({ city: z.string() }), run: () => '' })",
  },
  {
    theme: 'Tools',
    code: "tool({ name: 'get_weather', input: { type: 'object' }, execute: () => '' })",
    compiler:
      "Type '() => string' is not assignable to type 'Because<\"a tool has no option execute: write run\">'.",
    runtime: 'ValidationError: execute: a tool has no option execute: write run',
  },
  {
    theme: 'Tools',
    code: "tool({ name: 'get_weather', inputSchema: { type: 'object' }, run: () => '' })",
    compiler:
      "Object literal may only specify known properties, and 'type' does not exist in type 'Because<\"a tool has no option inputSchema: write input\">'.",
    runtime: 'ValidationError: inputSchema: a tool has no option inputSchema: write input',
  },
  {
    theme: 'Tools',
    code: "tool({ name: 'get_weather', parameters: { type: 'object' }, run: () => '' })",
    compiler:
      "Object literal may only specify known properties, and 'type' does not exist in type 'Because<\"a tool has no option parameters: write input\">'.",
    runtime: 'ValidationError: parameters: a tool has no option parameters: write input',
  },
  {
    theme: 'Tools',
    code: "tool({ name: 'get_weather', input: z.string(), run: () => '' })",
    runtime:
      'ValidationError: input_schema.type: the input of a tool is an object: give get_weather a schema of type object',
  },
  {
    theme: 'Tools',
    code: "tool('get_weather', { type: 'object' }, () => '')",
    compiler: 'Expected 1 arguments, but got 3.',
    instead: "tool({ name: 'get_weather', input: { type: 'object' }, run: () => '' })",
  },
  {
    theme: 'Tools',
    code: 'ToolList.of(weather, weather)',
    compiler: `Argument of type 'Tool<"get_weather", { city: string; }>' is not assignable to parameter of type 'Because<"tool names must be unique: get_weather is given twice">'.`,
    runtime: 'ValidationError: tools.1.name: tool names must be unique: get_weather is given twice',
  },
  {
    theme: 'Tools',
    code: 'client.runTools(request, { maxTurns: 0 })',
    runtime: 'ValidationError: maxTurns: must be a number from 1 up, not 0',
  },
  {
    theme: 'Output',
    code: "b.outputFormat({ type: 'json_schema', schema: { type: 'object' } }).user('Hi').build()",
    compiler:
      "Object literal may only specify known properties, and 'type' does not exist in type 'Because<\"outputFormat() takes the schema itself: outputFormat(format.schema)\">'.",
    runtime:
      'ValidationError: output_config.format: outputFormat() takes the schema itself: outputFormat(format.schema)',
  },
  {
    theme: 'Output',
    code: "b.outputFormat('json').user('Hi').build()",
    compiler: "Argument of type 'string' is not assignable to parameter of type 'OutputFormatArgument'.",
    runtime:
      'ValidationError: output_config.format.schema: a schema is a JSON Schema object, or one of a library',
    instead: "b.outputFormat(z.object({ city: z.string() })).user('Hi').build()",
  },
  {
    theme: 'Output',
    code: "b.outputFormat(z.record(z.string(), z.string())).user('Hi').build()",
    runtime:
      'ValidationError: output_config.format.schema: structured outputs take closed objects: set additionalProperties to false',
  },
  {
    theme: 'Output',
    code: "b.outputFormat({ type: 'json_object' }).user('Hi').build()",
    compiler:
      "Object literal may only specify known properties, and 'type' does not exist in type 'Because<\"outputFormat() takes the schema itself: outputFormat(format.schema)\">'.",
    runtime:
      'ValidationError: output_config.format: outputFormat() takes the schema itself: outputFormat(format.schema)',
  },
  {
    theme: 'Output',
    code: "outputSchema('json')",
    compiler: "Argument of type 'string' is not assignable to parameter of type 'Schema'.",
    runtime:
      'ValidationError: output_config.format.schema: a schema is a JSON Schema object, or one of a library',
  },
  {
    theme: 'Other fields',
    code: "b.betas(['files-api-2025-04-14']).user('Hi').build()",
    compiler: "Argument of type 'string[]' is not assignable to parameter of type 'AnthropicBeta'.",
    instead: "b.betas('files-api-2025-04-14').user('Hi').build()",
  },
  {
    theme: 'Other fields',
    code: "b.metadata({ userId: 'u1' }).user('Hi').build()",
    compiler:
      "Object literal may only specify known properties, but 'userId' does not exist in type 'Metadata'. Did you mean to write 'user_id'?",
    runtime: 'ValidationError: metadata.userId: write user_id, not userId',
  },
  {
    theme: 'Other fields',
    code: "b.metadata('u1').user('Hi').build()",
    compiler: `Type '"u1"' has no properties in common with type 'Metadata'.`,
    runtime: 'ValidationError: metadata: metadata must be object',
    instead: "b.metadata({ user_id: 'u1' }).user('Hi').build()",
  },
  {
    theme: 'Other fields',
    code: "b.cacheControl({ ttl: '2h' }).user('Hi').build()",
    compiler: `Type '"2h"' is not assignable to type '"5m" | "1h" | undefined'.`,
    runtime: 'ValidationError: cache_control.ttl: a cache breakpoint lives for 5m or 1h, not 2h',
  },
  {
    theme: 'Other fields',
    code: "b.stream('true').user('Hi').build()",
    compiler: "Argument of type 'string' is not assignable to parameter of type 'boolean'.",
    runtime: 'ValidationError: stream: stream must be boolean',
  },
  {
    theme: 'Other fields',
    code: "b.speed('slow').user('Hi').build()",
    compiler: `Argument of type '"slow"' is not assignable to parameter of type '"standard" | Because<"claude-sonnet-4-6 has no fast speed: leave speed out">'.`,
    runtime: 'ValidationError: speed: speed must be standard or fast',
  },
  {
    theme: 'Other fields',
    code: "b.serviceTier('fast').user('Hi').build()",
    compiler: `Argument of type '"fast"' is not assignable to parameter of type '"auto" | "standard_only"'.`,
    runtime: 'ValidationError: service_tier: service_tier must be auto or standard_only',
  },
  {
    theme: 'Other fields',
    code: "b.toolChoise('auto')",
    compiler: `Property 'toolChoise' does not exist on type 'MessagesRequestBuilder<{ readonly model: "claude-sonnet-4-6"; readonly maxTokens: 1024; }, "no turns">'. Did you mean 'toolChoice'?`,
    instead: "b.toolChoice('auto')",
  },
  {
    theme: 'Clients and keys',
    code: 'new Client()',
    compiler: `Argument of type '[]' is not assignable to parameter of type 'MadeBy<"a client comes from Client.fromEnv(), Client.fromApiKey(key) or ClientBuilder.create()", ClientConfig<"2026-10-21">>'.`,
    runtime:
      'ValidationError: client: a client comes from Client.fromEnv(), Client.fromApiKey(key) or ClientBuilder.create()',
  },
  {
    theme: 'Clients and keys',
    code: "new Client({ apiKey: 'test' })",
    compiler: `Argument of type '[{ apiKey: string; }]' is not assignable to parameter of type 'MadeBy<"a client comes from Client.fromEnv(), Client.fromApiKey(key) or ClientBuilder.create()", ClientConfig<"2026-10-21">>'.`,
    runtime:
      'ValidationError: client: a client comes from Client.fromEnv(), Client.fromApiKey(key) or ClientBuilder.create()',
  },
  {
    theme: 'Clients and keys',
    code: "Client.fromApiKey('test')",
    compiler: "Argument of type 'string' is not assignable to parameter of type 'ApiKey'.",
    runtime: 'ValidationError: credential: a credential is made with ApiKey.of(key) or AuthToken.of(token)',
  },
  {
    theme: 'Clients and keys',
    code: 'Client.fromApiKey()',
    compiler: 'Expected 1 arguments, but got 0.',
    instead: 'Client.fromEnv()',
  },
  {
    theme: 'Clients and keys',
    code: "ApiKey.of('')",
    runtime: 'ValidationError: apiKey: this ApiKey is empty: is the variable that it is read from set?',
  },
  {
    theme: 'Clients and keys',
    code: 'ClientBuilder.create().build()',
    compiler: `The 'this' context of type 'ClientBuilder<"2026-10-21", never>' is not assignable to method's 'this' of type '"build() needs a credential: call apiKey(), authToken() or fromEnv()"'.`,
    runtime:
      'ValidationError: credential: build() needs a credential: call apiKey(), authToken() or fromEnv()',
  },
  {
    theme: 'Clients and keys',
    code: "ClientBuilder.create().apiKey('test').build()",
    compiler: "Argument of type 'string' is not assignable to parameter of type 'ApiKey | ApiKeyFunction'.",
    runtime: 'ValidationError: credential: a credential is made with ApiKey.of(key) or AuthToken.of(token)',
  },
  {
    theme: 'Clients and keys',
    code: "client.messages.create({ model: 'claude-haiku-4-5', max_tokens: 64, messages: [] })",
    compiler: `Property 'messages' does not exist on type 'Client<"2026-10-21">'.`,
    instead:
      "client.createMessage({ model: 'claude-haiku-4-5', max_tokens: 64, messages: [{ role: 'user', content: 'Hi' }] })",
  },
  {
    theme: 'Calls',
    code: "client.createMessage(b.user('Hi'))",
    compiler: `Argument of type 'MessagesRequestBuilder<{ readonly model: "claude-sonnet-4-6"; readonly maxTokens: 1024; }, "user">' is not assignable to parameter of type '"a request is an object with a model: end its builder with build()"'.`,
    runtime: 'ValidationError: a request is an object with a model: end its builder with build()',
  },
  {
    theme: 'Calls',
    code: 'client.createMessage([request])',
    compiler: `Argument of type 'MessagesRequest<{ readonly model: "claude-sonnet-4-6"; readonly maxTokens: 1024; readonly tools: { readonly get_weather: { city: string; }; }; }>[]' is not assignable to parameter of type '"a request is an object with a model and messages, not a list"'.`,
    runtime: 'ValidationError: a request is an object with a model and messages, not a list',
  },
  {
    theme: 'Calls',
    code: "client.createMessage([{ role: 'user', content: 'Hi' }])",
    compiler: `Argument of type '{ role: string; content: string; }[]' is not assignable to parameter of type '"a request is an object with a model and messages, not a list"'.`,
    runtime: 'ValidationError: a request is an object with a model and messages, not a list',
  },
  {
    theme: 'Calls',
    code: "client.createMessage('Hi')",
    compiler: `Argument of type '"Hi"' is not assignable to parameter of type '"a request is an object with a model: end its builder with build()"'.`,
    runtime: 'ValidationError: a request is an object with a model: end its builder with build()',
  },
  {
    theme: 'Calls',
    code: 'client.createMessage()',
    compiler: 'Expected 1-2 arguments, but got 0.',
    runtime: 'ValidationError: a request is an object with a model: end its builder with build()',
  },
  {
    theme: 'Calls',
    code: "client.createMessageStream(b.user('Hi')).finalText()",
    compiler: `Argument of type 'MessagesRequestBuilder<{ readonly model: "claude-sonnet-4-6"; readonly maxTokens: 1024; }, "user">' is not assignable to parameter of type '"a request is an object with a model: end its builder with build()"'.`,
    runtime: 'ValidationError: a request is an object with a model: end its builder with build()',
  },
  {
    theme: 'Calls',
    code: "client.createMessage(request, { timeout: '5s' })",
    compiler: "Type 'string' has no properties in common with type 'Overrides<Timeouts>'.",
    runtime: 'ValidationError: timeout: timeout is an object with some of headers, idle, total, not "5s"',
    instead: 'client.createMessage(request, { timeout: { total: 5000 } })',
  },
  {
    theme: 'Calls',
    code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', messages: [{ role: 'user', content: 'Hi' }] })",
    runtime: 'ValidationError: max_tokens: a request needs max_tokens: the most tokens to generate',
  },
  {
    theme: 'Calls',
    code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 64 })",
    runtime: "ValidationError: messages: a request needs messages: [{ role: 'user', content }]",
  },
  {
    theme: 'Calls',
    code: "MessagesRequest.parse({ max_tokens: 64, messages: [{ role: 'user', content: 'Hi' }] })",
    runtime: 'ValidationError: model: a request needs a model: give the id of one, such as claude-sonnet-5-5',
  },
  {
    theme: 'Calls',
    code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', maxTokens: 64, messages: [{ role: 'user', content: 'Hi' }] })",
    runtime:
      'ValidationError: 2 problems:\n- maxTokens: write max_tokens, not maxTokens\n- max_tokens: a request needs max_tokens: the most tokens to generate',
  },
  {
    theme: 'Calls',
    code: "MessagesRequest.parse([{ role: 'user', content: 'Hi' }])",
    runtime: 'ValidationError: a request is a JSON object',
  },
  {
    theme: 'Calls',
    code: "MessagesRequest.parse('Hi')",
    runtime: 'ValidationError: the request is not JSON',
  },
  {
    theme: 'Calls',
    code: 'MessagesRequest.parse(undefined)',
    runtime: 'ValidationError: a request is a JSON object',
  },
  {
    theme: 'Tools',
    code: "ToolList.of(weather).callAll({ content: [{ type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: { city: 'Paris' } }], stop_reason: 'tool_use' }, { onToolCall: () => false })",
    compiler: `Type '() => boolean' is not assignable to type 'ToolCallGate<TypedToolUse<"get_weather", { city: string; }>, "onToolCall must return 'approve', 'deny', { deny }, { input }, { result } or nothing">'.`,
    runtime:
      "ValidationError: onToolCall: must return 'approve', 'deny', { deny }, { input }, { result } or nothing, not false",
  },
  {
    theme: 'Thinking and effort',
    code: "b.thinking('adap' + 'tive').user('Hi').build()",
    compiler:
      "Argument of type 'string' is not assignable to parameter of type '\"adaptive\" | \"disabled\" | ThinkingAdaptive | ThinkingEnabled | ThinkingDisabled | Because<\"thinking takes 'adaptive', 'disabled', 'between_tools' or { type: 'enabled', budget_tokens }\">'.",
  },
  {
    theme: 'Calls',
    code: 'client.createMessage({ model: "claude-haiku-4-5", max_tokens: 200_000, messages: [{ role: "user", content: "Hi" }] })',
    compiler:
      "Type 'number' is not assignable to type '\"claude-haiku-4-5 generates at most 64000 tokens, not 200000\"'.",
    runtime: 'ValidationError: max_tokens: claude-haiku-4-5 generates at most 64000 tokens, not 200000',
  },
  {
    theme: 'Calls',
    code: 'client.createMessage({ ...request, max_tokens: 200_000 })',
    compiler:
      "Type 'number' is not assignable to type '\"claude-sonnet-4-6 generates at most 128000 tokens, not 200000\"'.",
    runtime: 'ValidationError: max_tokens: claude-sonnet-4-6 generates at most 128000 tokens, not 200000',
  },
  {
    theme: 'Calls',
    code: 'client.createMessage({ model: "claude-haiku-4-5", max_tokens: 64, prompt: "Hi", messages: [{ role: "user", content: "Hi" }] })',
    compiler: "Type 'string' is not assignable to type 'Because<\"a request has no field prompt\">'.",
    runtime:
      'ValidationError: prompt: a request has no field prompt: remove it, or keep fields that are newer than this release',
  },
  {
    theme: 'Calls',
    code: 'client.createMessage({ model: "claude-haiku-4-5", messages: [{ role: "user", content: "Hi" }] })',
    compiler:
      "Object literal may only specify known properties, and 'model' does not exist in type 'Because<\"a request needs max_tokens: the most tokens to generate\">'.",
    runtime: 'ValidationError: max_tokens: a request needs max_tokens: the most tokens to generate',
  },
  {
    theme: 'Calls',
    code: "client.createMessage({ max_tokens: 64, messages: [{ role: 'user', content: 'Hi' }] })",
    compiler:
      "Object literal may only specify known properties, and 'max_tokens' does not exist in type 'Because<\"a request needs a model: give the id of one, such as claude-sonnet-5-5\">'.",
    runtime: 'ValidationError: a request is an object with a model: end its builder with build()',
  },
  {
    theme: 'Calls',
    code: 'message.content[0].text',
    compiler: "Property 'text' does not exist on type 'ContentBlock'.",
    instead: 'message.text',
  },
];
