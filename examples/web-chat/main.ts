// A chat in the browser: `npm run web-chat`, then open the address that it prints.
//
// Without ANTHROPIC_API_KEY, the embedded server answers. Ask, for example: "What is the weather like in San Francisco?"
import { Client } from 'clust';
import { bundlePage } from './bundle-page.js';
import { startChatServer } from './server.js';

const { url } = await startChatServer({
  client: Client.fromEnv(),
  page: await bundlePage(),
  port: Number(process.env.PORT ?? 8787),
});
console.log(`Open ${url} in a browser. Press Ctrl+C to stop the server.`);
