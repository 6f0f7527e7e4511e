/**
 * The bodies of the refused requests in `__tests__/request/cases`, as JSON. The API answers each with an error. Excluded are
 * bodies above 5 kB, which are invalid because of their size, requests that only some API versions reject, and requests
 * whose error is outside the body, such as in a beta header.
 */
import { MessagesRequest } from '../../dist/index.js';
import { load } from '../../scripts/load.mjs';

const MAX_LENGTH = 5_000;

export async function invalidBodies() {
  const { refusedCases, clust } = await load(`
    export { refusedCases } from './__tests__/request/cases/all.ts';
    export * as clust from './lib/index.ts';
  `);
  // Cases that parse a stored request pass its body to `MessagesRequest.parse()`. Here that call returns the body.
  const scope = { ...clust, MessagesRequest: { parse: (body) => body } };
  const bodies = new Set();
  for (const { rule, code } of refusedCases) {
    if (rule.endsWith('-by-version')) continue;
    const unfinished = code.replace(/\.build\(\)$/, '');
    const request = new Function(...Object.keys(scope), `return ${unfinished}`)(...Object.values(scope));
    const json = JSON.stringify(request);
    if (json.length < MAX_LENGTH) bodies.add(json);
  }
  return [...bodies]
    .map((json) => JSON.parse(json))
    .filter((body) => MessagesRequest.problems(body).length > 0);
}
