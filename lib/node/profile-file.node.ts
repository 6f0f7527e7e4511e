import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject } from '../base/is-object.js';
import { parseJson } from '../base/parse-json.js';
import { codeOf } from './confined-path.node.js';
import { refuse, textOf } from './settings.node.js';

/** A profile from `<folder>/configs/<name>.json`: the kind of sign-in, and for whom. */
export interface Profile {
  readonly name: string;
  /** The file with its last token. */
  readonly tokenFile: string;
  readonly baseUrl: string | undefined;
  readonly organizationId: string | undefined;
  readonly workspaceId: string | undefined;
  readonly authentication: Readonly<Record<string, unknown>>;
}

/** The folder of the official tools: `ANTHROPIC_CONFIG_DIR`, else `anthropic` in the user's settings folder. */
export function configFolder(): string {
  const { ANTHROPIC_CONFIG_DIR, APPDATA, USERPROFILE, XDG_CONFIG_HOME, HOME } = process.env;
  if (ANTHROPIC_CONFIG_DIR) return ANTHROPIC_CONFIG_DIR;
  if (process.platform === 'win32') {
    if (APPDATA) return join(APPDATA, 'Anthropic');
    if (USERPROFILE) return join(USERPROFILE, 'AppData', 'Roaming', 'Anthropic');
  } else {
    if (XDG_CONFIG_HOME) return join(XDG_CONFIG_HOME, 'anthropic');
    if (HOME) return join(HOME, '.config', 'anthropic');
  }
  return refuse('folder', 'there is no folder for settings: set ANTHROPIC_CONFIG_DIR');
}

/** The active profile: the one that `<folder>/active_config` names, else `default`. */
export async function activeProfile(folder: string): Promise<string> {
  return (await readIfThere(join(folder, 'active_config')))?.trim() || 'default';
}

/** @throws {ValidationError} If the name is invalid, the file does not exist, or it has no known kind of sign-in. */
export async function readProfile(folder: string, name: string): Promise<Profile> {
  if (!/^[\w.-]+$/.test(name) || /^\.+$/.test(name))
    refuse(
      'name',
      `a profile's name is made of letters, digits, '_', '.' and '-', unlike ${JSON.stringify(name)}`,
    );
  const path = join(folder, 'configs', `${name}.json`);
  const text = await readIfThere(path);
  if (text === undefined) refuse('name', `there is no profile ${name}: ${path} does not exist`);
  const json = parseJson(text);
  const { authentication, ...config } = isObject(json) ? json : {};
  if (!isObject(authentication)) refuse('name', `${path} is not a profile: it has no authentication`);
  return {
    name,
    tokenFile: textOf(authentication.credentials_path) ?? join(folder, 'credentials', `${name}.json`),
    baseUrl: textOf(config.base_url),
    organizationId: textOf(config.organization_id),
    workspaceId: textOf(config.workspace_id),
    authentication,
  };
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
}
