import type { CallExpression, Node, PropertyAccessExpression } from 'ts-morph';
import type { FileEdits } from './file-edits.js';
import type { TsMorph } from './load-ts-morph.js';
import { isOfSdk, isSdkClient } from './official-sdk.js';
import { fieldsOf, initializerOf, migrateRequest } from './requests.js';

/** Migrates a call of a client, or of a helper that creates a tool. */
export function migrateCall(morph: TsMorph, call: CallExpression, edits: FileEdits): void {
  const callee = call.getExpression();
  if (morph.Node.isIdentifier(callee)) {
    migrateHelper(morph, call, callee, edits);
    return;
  }
  if (!morph.Node.isPropertyAccessExpression(callee)) return;
  if (callee.getName() === 'on' && isOfSdk(callee.getNameNode())) {
    edits.note(call, 'streams', 'read the stream in a for await loop in place of listeners');
    return;
  }
  if (/^(withResponse|asResponse)$/.test(callee.getName()) && isOfSdk(callee.getNameNode())) {
    edits.note(call, 'a-message', 'message.http has the status, the headers and the request id');
    return;
  }
  const { client, path } = clientOf(morph, callee);
  if (client === undefined) return;
  const rename = (to: string) => edits.replace(client.getEnd(), callee.getEnd(), to);
  const found = calls[path.replace(/^beta\./, '')];
  if (found) {
    found({ morph, call, edits, rename });
    return;
  }
  if (/^(beta\.)?messages\.batches\.(retrieve|list|cancel|delete|results)$/.test(path)) {
    rename(`.${path.replace(/^(beta\.)?messages\./, '')}`);
    return;
  }
  if (/^(beta\.)?(models\.(list|retrieve)|files\.(list|delete))$/.test(path)) {
    rename(`.${path.replace(/^beta\./, '')}`);
    return;
  }
  edits.note(call, 'other-endpoints', `${path}() has no exact counterpart`);
}

interface Found {
  readonly morph: TsMorph;
  readonly call: CallExpression;
  readonly edits: FileEdits;
  readonly rename: (to: string) => void;
}

const calls: Readonly<Record<string, (found: Found) => void>> = {
  'messages.create': (found) => {
    const stream = fieldsOf(found.morph, found.call.getArguments()[0])?.get('stream');
    const text = stream && initializerOf(found.morph, stream).getText();
    if (text === 'true') {
      migrateStream(found);
      return;
    }
    if (text !== undefined && text !== 'false') {
      found.edits.note(
        found.call,
        'streams',
        'createMessage() returns a message and createMessageStream() a stream: choose one',
      );
      return;
    }
    found.rename('.createMessage');
    withRequest(found, { without: ['stream'] });
  },
  'messages.stream': migrateStream,
  'messages.countTokens': (found) => {
    found.rename('.countTokens');
    withRequest(found, { without: [], added: '.maxTokens(1024)', isPrompt: true });
  },
  'messages.parse': ({ call, edits }) =>
    edits.note(
      call,
      'structured-outputs',
      'the schema goes into outputFormat(), and the output is message.parsed',
    ),
  'messages.toolRunner': migrateRunner,
};

function migrateStream(found: Found): void {
  const awaited = found.call.getParent();
  // A stream is returned at once; its request is sent when it is read.
  if (found.morph.Node.isAwaitExpression(awaited))
    found.edits.replace(awaited.getStart(), found.call.getStart(), '');
  found.rename('.createMessageStream');
  withRequest(found, { without: ['stream'] });
}

function migrateRunner(found: Found): void {
  const { morph, call, edits, rename } = found;
  const [body] = call.getArguments();
  const fields = fieldsOf(morph, body);
  const awaited = call.getParent();
  if (!body || !fields || !morph.Node.isAwaitExpression(awaited)) {
    edits.note(
      call,
      'tools',
      'runTools() returns a promise of the outcome, and toolTurns() yields the answers one by one',
    );
    return;
  }
  edits.replace(awaited.getStart(), awaited.getStart(), '(');
  rename('.runTools');
  migrateRequest(morph, body, { without: ['max_iterations'] }, edits);
  const limit = fields.get('max_iterations');
  const options = limit ? `, { maxTurns: ${initializerOf(morph, limit).getText()} }` : '';
  edits.replace(call.getEnd() - 1, call.getEnd(), `${options})).message`);
  edits.note(
    call,
    'tools',
    limit
      ? 'look at the status of the run, which says why it ended'
      : 'a run ends after 10 answers: set maxTurns for another limit, and look at its status',
  );
}

function withRequest({ morph, call, edits }: Found, shape: Parameters<typeof migrateRequest>[2]): void {
  const [body, options] = call.getArguments();
  if (body) migrateRequest(morph, body, shape, edits);
  for (const [name, field] of fieldsOf(morph, options) ?? []) {
    const value = initializerOf(morph, field).getText();
    if (name === 'timeout') edits.replaceNode(field, `timeout: { headers: ${value} }`);
    if (name === 'maxRetries') edits.replaceNode(field, `retry: { limit: ${value} }`);
  }
}

/** Splits `client.messages.create` into `client` and `messages.create`. */
function clientOf({ Node }: TsMorph, callee: PropertyAccessExpression): { client?: Node; path: string } {
  const names = [callee.getName()];
  let at = callee.getExpression();
  while (!isSdkClient(at) && Node.isPropertyAccessExpression(at)) {
    names.unshift(at.getName());
    at = at.getExpression();
  }
  return isSdkClient(at) ? { client: at, path: names.join('.') } : { path: '' };
}

function migrateHelper(morph: TsMorph, call: CallExpression, callee: Node, edits: FileEdits): void {
  if (!/^beta(Zod)?Tool$/.test(callee.getText()) || !isOfSdk(callee)) return;
  edits.replaceNode(callee, edits.use('tool'));
  const schema = fieldsOf(morph, call.getArguments()[0])?.get('inputSchema');
  if (!schema) {
    edits.note(call, 'tools', 'inputSchema is called input');
    return;
  }
  if (morph.Node.isShorthandPropertyAssignment(schema)) edits.replaceNode(schema, 'input: inputSchema');
  else edits.replaceNode(schema.getNameNode(), 'input');
}
