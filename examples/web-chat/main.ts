// A chat in the browser: `npm run web-chat`, then open the address that it prints.
//
// Without ANTHROPIC_API_KEY the embedded server answers. Ask for the weather in San Francisco, or how streaming works.
import { Client } from 'clust';
import { bundlePage } from './bundle-page.js';
import { startChatServer } from './server.js';

const { url } = await startChatServer({
  client: Client.fromEnv(),
  page: await bundlePage(),
  port: Number(process.env.PORT ?? 8787),
});
console.log(`Open ${url} in a browser. Ctrl+C ends the server.`);
