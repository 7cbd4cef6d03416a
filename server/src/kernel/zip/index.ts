export { ZipOutput } from './zip-output.ts';
export { openZipParts, toBytes, type ZipParts } from './zip-parts.ts';
