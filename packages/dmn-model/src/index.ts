export { type LeftOut, readDmn, type ReadDmnResult } from './read-dmn.ts';
export { writeDmn } from './write-dmn.ts';
