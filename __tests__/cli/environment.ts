import { afterAll } from '@jest/globals';

const names = ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_BASE_URL'] as const;
const before = names.map((name) => [name, process.env[name]] as const);

afterAll(() => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

/** Makes the commands of a test file call a local server. */
export function callServer(server: { readonly url: string }): void {
  process.env.ANTHROPIC_API_KEY = 'sk-ant-test';
  process.env.ANTHROPIC_BASE_URL = server.url;
}

/** Removes the credentials from the environment. */
export function removeCredentials(): void {
  for (const name of names) delete process.env[name];
}
