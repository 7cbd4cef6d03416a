import type { ArchiveState } from '@tongban/server/src/modules/archives/contract.ts';
import type { Tone } from '../../shared/case/tags.tsx';

export const stateTones: Readonly<Record<ArchiveState, Tone>> = { waiting: 'todo', archived: 'done', faulty: 'danger' };
