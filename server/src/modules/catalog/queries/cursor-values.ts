export { cursorId, cursorInstant, cursorNumber } from '../../../kernel/db/index.ts';
