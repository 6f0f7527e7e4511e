// The public exports of `clust/node`: everything that needs the file system. Browsers never load it.

export { type CredentialProfileOptions, credentialProfile } from './credential-profile.node.js';
export { type FileFromPathOptions, fileFromPath } from './file-from-path.node.js';
export { fileJournal } from './file-journal.node.js';
export { memoryDirectory } from './memory-directory.node.js';
export { saveTo } from './save-to.node.js';
export { type WorkloadIdentityOptions, workloadIdentity } from './workload-identity.node.js';
