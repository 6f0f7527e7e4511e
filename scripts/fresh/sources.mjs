import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The retirement dates of models in the official SDK, as lines of an id and a date: `claude-… 2027-01-22`. */
export async function retirementDates(sdk) {
  const { DEPRECATED_MODELS } = await import(pathToFileURL(`${sdk}/internal/data.mjs`));
  return Object.entries(DEPRECATED_MODELS).map(([id, day]) => {
    const time = Date.parse(`${day.replace(/(\d)(st|nd|rd|th)\b/, '$1')} UTC`);
    return `${id} ${Number.isNaN(time) ? day : new Date(time).toISOString().slice(0, 10)}`;
  });
}

/** The groups of endpoints in the sources of a folder: the path segments after `/v1/`. */
export function endpointGroups(folder, extension) {
  const found = new Set();
  for (const file of readdirSync(folder, { recursive: true })) {
    if (!file.endsWith(extension)) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, group] of text.matchAll(/['"`]\/v1\/([a-z_]+)/g)) found.add(group);
  }
  return found;
}

/** The first groups of all matches of a pattern in a file. */
export function matchesIn(file, pattern) {
  if (!existsSync(file)) return new Set();
  return new Set([...readFileSync(file, 'utf8').matchAll(pattern)].map(([, text]) => text));
}
