import type { VersionState } from '@tongban/server/src/kernel/rules/contract.ts';
import { Tag } from '../../../shared/case/tags.tsx';

const tones = { draft: 'todo', published: 'done', superseded: 'neutral' } as const;

/** State of a version of rules. */
export function VersionStateTag({ state, label }: { state: VersionState; label: string }) {
  return <Tag tone={tones[state]}>{label}</Tag>;
}
