import { Tag } from '../case/tags.tsx';

const tones = { draft: 'todo', published: 'done', superseded: 'neutral' } as const;

/** State of a version of what is configured: a draft, in force, or not any more. */
export function VersionTag({ state, label }: { state: keyof typeof tones; label: string }) {
  return <Tag tone={tones[state]}>{label}</Tag>;
}
