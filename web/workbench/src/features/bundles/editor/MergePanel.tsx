import { MergePanel as DraftMergePanel } from '../../../shared/draft/MergePanel.tsx';
import type { ContentKeeper } from './content-keeper.ts';
import { describePlace } from './describe-place.ts';

/** What two editors changed differently in a configuration. */
export function MergePanel({ keeper }: { keeper: ContentKeeper }) {
  return <DraftMergePanel keeper={keeper} describe={(path, value) => describePlace(keeper.content, path, value)} />;
}
