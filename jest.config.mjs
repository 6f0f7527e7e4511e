import { availableParallelism } from 'node:os';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  // Only `npm run test:long` runs the slow tests.
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.CLUST_LONG ? [] : ['\\.long\\.test\\.ts$'])],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^clust$': '<rootDir>/lib/index.ts',
    '^clust/(.*)$': '<rootDir>/lib/$1/index.ts',
  },
  // Transpiles each file by itself. `npm run typecheck` checks the types of the tests.
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, diagnostics: false, tsconfig: 'tsconfig.json' }] },
  setupFilesAfterEnv: ['<rootDir>/__tests__/support/quiet-console.ts'],
  // Compilers and servers share the machine, so a test may take long. A test that hangs fails after this time.
  testTimeout: 30_000,
  // Much of the suite waits for compilers and servers. One worker more than cores keeps the cores busy.
  maxWorkers: availableParallelism() + 1,
};
