// Uploads a file, uses it in a request, and downloads it: `node scripts/run.mjs examples/files.ts`.
// It starts its own server, because the embedded server does not support files.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClientBuilder, document, MessagesRequestBuilder } from 'clust';
import { fileFromPath, saveTo } from 'clust/node';
import { startEndpointsServer } from './support/endpoints-server.js';

const client = ClientBuilder.create()
  .fromEnv()
  .baseUrl(await startEndpointsServer())
  .build();
const folder = await mkdtemp(join(tmpdir(), 'clust-'));

// 1. Upload a file by its path. The file is streamed, not loaded into memory.
await writeFile(join(folder, 'notes.txt'), 'Choir at ten on Sunday.');
const file = await client.files.upload(await fileFromPath(join(folder, 'notes.txt')));
console.log(`${file.filename} is ${file.id}, ${file.size_bytes} bytes of ${file.mime_type}`);

// 2. Use the file in a request, by its id.
const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
  .maxTokens(1024)
  .user([document({ file_id: file.id }), { type: 'text', text: 'What is on Sunday?' }])
  .build();
console.log(JSON.stringify(request.messages[0]?.content));

// 3. Download it to a path. The file appears there when the download is complete.
await saveTo(client.files.download(file.id), join(folder, 'copy.txt'));
console.log(await readFile(join(folder, 'copy.txt'), 'utf8'));

await client.files.delete(file.id);
await rm(folder, { recursive: true });
