// The public map of `clust/node`: what needs the file system, and so is never loaded by a browser.

export { type CredentialProfileOptions, credentialProfile } from './credential-profile.node.js';
export { type FileFromPathOptions, fileFromPath } from './file-from-path.node.js';
export { fileJournal } from './file-journal.node.js';
export { memoryDirectory } from './memory-directory.node.js';
export { saveTo } from './save-to.node.js';
export { type WorkloadIdentityOptions, workloadIdentity } from './workload-identity.node.js';
