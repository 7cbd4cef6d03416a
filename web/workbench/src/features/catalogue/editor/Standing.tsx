import type { ItemVersion } from '@tongban/server/src/modules/catalog/contract.ts';
import { formatMoment } from '../../../shared/format/dates.ts';
import { text } from '../text.ts';
import { VersionStateTag } from '../VersionStateTag.tsx';
import type { ElementsKeeper } from './elements-keeper.ts';

const words = text.editing;

/** Which version is being edited, and whether what was typed is safe. */
export function Standing({ version, keeper }: { version: ItemVersion; keeper: ElementsKeeper }) {
  const { state } = keeper;
  const words_ = state === 'saved' ? words.states.saved(keeper.savedAt ? formatMoment(keeper.savedAt) : '') : words.states[state];
  return (
    <>
      <VersionStateTag state={version.state} /> {text.version(version.versionNumber)}
      <span role="status" className={state === 'failed' || state === 'conflict' || state === 'offline' ? 'editing__state is-bad' : 'editing__state'}>
        {words_}
      </span>
    </>
  );
}
