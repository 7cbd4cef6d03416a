import { bundleStateLabels, renewalLabels, type BundleState, type BundleSummary, type BundleVersionState } from '@tongban/server/src/modules/bundles/contract.ts';
import { Tag, type Tone } from '../../../shared/case/tags.tsx';
import { text } from '../text.ts';

const tones: Record<BundleState | BundleVersionState, Tone> = {
  listed: 'warning', claimed: 'neutral', draft: 'neutral', 'in-review': 'todo', published: 'done', superseded: 'neutral', retired: 'neutral',
};

/** How far a bundle has come, and how far the version that is to replace the published one. */
export function BundleStateTag({ bundle: { state, renewal } }: { bundle: Pick<BundleSummary, 'state' | 'renewal'> }) {
  return <><Tag tone={tones[state]}>{bundleStateLabels[state]}</Tag>{renewal === null ? null : <> <Tag tone={tones[renewal]} title={text.renewalHint}>{renewalLabels[renewal]}</Tag></>}</>;
}

/** State of one version of a bundle. */
export function VersionStateTag({ state }: { state: BundleVersionState }) {
  return <Tag tone={tones[state]}>{text.versionStates[state]}</Tag>;
}
