/** The names of problems that are not about the content of a request, in alphabetical order. */
export const otherRules = {
  'base-url': 'A base URL that is not valid. Give `https://host`, with a path if there is one.',
  'batch-ended': 'Results of a batch that has not ended. `batches.wait()` waits for it.',
  'batch-max-tokens': 'More tokens than a model generates in a batch.',
  'batch-request': 'A request that a batch cannot contain, such as a streamed one.',
  'batch-size': 'A batch without requests, or above its limits: 100,000 requests, 256 MB.',
  browser:
    'A client in a browser page, where everyone can read its key. `allowBrowser()` confirms that this is intended.',
  budget: 'A budget of a run that is not an amount. Give `{ usd }` or `{ tokens }`, above zero.',
  client: 'A client that was made by `new Client()`. Use `Client.fromEnv()` or `ClientBuilder`.',
  'conversation-format':
    'JSON given to `Conversation.parse()` that is not a stored conversation, or is of a later version.',
  credential:
    'A key or token that a header cannot contain: an empty one, or one with white space. clust never prints it.',
  'define-model': 'An invalid definition of a model: an unknown fact, a limit that is not a number.',
  'document-pdf': 'Bytes given to `document()` that are not a PDF. Give text as `{ text }`.',
  environment:
    'A client from the environment if neither `ANTHROPIC_API_KEY` nor `ANTHROPIC_AUTH_TOKEN` is set.',
  'fallback-reason':
    'An unknown reason in `on`. The reasons are `overloaded`, `refusal`, `rate_limit` and `timeout`.',
  'feature-of-platform': 'A feature that the platform of the client does not have.',
  'file-expiry': 'A lifetime of an uploaded file that is out of range.',
  'file-ids': 'Invalid ids of files, or too many of them.',
  'file-source': 'An upload that is not bytes, a `Blob` or a stream.',
  filename: 'A name of an uploaded file that the API does not accept.',
  'fits-input-schema': 'Arguments of an XML function call that do not fit the input schema of the tool.',
  'fleet-option': 'An invalid option, id or priority of a fleet.',
  'function-generator': 'The command `clust tools` without its optional peer `ts-json-schema-generator`.',
  'function-signature':
    'A documented function that cannot become a tool: it has a type that JSON Schema cannot express, or no description.',
  'function-source': 'A source file for `clust tools` that does not exist or does not compile.',
  header: 'A header that cannot be sent, or that clust sets itself.',
  http: 'A value given to `http()` that is not a ky instance.',
  id: 'An id that is empty or not a string.',
  'image-media-type':
    'Bytes given to `image()` that are not JPEG, PNG, GIF or WebP, or do not match their media type.',
  json: 'A body that cannot be written as JSON: it is circular, or contains a BigInt.',
  'missing-step': 'A client builder of a platform that lacks a step, such as its region.',
  model:
    'A model that this release does not know. `defineModel()` describes a newer model, or one behind a gateway.',
  'model-of-platform': 'A model that the platform does not have.',
  'one-credential': 'A client with no credential, or with two.',
  option: 'An option that does not exist. The message names the options that do.',
  'option-range': 'An option of a client or a call that is out of range, such as a timeout below zero.',
  'output-format': 'A value given to `outputFormat()` that is not a schema.',
  'path-on-origin': 'A path that would lead away from the base URL. clust sends the key to no other URL.',
  'pool-option': 'An option of `pool()` that does not exist or is out of range.',
  'pool-run': 'A run of a pool that is read a second time.',
  request: 'A value that is not a request, such as a builder without `build()`.',
  'response-type': 'An unknown `responseType` of `client.raw()`.',
  'results-on-origin': 'A `results_url` of a batch on another host. clust sends the key to no other host.',
  'same-prefix':
    'An edit of an earlier request of the conversation, which was given as `after`. It loses the cache, or causes a 400 on models that check the prefix of thinking.',
  schema: 'A schema that cannot be converted to a JSON Schema, or that the API cannot enforce.',
  shape:
    'A field of the wrong kind in a stored request: a number in place of a list, a block without a type, an unknown field.',
  'signed-body': 'A body that cannot be signed, such as a stream.',
  'size-of-platform': 'A request or an image that is larger than the platform of the client accepts.',
  'stream-option':
    'A request with `stream(true)` given to `createMessage()`, or with `stream(false)` to `createMessageStream()`.',
  'thread-busy':
    'A request of a thread before the answer to another has arrived. Wait for it, or `fork()` the thread.',
  'thread-fields':
    'A change, for one request of a thread, of a field, a beta or a model that is fixed for the whole thread.',
  'thread-format': 'JSON given to `client.thread()` that is not a stored thread, or is of a later version.',
  'tool-handler':
    'A tool in `runTools()` without a handler. Make it with `tool()`, or pass its handler in the option `tools`.',
  'tool-option': 'An option of `tool()` that does not exist.',
  'tool-runner':
    'A run of tools in a program that called no tool factory. Pass `tools: ToolList.of()` to `runTools()`.',
};
