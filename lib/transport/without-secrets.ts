import { messageOf } from '../base/message-of.js';
import { isClustError } from '../errors/guards.js';
import { causesOf } from './causes.js';

/** A run of characters that may be a key, a token or an assertion: 20 or more with a letter and a digit among them. */
const TOKEN = /(?<![\w+/=~-])(?=[a-z_+/=~-]*\d)(?=[\d_+/=~-]*[a-z])[\w+/=~-]{20,}/gi;

/** What is worth reading of a message. */
const EXCERPT = 1_000;

/**
 * A copy of an error of a credential function that can be printed: such errors hold what token services were sent and
 * what they answered, in properties and in texts.
 *
 * What clust itself has thrown says nothing secret and is kept.
 */
export function withoutSecrets(error: unknown): Error {
  if (isClustError(error)) return error;
  const chain = causesOf(error);
  const texts = (chain.length === 0 ? [error] : chain).map(messageOf).filter((text) => text !== '');
  const message = [...new Set(texts)].join(': ').slice(0, EXCERPT).replace(TOKEN, '***');
  const copy = new Error(message);
  const { name, stack } = Object(error);
  const frames = String(stack ?? '').match(/^ {4}at .*$/gm) ?? [];
  const label = /^[\w.]{1,60}$/.test(String(name ?? '')) ? String(name) : 'Error';
  const code = chain
    .map((link) => Reflect.get(link, 'code'))
    .find((each) => /^[A-Z_]{3,40}$/.test(String(each)));
  for (const [key, value] of Object.entries({
    name: label,
    stack: [`${label}: ${message}`, ...frames].join('\n'),
  }))
    Object.defineProperty(copy, key, { value });
  return code === undefined ? copy : Object.assign(copy, { code });
}
