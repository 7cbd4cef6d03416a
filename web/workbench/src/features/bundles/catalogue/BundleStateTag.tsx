import { bundleStateLabels, type BundleState, type BundleVersionState } from '@tongban/server/src/modules/bundles/contract.ts';
import { Tag, type Tone } from '../../../shared/case/tags.tsx';
import { text } from '../text.ts';

const tones: Record<BundleState | BundleVersionState, Tone> = {
  listed: 'warning', claimed: 'neutral', draft: 'neutral', 'in-review': 'todo', published: 'done', superseded: 'neutral', retired: 'neutral',
};

/** How far a bundle has come. */
export function BundleStateTag({ state }: { state: BundleState }) {
  return <Tag tone={tones[state]}>{bundleStateLabels[state]}</Tag>;
}

/** State of one version of a bundle. */
export function VersionStateTag({ state }: { state: BundleVersionState }) {
  return <Tag tone={tones[state]}>{text.versionStates[state]}</Tag>;
}
