/** The names of problems that are not about the content of a request, in the order of the alphabet. */
export const otherRules = {
  'base-url': 'A base URL that is none. Give `https://host`, with a path if there is one.',
  browser:
    'A client in a browser page, where everyone can read its key. `allowBrowser()` says that this is meant.',
  credential:
    'A key or token that no header can carry: an empty one, or one with white space. It is never printed.',
  'define-model':
    'A definition of a model that cannot be right: an unknown trait, a limit that is no number.',
  'document-pdf': 'Bytes given to `document()` that are no PDF. Give text as `{ text }`.',
  environment:
    'A client from the environment where neither `ANTHROPIC_API_KEY` nor `ANTHROPIC_AUTH_TOKEN` is set.',
  'fits-input-schema': 'Arguments of an XML function call that do not fit the input schema of the tool.',
  header: 'A header that cannot be sent, or that clust sets itself.',
  'image-media-type':
    'Bytes given to `image()` that are no JPEG, PNG, GIF or WebP, or not what their media type says.',
  json: 'A body that cannot be written as JSON: it holds itself, or a BigInt.',
  model:
    'A model that this release does not know. `defineModel()` describes a newer one, or one behind a gateway.',
  'one-credential': 'A client with no credential, or with two.',
  'option-range': 'An option of a client or a call that is out of its range, such as a timeout below zero.',
  'path-on-origin': 'A path that would lead away from the base URL: the key goes nowhere else.',
  request: 'What is not a request: a builder that was not built.',
  schema: 'A schema that cannot be made a JSON Schema, or that the API cannot enforce.',
  shape:
    'A field of the wrong kind in a stored request: a number for a list, a block without a type, a field that no request has.',
  'stream-option':
    'A request with `stream(true)` given to `createMessage()`, or with `stream(false)` to `createMessageStream()`.',
  'tool-handler':
    'A tool in `runTools()` that nobody runs. Make it with `tool()`, or name its handler in the option `tools`.',
};
