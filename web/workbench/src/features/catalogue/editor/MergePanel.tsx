import { useContext } from 'react';
import { MergePanel as DraftMergePanel } from '../../../shared/draft/MergePanel.tsx';
import { useElementWords } from '../use-element-words.ts';
import type { ElementsKeeper } from './elements-keeper.ts';
import { KnownFiles } from './known-files.ts';

/** What two editors changed differently in the elements of a draft. */
export function MergePanel({ keeper }: { keeper: ElementsKeeper }) {
  const describe = useElementWords();
  const files = useContext(KnownFiles);
  return <DraftMergePanel keeper={keeper} describe={(path, value) => describe(path, value, { elements: keeper.elements, files })} />;
}
