// Asks about an image: `node scripts/run.mjs examples/vision.ts`.
import { readFile } from 'node:fs/promises';
import { ClaudeModel, Client, image, MessagesRequestBuilder, text } from 'clust';

const client = Client.fromEnv();

// `image()` detects the media type from the bytes. It also takes a URL or the id of an uploaded file.
const flag = image(await readFile('examples/support/flag.png'));

const request = MessagesRequestBuilder.create(ClaudeModel.Sonnet5_5)
  .maxTokens(1024)
  .user([flag, text('Whose flag is this?')])
  .build();

const message = await client.createMessage(request);

console.log(message.text);
