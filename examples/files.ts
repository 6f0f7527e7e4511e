// Uploads a file, uses it in a request, and downloads one: `node scripts/run.mjs examples/files.ts`.
// It talks to a server of its own, since the embedded one has no files.
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

// 1. A file by its path. It is read while it is sent.
await writeFile(join(folder, 'notes.txt'), 'Choir at ten on Sunday.');
const file = await client.files.upload(await fileFromPath(join(folder, 'notes.txt')));
console.log(`${file.filename} is ${file.id}, ${file.size_bytes} bytes of ${file.mime_type}`);

// 2. A request that names it.
const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
  .maxTokens(1024)
  .user([document({ file_id: file.id }), { type: 'text', text: 'What is on Sunday?' }])
  .build();
console.log(JSON.stringify(request.messages[0]?.content));

// 3. A download, to a file. It is there when all of it has arrived.
await saveTo(client.files.download(file.id), join(folder, 'copy.txt'));
console.log(await readFile(join(folder, 'copy.txt'), 'utf8'));

await client.files.delete(file.id);
await rm(folder, { recursive: true });
