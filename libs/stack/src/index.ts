export { repositoryRoot } from './repository-root.ts';
export { startApp, StartError } from './start-app.ts';
export type { RunningApp } from './start-app.ts';
export { startApi, startSandbox, startWeb, startWorker } from './apps.ts';
export { freePort } from './free-port.ts';
export { seedCatalogue } from './seed-catalogue.ts';
export { startStack } from './start-stack.ts';
export type { Stack, StackOptions } from './start-stack.ts';
