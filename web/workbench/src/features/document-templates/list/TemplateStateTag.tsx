import type { TemplateState } from '@tongban/server/src/modules/templates/contract.ts';
import { Tag } from '../../../shared/case/tags.tsx';

const tones = { draft: 'todo', published: 'done', superseded: 'neutral' } as const;

/** State of a version of a template. */
export function TemplateStateTag({ state, label }: { state: TemplateState; label: string }) {
  return <Tag tone={tones[state]}>{label}</Tag>;
}
