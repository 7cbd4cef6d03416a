import { MergePanel as DraftMergePanel } from '../../../shared/draft/MergePanel.tsx';
import { useElementWords } from '../use-element-words.ts';
import type { ElementsKeeper } from './elements-keeper.ts';

/** What two editors changed differently in the elements of a draft. */
export function MergePanel({ keeper }: { keeper: ElementsKeeper }) {
  const describe = useElementWords();
  return <DraftMergePanel keeper={keeper} describe={describe} />;
}
