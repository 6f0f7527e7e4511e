import { afterAll } from '@jest/globals';

const names = ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_BASE_URL'] as const;
const before = names.map((name) => [name, process.env[name]] as const);

afterAll(() => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

/** Lets the commands of this test file call a server of this machine. */
export function callServer(server: { readonly url: string }): void {
  process.env.ANTHROPIC_API_KEY = 'sk-ant-test';
  process.env.ANTHROPIC_BASE_URL = server.url;
}

/** Takes the credentials away. */
export function haveNoKey(): void {
  for (const name of names) delete process.env[name];
}
