import { availableParallelism } from 'node:os';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  // What takes long runs by `npm run test:long` alone.
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.CLUST_LONG ? [] : ['\\.long\\.test\\.ts$'])],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^clust$': '<rootDir>/lib/index.ts',
    '^clust/(.*)$': '<rootDir>/lib/$1/index.ts',
  },
  // One file at a time, types erased: the types of the tests are checked by `npm run typecheck`.
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, diagnostics: false, tsconfig: 'tsconfig.json' }] },
  setupFilesAfterEnv: ['<rootDir>/__tests__/support/quiet-console.ts'],
  // Compilers share the machine with sockets: what hangs still ends.
  testTimeout: 30_000,
  // Half of the suite waits for compilers and sockets: one worker more than there are cores keeps them busy.
  maxWorkers: availableParallelism() + 1,
};
