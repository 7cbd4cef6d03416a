export { type LeftOut, readDmn, type ReadDmnResult } from './read-dmn.ts';
