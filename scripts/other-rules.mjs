/** The names of problems that are not about the content of a request, in the order of the alphabet. */
export const otherRules = {
  'base-url': 'A base URL that is none. Give `https://host`, with a path if there is one.',
  'batch-ended': 'Results of a batch that has not ended. `batches.wait()` waits for it.',
  'batch-max-tokens': 'More tokens than a model generates in a batch.',
  'batch-request': 'A request that a batch cannot hold, such as a streamed one.',
  'batch-size': 'A batch without requests, or with more than it may hold: 100,000 requests, 256 MB.',
  browser:
    'A client in a browser page, where everyone can read its key. `allowBrowser()` says that this is meant.',
  budget: 'A budget of a run that is no amount: give `{ usd }` or `{ tokens }`, above zero.',
  client: 'A client that was made by `new Client()`. Use `Client.fromEnv()` or `ClientBuilder`.',
  'conversation-format':
    'JSON given to `Conversation.parse()` that is no stored conversation, or of a later version.',
  credential:
    'A key or token that no header can carry: an empty one, or one with white space. It is never printed.',
  'define-model':
    'A definition of a model that cannot be right: an unknown trait, a limit that is no number.',
  'document-pdf': 'Bytes given to `document()` that are no PDF. Give text as `{ text }`.',
  environment:
    'A client from the environment where neither `ANTHROPIC_API_KEY` nor `ANTHROPIC_AUTH_TOKEN` is set.',
  'fallback-reason':
    'A reason in `on` that is none. It takes `overloaded`, `refusal`, `rate_limit` and `timeout`.',
  'feature-of-platform': 'A feature that the platform of the client does not have.',
  'file-expiry': 'The lifetime of an uploaded file that is out of its range.',
  'file-ids': 'Ids of files that are none, or too many.',
  'file-source': 'An upload that is neither bytes, nor a `Blob`, nor a stream.',
  filename: 'The name of an uploaded file that the API does not take.',
  'fits-input-schema': 'Arguments of an XML function call that do not fit the input schema of the tool.',
  'fleet-option': 'An option, an id or a priority of a fleet that cannot be.',
  'function-generator': 'The command `clust tools` without its optional peer `ts-json-schema-generator`.',
  'function-signature':
    'A documented function that cannot become a tool: a type that JSON Schema cannot say, or no description.',
  'function-source': 'A source file for `clust tools` that is not there, or does not compile.',
  header: 'A header that cannot be sent, or that clust sets itself.',
  http: 'A value given to `http()` that is no ky instance.',
  id: 'An id that is empty, or no text.',
  'image-media-type':
    'Bytes given to `image()` that are no JPEG, PNG, GIF or WebP, or not what their media type says.',
  json: 'A body that cannot be written as JSON: it holds itself, or a BigInt.',
  'missing-step': 'A client builder of a platform that lacks a step, such as its region.',
  model:
    'A model that this release does not know. `defineModel()` describes a newer one, or one behind a gateway.',
  'model-of-platform': 'A model that the platform does not have.',
  'one-credential': 'A client with no credential, or with two.',
  option: 'An option that does not exist. The sentence names those that do.',
  'option-range': 'An option of a client or a call that is out of its range, such as a timeout below zero.',
  'output-format': 'A value given to `outputFormat()` that is no schema.',
  'path-on-origin': 'A path that would lead away from the base URL: the key goes nowhere else.',
  'pool-option': 'An option of `pool()` that does not exist, or is out of its range.',
  'pool-run': 'A run of a pool that is read a second time.',
  request: 'What is not a request: a builder that was not built.',
  'response-type': 'A `responseType` of `client.raw()` that is none.',
  'results-on-origin': 'A `results_url` of a batch on another host: the key goes nowhere else.',
  'same-prefix':
    'What a request edits of the one before it, given as `after`. It costs the cache, or is a 400 on models that check the prefix of thinking.',
  schema: 'A schema that cannot be made a JSON Schema, or that the API cannot enforce.',
  shape:
    'A field of the wrong kind in a stored request: a number for a list, a block without a type, a field that no request has.',
  'signed-body': 'A body that cannot be signed, such as a stream.',
  'stream-option':
    'A request with `stream(true)` given to `createMessage()`, or with `stream(false)` to `createMessageStream()`.',
  'thread-busy':
    'A request of a thread while the answer to another is on its way. Wait for it, or `fork()` the thread.',
  'thread-fields':
    'A field, a beta or a second model for one request of a thread that a thread keeps from its beginning.',
  'thread-format': 'JSON given to `client.thread()` that is no stored thread, or of a later version.',
  'tool-handler':
    'A tool in `runTools()` that nobody runs. Make it with `tool()`, or name its handler in the option `tools`.',
  'tool-option': 'An option of `tool()` that does not exist.',
  'tool-runner':
    'Tools of a request in a program that made none. Pass `tools: ToolList.of()` to `runTools()`.',
};
