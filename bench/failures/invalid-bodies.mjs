/**
 * The bodies of the requests that clust refuses, as JSON: those of `__tests__/request/cases`, each of which the API answers
 * with an error. Left out are bodies above 5 kB, whose fault is their size, what only a version of the API decides, and what is wrong with
 * something else than the body, such as a beta header.
 */
import { MessagesRequest } from '../../dist/index.js';
import { load } from '../../scripts/load.mjs';

const LONGEST = 5_000;

export async function refusedBodies() {
  const { refusedCases, clust } = await load(`
    export { refusedCases } from './__tests__/request/cases/all.ts';
    export * as clust from './lib/index.ts';
  `);
  // A stored request stays as it is: the case is about what is in it.
  const scope = { ...clust, MessagesRequest: { parse: (body) => body } };
  const bodies = new Set();
  for (const { rule, code } of refusedCases) {
    if (rule.endsWith('-by-version')) continue;
    const unfinished = code.replace(/\.build\(\)$/, '');
    const request = new Function(...Object.keys(scope), `return ${unfinished}`)(...Object.values(scope));
    const json = JSON.stringify(request);
    if (json.length < LONGEST) bodies.add(json);
  }
  return [...bodies]
    .map((json) => JSON.parse(json))
    .filter((body) => MessagesRequest.problems(body).length > 0);
}
