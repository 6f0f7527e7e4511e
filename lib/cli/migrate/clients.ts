import type { NewExpression, ObjectLiteralExpression } from 'ts-morph';
import type { FileEdits } from './file-edits.js';
import type { TsMorph } from './load-ts-morph.js';
import { clientSteps } from './names.js';
import { isOfSdk } from './official-sdk.js';

/** Replaces `new Anthropic({ … })` by a client of clust. */
export function migrateClient({ Node }: TsMorph, made: NewExpression, edits: FileEdits): void {
  if (!isOfSdk(made.getExpression()) || made.getType().getSymbol()?.getName() !== 'Anthropic') return;
  const [options, ...others] = made.getArguments();
  if (options === undefined) {
    edits.replaceNode(made, `${edits.use('Client')}.fromEnv()`);
    return;
  }
  const steps =
    Node.isObjectLiteralExpression(options) && others.length === 0 ? stepsOf(Node, options) : undefined;
  if (steps === undefined) {
    edits.note(made, 'the-client', 'an option of this client has no counterpart, or is not written out here');
    return;
  }
  if (steps.length === 0) {
    edits.replaceNode(made, `${edits.use('Client')}.fromEnv()`);
    return;
  }
  edits.use('ClientBuilder');
  if (steps.some((step) => step.includes('ApiKey.of('))) edits.use('ApiKey');
  const credential = steps.some((step) => /^\.(apiKey|authToken)\(/.test(step)) ? '' : '.fromEnv()';
  edits.replaceNode(made, `ClientBuilder.create()${credential}${steps.join('')}.build()`);
}

const keyOfEnvironment = /^process\.env(\.ANTHROPIC_API_KEY|\[['"]ANTHROPIC_API_KEY['"]\])!?( as string)?$/;

function stepsOf(Node: TsMorph['Node'], options: ObjectLiteralExpression): string[] | undefined {
  const steps: string[] = [];
  for (const property of options.getProperties()) {
    const isShort = Node.isShorthandPropertyAssignment(property);
    if (!isShort && !Node.isPropertyAssignment(property)) return undefined;
    const name = property.getName();
    const value = isShort ? name : property.getInitializerOrThrow().getText();
    if (name === 'apiKey' && keyOfEnvironment.test(value)) continue;
    const step =
      name === 'dangerouslyAllowBrowser' && value === 'true' ? '.allowBrowser()' : clientSteps[name];
    if (step === undefined) return undefined;
    steps.push(step.replace('$', () => value));
  }
  return steps;
}
